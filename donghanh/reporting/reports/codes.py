"""Short codes on paper, and the letters of figures on screen: the ways from a number back to its records."""

import re
from dataclasses import dataclass, field
from datetime import date

from django.conf import settings

from donghanh.kernel.periods import Period, UnknownPeriod

ANNEX = "SL"
"""Stands in a code for the figures of the organisation, which belong to no line."""
_LETTERS = "abcdeghiklmnopqrstuvxy"
_DAYS = re.compile(r"^(\d{4})(\d{2})(\d{2})-(\d{4})(\d{2})(\d{2})$")
_CODE = re.compile(r"^(?P<unit>.+)-(?P<period>\d{8}-\d{8}|\d{4}(?:-(?:H[12]|9M|Q[1-4]|\d{2}))?)-(?P<line>PB\d{2}|SL)$")


@dataclass(frozen=True, slots=True)
class ShortCode:
    """One line of one report: "QM-2026-9M-PB02"."""

    unit: str
    period: Period
    line: str

    def __str__(self) -> str:
        return f"{self.unit}-{_written(self.period)}-{self.line}"

    @property
    def url(self) -> str:
        """Return the whole address of the records, or "" where the site does not know its own address."""
        return f"{settings.PUBLIC_URL}/s/{self}" if settings.PUBLIC_URL else ""

    @classmethod
    def parse(cls, text: str) -> "ShortCode | None":
        """Read a code as somebody copied it from paper; None when it is none."""
        found = _CODE.match(text.strip().upper())
        if not found:
            return None
        try:
            return cls(found["unit"], _period(found["period"]), found["line"])
        except (UnknownPeriod, ValueError):
            return None


@dataclass(slots=True)
class Letters:
    """The letters of figures in the order of their first mention: a, b, c, d, e, g, …, aa, ab."""

    keys: dict[str, str] = field(default_factory=dict)

    def of(self, key: str) -> str:
        """Return the letter of a figure, a new one when it had none."""
        if key not in self.keys:
            self.keys[key] = _letter(len(self.keys))
        return self.keys[key]

    def key_of(self, letter: str) -> str | None:
        """Return the figure that a letter stands for."""
        return next((key for key, given in self.keys.items() if given == letter), None)


def _letter(place: int) -> str:
    round_, place = divmod(place, len(_LETTERS))
    return (_LETTERS[round_ - 1] if round_ else "") + _LETTERS[place]


def _written(period: Period) -> str:
    if "/" not in period.code:
        return period.code
    return f"{period.starts_on:%Y%m%d}-{period.ends_on:%Y%m%d}"


def _period(text: str) -> Period:
    days = _DAYS.match(text)
    if not days:
        return Period.parse(text)
    first, last = [int(part) for part in days.groups()[:3]], [int(part) for part in days.groups()[3:]]
    return Period(date(*first), date(*last))
