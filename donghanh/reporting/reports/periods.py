"""Periods in the words of a report: of its title, and of what comes after it."""

from django.utils.formats import date_format
from django.utils.translation import pgettext

from donghanh.kernel.periods import Period

QUARTERS = {"Q1": "I", "Q2": "II", "Q3": "III", "Q4": "IV"}


def period_words(period: Period) -> str:
    """Name a period as people do: "first 9 months of 2026"."""
    first, last = period.starts_on, period.ends_on
    year, _dash, part = period.code.partition("-")
    if "/" in period.code:
        if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
            return pgettext("period", "%(first)s to %(last)s") % {"first": first.year, "last": last.year}
        days = {"first": date_format(first, "d/m/Y"), "last": date_format(last, "d/m/Y")}
        return pgettext("period", "days from %(first)s to %(last)s") % days
    words = {
        "": pgettext("period", "year %(year)s"),
        "H1": pgettext("period", "first half of %(year)s"),
        "H2": pgettext("period", "second half of %(year)s"),
        "9M": pgettext("period", "first 9 months of %(year)s"),
    }
    if part in words:
        return words[part] % {"year": year}
    if part in QUARTERS:
        return pgettext("period", "quarter %(quarter)s of %(year)s") % {"quarter": QUARTERS[part], "year": year}
    return pgettext("period", "month %(month)s of %(year)s") % {"month": int(part), "year": year}


def days_words(period: Period) -> str:
    """Write a period as its first and last day."""
    first, last = (date_format(day, "d/m/Y") for day in (period.starts_on, period.ends_on))
    return first if first == last else f"{first}–{last}"


def year_words(period: Period) -> str:
    """Name the year of a period, for "the same period of 2025"; several years are written with a dash."""
    first, last = period.starts_on.year, period.ends_on.year
    return str(last) if first == last else f"{first}–{last}"


def usual_periods(year: int) -> list[Period]:
    """Return the periods that reports are usually made for in a year, the longest first."""
    parts = ("", "-9M", "-H1", "-H2", "-Q1", "-Q2", "-Q3", "-Q4", *(f"-{month:02d}" for month in range(1, 13)))
    return [Period.parse(f"{year}{part}") for part in parts]
