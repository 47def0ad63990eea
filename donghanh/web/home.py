"""What a reader's first page says: for officers what to do today, for others where to go."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from donghanh.core.figures import Figure
from donghanh.gatherings.models import Session
from donghanh.kernel.periods import Period
from donghanh.org.access import Standing, grants_of, standing
from donghanh.org.choices import Role, UnitKind
from donghanh.org.models import Grant, Unit, User
from donghanh.reporting.asking import ask_about
from donghanh.reporting.choices import ReportKind, ReportState
from donghanh.reporting.pages import figures
from donghanh.reporting.reach import home, hosted
from donghanh.reporting.reports.completeness import units_below
from donghanh.reporting.reports.values import UnitBelow

SHOWN = 6
WEEK = timedelta(days=7)
_WITHOUT_ROLLS = {UnitKind.SOCIAL_SECURITY}


@dataclass(frozen=True, slots=True)
class Missing:
    """Units below that have neither sealed a report nor said that there is nothing to report."""

    period: Period
    below: list[UnitBelow]

    @property
    def late(self) -> list[UnitBelow]:
        """Return the units still waited for."""
        return [each for each in self.below if each.state not in (ReportState.SEALED, ReportState.NOTHING)]

    @property
    def there(self) -> list[bool]:
        """Tell of each unit whether its word is in, those that are in first."""
        return sorted((each not in self.late for each in self.below), reverse=True)


@dataclass(frozen=True, slots=True)
class Today:
    """An officer's page of the day."""

    unit: Unit
    standing: Standing
    title: str
    sessions: list[Session]
    coming: list[Session]
    gap: Figure | None
    silent: Figure | None
    done: list[Figure]
    missing: Missing | None
    roles: list[Grant] = field(default_factory=list)


def desk_grant(user: User, code: str = "") -> Grant | None:
    """Return the role that a desk page starts from: at the unit asked for, else the first one held."""
    held = [grant for grant in grants_of(user) if grant.role not in {Role.WORKER, Role.VOLUNTEER}]
    return next((grant for grant in held if grant.unit.code == code), held[0] if held else None)


def today(user: User, grant: Grant, *, at: datetime) -> Today:
    """Gather what somebody with this role has to do today."""
    unit, here = grant.unit, standing(user, grant.unit)
    sessions = _today_at(unit, at)
    missing = _missing(unit, at) if here.reading("reports") else None
    asked = ask_about(user, unit, Period.parse(str(localdate(at).year)), at=at) if here.reading("reach") else None
    has_rolls = asked is not None and asked.sees_home and unit.kind not in _WITHOUT_ROLLS
    at_home = asked.home(home(asked.question)) if asked and has_rolls else None
    organised = asked.hosted(hosted(asked.question)) if asked else None
    return Today(
        unit=unit,
        standing=here,
        title=_title(sessions, missing),
        sessions=sessions,
        coming=_coming(unit, at),
        gap=figures.reached_figure(asked.question, at_home) if asked and at_home else None,
        silent=figures.not_reached_figure(asked.question, at_home) if asked and at_home else None,
        done=[figures.attendances_figure(asked.question, organised), figures.sessions_figure(asked.question, organised)]
        if asked and organised
        else [],
        missing=missing,
        roles=grants_of(user),
    )


def public_sessions(*, at: datetime) -> list[Session]:
    """Return the sessions announced to everybody that are still to come or running."""
    coming = Session.objects.filter(is_public=True, cancelled_at=None, ends_at__gt=at)
    return list(coming.select_related("host").order_by("starts_at")[:SHOWN])


def _today_at(unit: Unit, at: datetime) -> list[Session]:
    day = localdate(at)
    found = Session.objects.hosted_under(unit, during=Period(day, day)).filter(cancelled_at=None)
    return list(found.select_related("host").order_by("starts_at")[:SHOWN])


def _coming(unit: Unit, at: datetime) -> list[Session]:
    tomorrow = localdate(at) + timedelta(days=1)
    found = Session.objects.hosted_under(unit, during=Period(tomorrow, tomorrow + WEEK)).filter(cancelled_at=None)
    return list(found.select_related("host").order_by("starts_at")[:SHOWN])


def _missing(unit: Unit, at: datetime) -> Missing | None:
    last_month = Period.month_of(localdate(at).replace(day=1) - timedelta(days=1))
    below = list(units_below(unit, ReportKind.LEGAL_EDUCATION, last_month, on=last_month.ends_on))
    return Missing(last_month, below) if below else None


def _title(sessions: list[Session], missing: Missing | None) -> str:
    parts = []
    if sessions:
        parts.append(ngettext("%(count)s session", "%(count)s sessions", len(sessions)) % {"count": len(sessions)})
    if missing and missing.late:
        late = len(missing.late)
        parts.append(
            ngettext("%(count)s unit has not reported", "%(count)s units have not reported", late) % {"count": late}
        )
    if not parts:
        return _("Nothing is waiting for you today")
    return _("Today: %(parts)s") % {"parts": ", ".join(parts)}
