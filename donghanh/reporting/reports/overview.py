"""The list of reports: which units below have sealed theirs for a period, which have not."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from donghanh.core.paging import KeysetPage, keyset_page
from donghanh.kernel.periods import Period
from donghanh.org.access import units_read
from donghanh.org.models import Unit, User
from donghanh.reporting.choices import ReportKind, ReportState
from donghanh.reporting.models import NothingToReport, ReportDraft, Snapshot
from donghanh.reporting.reports.completeness import arrived, states_of, units_below
from donghanh.reporting.reports.composing import THING
from donghanh.reporting.reports.values import UnitBelow

ORDER = ("code", "pk")
SHOWN_SEALED = 8
KIND = ReportKind.LEGAL_EDUCATION


@dataclass(frozen=True, slots=True)
class UnitLine:
    """One unit below with the state of its report."""

    unit: Unit
    state: ReportState
    snapshot: Snapshot | None


@dataclass(frozen=True, slots=True)
class Overview:
    """What the list of one unit and period shows."""

    unit: Unit
    period: Period
    own_state: ReportState
    below: tuple[UnitBelow, ...]
    page: KeysetPage[Unit]
    lines: list[UnitLine]
    sealed: list[Snapshot]

    @property
    def cells(self) -> list[bool]:
        """Tell of each unit below whether its word is in."""
        return arrived(self.below)

    @property
    def there(self) -> int:
        """Return how many units below have sealed, or said that there is nothing."""
        return sum(self.cells)


def overview(unit: Unit, period: Period, *, reader: User, on: date, state: str = "", after: str = "") -> Overview:
    """Put the list together for the units directly below ``unit`` on the last day of the period, or on ``on``."""
    day = min(period.ends_on, on)
    below = Unit.objects.children_of(unit, on=day).filter(units_read(reader, THING))
    page = keyset_page(in_state(below, state, period), order=ORDER, after=after)
    states = states_of([unit.pk, *(each.pk for each in page.rows)], KIND, period)
    sealed = _standing(page.rows, period)
    own = Snapshot.objects.standing().filter(unit=unit).defer("canonical").order_by("-sealed_at")
    return Overview(
        unit=unit,
        period=period,
        own_state=states[unit.pk],
        below=units_below(unit, KIND, period, on=day),
        page=page,
        lines=[UnitLine(each, states[each.pk], sealed.get(each.pk)) for each in page.rows],
        sealed=list(own[:SHOWN_SEALED]),
    )


def in_state(units: QuerySet[Unit], state: str, period: Period) -> QuerySet[Unit]:
    """Keep the units whose report for a period has come so far and no further."""
    about = Q(unit=OuterRef("pk"), kind=KIND, starts_on=period.starts_on, ends_on=period.ends_on)
    strongest_first = (
        (ReportState.SEALED, Exists(Snapshot.objects.filter(about))),
        (ReportState.NOTHING, Exists(NothingToReport.objects.filter(about))),
        (ReportState.DRAFT, Exists(ReportDraft.objects.filter(about))),
    )
    for each, holds in strongest_first:
        if state == each:
            return units.filter(holds)
        if state in ReportState.values:
            units = units.exclude(holds)
    return units


def last_due(today: date) -> Period:
    """Return the last of the periods that unions report on: half a year, nine months, a year."""
    periods = (Period.of_months(today.year - 1, 1, 12), *(Period.of_months(today.year, 1, end) for end in (6, 9)))
    return max((each for each in periods if each.ends_on < today), key=lambda each: each.ends_on)


def _standing(units: list[Unit], period: Period) -> dict[int, Snapshot]:
    rows = Snapshot.objects.standing().filter(
        unit__in=units, kind=KIND, starts_on=period.starts_on, ends_on=period.ends_on
    )
    return {row.unit_id: row for row in rows.defer("canonical")}


def sealed_at(line: UnitLine) -> datetime | None:
    """Return when a unit sealed its report, if it did."""
    return line.snapshot.sealed_at if line.snapshot else None
