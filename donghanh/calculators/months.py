"""Months as the law counts them: the only home of odd months, ends of months and months between days."""

import calendar
from datetime import date, timedelta
from decimal import Decimal

YEAR = 12
_NEAR = Decimal("0.04")
"""A month as two decimals of a year is that far off: 7 months are 0.58 years, which are 6.96 months."""


def months_after(day: date, count: int) -> date:
    """Return the same day ``count`` months later, or the last day of that month when it is shorter."""
    year, month = divmod(day.year * YEAR + day.month - 1 + count, YEAR)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def end_of_month(day: date) -> date:
    """Return the last day of the month of ``day``."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def end_of_next_month(day: date) -> date:
    """Return the last day of the month after that of ``day``: when contributions of a month are due at the latest."""
    return end_of_month(end_of_month(day) + timedelta(days=1))


def months_between(first: date, last: date) -> int:
    """Return how many full months lie from ``first`` to ``last``."""
    count = (last.year - first.year) * YEAR + last.month - first.month
    return count if months_after(first, count) <= last else count - 1


def first_days(first: date, last: date) -> list[date]:
    """Return the first day of every month from that of ``first`` to that of ``last``."""
    start = first.replace(day=1)
    return [months_after(start, number) for number in range(months_between(start, last.replace(day=1)) + 1)]


def months_of_years(years: Decimal) -> Decimal:
    """Turn years into months; two decimals of a year name the month that they are nearest to."""
    months = years * YEAR
    nearest = months.to_integral_value()
    return nearest if abs(months - nearest) <= _NEAR else months


def counted_years(months: int, half_year_up_to: int) -> Decimal:
    """Turn months into years for an amount: a few odd months are half a year, more are a whole one."""
    years, odd = divmod(months, YEAR)
    if not odd:
        return Decimal(years)
    return Decimal(years) + (Decimal("0.5") if odd <= half_year_up_to else 1)
