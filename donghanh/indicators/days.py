"""How a period is written as its days."""

from django.utils.formats import date_format

from donghanh.kernel.periods import Period


def days_of(period: Period) -> str:
    """Write a period as its first and last day; one day is written once."""
    first, last = (date_format(day, "d/m/Y") for day in (period.starts_on, period.ends_on))
    return first if first == last else f"{first}–{last}"
