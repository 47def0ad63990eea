"""Which sessions and which presence: filters that read as the rest of a sentence."""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Self

from django.apps import apps
from django.db.models import Exists, F, OuterRef, Q, QuerySet

from donghanh.kernel.periods import Period
from donghanh.org.access import units_read
from donghanh.org.choices import Reading
from donghanh.org.models import Unit, User
from donghanh.org.querysets import PATH_END

if TYPE_CHECKING:
    from donghanh.gatherings.models import Attendance, Headcount, Session


class SessionQuerySet(QuerySet["Session"]):
    """Occasions at which presence is taken."""

    def held(self, *, by: datetime) -> Self:
        """Keep the sessions that have begun and are not cancelled: those that count."""
        return self.filter(starts_at__lte=by, cancelled_at=None)

    def planned(self, *, at: datetime) -> Self:
        """Keep the sessions still to come."""
        return self.filter(starts_at__gt=at, cancelled_at=None)

    def announced(self, *, at: datetime) -> Self:
        """Keep the sessions not over yet that everybody may know of."""
        return self.filter(is_public=True, cancelled_at=None, ends_at__gt=at)

    def within(self, period: Period) -> Self:
        """Keep the sessions of the period's days."""
        return self.filter(held_on__range=(period.starts_on, period.ends_on))

    def about(self, topic_ids: Iterable[int]) -> Self:
        """Keep the sessions on at least one of the topics."""
        tags = apps.get_model("gatherings", "SessionTopic").objects
        return self.filter(Exists(tags.filter(session=OuterRef("pk"), topic__in=list(topic_ids))))

    def hosted_under(self, unit: Unit, *, during: Period) -> Self:
        """Keep the sessions hosted or co-hosted at or below ``unit`` as the tree stood on their day."""
        hosts = apps.get_model("gatherings", "SessionUnit").objects
        below = Q(pk__in=[])
        for place in unit.placements.touching(during):
            below |= Q(
                unit__placements__path__gte=place.path,
                unit__placements__path__lt=place.path + PATH_END,
                unit__placements__starts_on__lte=F("session__held_on"),
                unit__placements__ends_on__gte=F("session__held_on"),
                session__held_on__range=(
                    max(place.starts_on, during.starts_on),
                    min(place.ends_on, during.ends_on),
                ),
            )
        return self.within(during).filter(pk__in=hosts.filter(below).values("session"))

    def attended_by(self, audience: str) -> Self:
        """Keep the sessions that somebody of an audience came to, by name or by number."""
        named = apps.get_model("gatherings", "Attendance").objects.standing()
        counted = apps.get_model("gatherings", "Headcount").objects.standing()
        return self.filter(
            Exists(named.filter(session_id=OuterRef("pk"), audience=audience))
            | Exists(counted.filter(session=OuterRef("pk"), audience=audience, count__gt=0))
        )

    def to_fold(self) -> Self:
        """Keep the sessions whose presence changed since their cohorts were folded."""
        return self.filter(presence_version__gt=F("folded_version"))

    def hosted_by(self, units: Q) -> Self:
        """Keep the sessions that one of the units hosts or co-hosts."""
        hosts = apps.get_model("gatherings", "SessionUnit").objects
        return self.filter(pk__in=hosts.filter(unit__in=Unit.objects.filter(units)).values("session"))

    def visible_to(self, user: User, *, least: Reading = Reading.NUMBER) -> Self:
        """Keep the sessions whose facts ``user`` may read."""
        return self if user.is_system else self.hosted_by(units_read(user, "sessions", least=least))


class AttendanceQuerySet(QuerySet["Attendance"]):
    """Presence, named."""

    def standing(self) -> Self:
        """Leave out annulled presence."""
        return self.filter(annulled_at=None)

    def of(self, session: "Session") -> Self:
        """Keep the presence of one session, by the key its table is spread by."""
        return self.filter(unit_id=session.host_id, session_id=session.pk)


class HeadcountQuerySet(QuerySet["Headcount"]):
    """Numbers without names."""

    def standing(self) -> Self:
        """Leave out numbers that a later one replaced."""
        return self.filter(replaced_at=None)
