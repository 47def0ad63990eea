"""Reporting periods: how they are written, read, named and compared."""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from donghanh.kernel.errors import DomainError

_FORMS = "2026, 2026-H1, 2026-9M, 2026-Q3, 2026-10, 2023-01-01/2025-12-31"
_YEAR_PART = re.compile(r"^(\d{4})(?:-(H[12]|9M|Q[1-4]|0[1-9]|1[0-2]))?$")
_MONTHS = {
    None: (1, 12),
    "H1": (1, 6),
    "H2": (7, 12),
    "9M": (1, 9),
    "Q1": (1, 3),
    "Q2": (4, 6),
    "Q3": (7, 9),
    "Q4": (10, 12),
}


class UnknownPeriod(DomainError):
    """Text that names no period."""

    code = "unknown_period"

    def __init__(self, text: str) -> None:
        super().__init__(f"“{text}” is not a period. Write it as one of: {_FORMS}.")
        self.text = text
        self.forms = _FORMS


@dataclass(frozen=True, order=True, slots=True)
class Period:
    """A stretch of whole days, both ends inclusive."""

    starts_on: date
    ends_on: date

    def __post_init__(self) -> None:
        if self.starts_on > self.ends_on:
            raise UnknownPeriod(f"{self.starts_on}/{self.ends_on}")

    @classmethod
    def parse(cls, text: str) -> "Period":
        """Read a period written in one of the forms of the command line."""
        text = text.strip()
        if "/" in text:
            first, _, last = text.partition("/")
            try:
                return cls(date.fromisoformat(first), date.fromisoformat(last))
            except ValueError:
                raise UnknownPeriod(text) from None
        found = _YEAR_PART.match(text)
        if not found or found[1] == "0000":
            raise UnknownPeriod(text)
        year, part = int(found[1]), found[2]
        first_month, last_month = _MONTHS.get(part) or (int(part), int(part))
        return cls.of_months(year, first_month, last_month)

    @classmethod
    def of_months(cls, year: int, first: int, last: int) -> "Period":
        """Return whole months of one year."""
        return cls(date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1]))

    @classmethod
    def month_of(cls, day: date) -> "Period":
        """Return the month that ``day`` lies in."""
        return cls.of_months(day.year, day.month, day.month)

    @property
    def code(self) -> str:
        """Write the period in its shortest form."""
        if self.starts_on.year == self.ends_on.year:
            year = self.starts_on.year
            for part, (first, last) in _MONTHS.items():
                if self == Period.of_months(year, first, last):
                    return f"{year}-{part}" if part else str(year)
            if self == Period.month_of(self.starts_on):
                return f"{year}-{self.starts_on.month:02d}"
        return f"{self.starts_on.isoformat()}/{self.ends_on.isoformat()}"

    def __contains__(self, day: date) -> bool:
        return self.starts_on <= day <= self.ends_on

    def covers(self, other: "Period") -> bool:
        """Tell whether ``other`` lies wholly within this period."""
        return self.starts_on <= other.starts_on and other.ends_on <= self.ends_on

    def a_year_before(self) -> "Period":
        """Return the same period last year; a leap day becomes the last day of February."""
        return Period(_year_before(self.starts_on), _year_before(self.ends_on, end=True))

    def months(self) -> Iterator["Period"]:
        """Cut the period into months; the first and the last may be part of one."""
        starts_on = self.starts_on
        while starts_on <= self.ends_on:
            month = Period.month_of(starts_on)
            yield Period(starts_on, min(month.ends_on, self.ends_on))
            starts_on = month.ends_on + timedelta(days=1)


def _year_before(day: date, *, end: bool = False) -> date:
    last = calendar.monthrange(day.year - 1, day.month)[1]
    is_month_end = day.day == calendar.monthrange(day.year, day.month)[1]
    return day.replace(year=day.year - 1, day=last if end and is_month_end else min(day.day, last))
