"""Which questions readers without names may ask: few enough that no two answers give a small group away."""

from donghanh.kernel.periods import Period
from donghanh.reporting.discretion.crowds import is_calendar
from donghanh.reporting.errors import OnlyNamedPeriods, OnlyOneSlice, OnlyWholeMonths
from donghanh.reporting.reach import Question

WHOLE_MONTHS_FROM = 100
"""The rolls from which a unit may be asked about any whole months, not only those with a name of their own."""


def check_askable(question: Question) -> None:
    """Refuse days, years in a row, mixed topics, and free windows of a unit with few people."""
    period = question.period
    if not is_askable(period):
        raise OnlyWholeMonths(period)
    if len(question.topics) + bool(question.audience) > 1:
        raise OnlyOneSlice([*question.topics, *([question.audience] if question.audience else [])])
    if not is_calendar(period) and question.joint_with is None and len(question.rolls) < WHOLE_MONTHS_FROM:
        raise OnlyNamedPeriods(period, question.rolls_unit)


def is_askable(period: Period) -> bool:
    """Tell whether a period is whole months of one year."""
    same_year = period.starts_on.year == period.ends_on.year
    return same_year and period == Period.of_months(period.starts_on.year, period.starts_on.month, period.ends_on.month)
