"""A report as a reader without names is told it: distinct people are kept back where they are few."""

from dataclasses import replace

from django.utils.timezone import localdate

from donghanh.kernel.periods import Period
from donghanh.kernel.small_groups import hides_together, is_small, tells_small
from donghanh.org.access import reads_names_below
from donghanh.org.models import Unit, User
from donghanh.reporting.discretion import Discretion, Vantage
from donghanh.reporting.discretion.limits import is_askable
from donghanh.reporting.reach import Question, hosted
from donghanh.reporting.reports.composing import THING
from donghanh.reporting.reports.values import Evidence, Report, Row

PEOPLE = "distinct_people"


def report_told(report: Report, unit: Unit, *, reader: User) -> Report:
    """Return a report as ``reader`` is told it; a sealed one stays sealed as it is."""
    on = min(report.period.ends_on, localdate(report.made_at))
    if reads_names_below(reader, THING, at=unit, on=on):
        return report
    return without_small_groups(report, is_given_away=_is_kept_back_elsewhere(report, unit, reader))


def without_small_groups(report: Report, *, is_given_away: bool = False) -> Report:
    """Keep the numbers of people back, all together, where one of them is small or tells of a small group."""
    rows = [row for row in report.rows if row.code == PEOPLE]
    is_hidden = is_given_away or not _is_whole_months(report.period) or any(_tells_small(row) for row in rows)
    evidence = report.evidence
    if is_hidden or hides_together((*evidence.people.values(), evidence.provisional or 0)):
        evidence = Evidence(evidence.sessions, evidence.attendances, provisional=None, suppressed=True)
    if not is_hidden:
        return replace(report, evidence=evidence)
    return replace(
        report,
        evidence=evidence,
        rows=tuple(_kept_back(row) if row.code == PEOPLE and row.counted is not None else row for row in report.rows),
    )


def _is_kept_back_elsewhere(report: Report, unit: Unit, reader: User) -> bool:
    """Tell whether the page of reach keeps the same people back."""
    if not report.row(PEOPLE).counted or not is_askable(report.period):
        return False
    question = Question(unit, report.period, report.made_at).in_its_year()
    return Discretion(question, Vantage(reader)).hosted(hosted(question)).people


def _tells_small(row: Row) -> bool:
    """Tell whether a count of people is small, or what the year so far has beyond the period."""
    counted, so_far = row.counted or 0, row.counted_so_far or 0
    return tells_small(counted, so_far) or is_small(so_far) or is_small(row.counted_before or 0)


def _kept_back(row: Row) -> Row:
    return replace(row, counted=None, counted_before=None, counted_so_far=None, suppressed=True)


def _is_whole_months(period: Period) -> bool:
    return period.starts_on.day == 1 and period.ends_on == Period.month_of(period.ends_on).ends_on
