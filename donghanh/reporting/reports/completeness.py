"""Which units below have sealed their own report, or said that there is nothing to report."""

from collections.abc import Iterable
from datetime import date

from donghanh.kernel.periods import Period
from donghanh.org.models import Unit
from donghanh.reporting.choices import ARRIVED, ReportState
from donghanh.reporting.models import NothingToReport, ReportDraft, Snapshot
from donghanh.reporting.reports.values import UnitBelow

_WEAKER_FIRST = (
    (ReportDraft, ReportState.DRAFT),
    (NothingToReport, ReportState.NOTHING),
    (Snapshot, ReportState.SEALED),
)


def units_below(unit: Unit, kind: str, period: Period, *, on: date) -> tuple[UnitBelow, ...]:
    """Return the units directly below on a day, by code, with the state of their reports."""
    below = list(Unit.objects.children_of(unit, on=on).order_by("code"))
    states = states_of([each.pk for each in below], kind, period)
    return tuple(UnitBelow(each.code, each.name, states[each.pk].value) for each in below)


def states_of(unit_ids: Iterable[int], kind: str, period: Period) -> dict[int, ReportState]:
    """Return how far the report of each unit has come; a seal outweighs any other word."""
    wanted = list(unit_ids)
    found = dict.fromkeys(wanted, ReportState.MISSING)
    weaker_first = (
        (ReportDraft, ReportState.DRAFT),
        (NothingToReport, ReportState.NOTHING),
        (Snapshot, ReportState.SEALED),
    )
    for model, state in weaker_first:
        rows = model.objects.filter(unit__in=wanted, kind=kind, starts_on=period.starts_on, ends_on=period.ends_on)
        found.update(dict.fromkeys(rows.values_list("unit", flat=True), state))
    return found


def arrived(below: Iterable[UnitBelow]) -> list[bool]:
    """Tell of each unit whether its word is in, as the row of cells shows it: those that are in first."""
    return sorted((each.state in ARRIVED for each in below), reverse=True)
