"""What a calculator may look up: dated levels and rates, each with the article it stands on and how sure it is."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Protocol

from donghanh.calculators.units import is_money

TRUSTED_FOR = timedelta(days=366)
"""How long a level in đồng without an end is believed after somebody compared it: such levels change about yearly."""


@dataclass(frozen=True, slots=True)
class Basis:
    """Where the law says something; ``document`` is the number as the library knows it."""

    document: str
    article: str
    clause: str = ""
    point: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Value:
    """One level or rate as it applies from one day to another."""

    code: str
    key: str
    amount: Decimal
    unit: str
    starts_on: date
    ends_on: date | None
    basis: Basis
    certainty: str
    """A: the text was read; B, C, M: to be verified."""
    source: str
    checked_on: date | None
    """The day on which it was compared with the text."""

    @property
    def is_sure(self) -> bool:
        """Tell whether it may be shown without “to be verified”."""
        return self.certainty == "A"

    @property
    def known_to(self) -> date | None:
        """Return the last day for which it may be used, None when no end is in sight."""
        if self.ends_on or self.checked_on is None or not is_money(self.unit):
            return self.ends_on
        return self.checked_on + TRUSTED_FOR

    def applies_on(self, day: date) -> bool:
        """Tell whether it may be used for a day."""
        return self.starts_on <= day and (self.known_to is None or day <= self.known_to)


class Rates(Protocol):
    """The dated levels and rates; missing days raise :class:`donghanh.calculators.errors.NotKnownOn`."""

    def on(self, code: str, day: date, key: str = "") -> Value:
        """Return the value that applies on a day."""

    def between(self, code: str, first: date, last: date, key: str = "") -> list[Value]:
        """Return the values that apply from ``first`` to ``last``, in order; both days must be known."""
