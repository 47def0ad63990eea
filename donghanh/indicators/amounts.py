"""What a figure says in numbers, and what several of them say together: no database."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from donghanh.indicators.choices import Qualifier


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A number or a range with its qualifier, or a change against the year before."""

    value: int | None = None
    minimum: int | None = None
    maximum: int | None = None
    change: int | None = None
    change_percent: Decimal | None = None
    qualifier: Qualifier = Qualifier.EXACT

    @property
    def numbers(self) -> list[int]:
        """Return the whole numbers that say how much, without the changes."""
        return [each for each in (self.value, self.minimum, self.maximum) if each is not None]

    @property
    def low(self) -> int | None:
        """Return the number, or the lower end of the range."""
        return self.minimum if self.value is None else self.value

    @property
    def high(self) -> int | None:
        """Return the number, or the upper end of the range."""
        return self.maximum if self.value is None else self.value

    @property
    def says_a_change(self) -> bool:
        """Tell whether there is a change against the year before."""
        return self.change is not None or self.change_percent is not None


def total(amounts: Iterable[Amount]) -> Amount | None:
    """Add amounts; None where their sum would claim more than they say.

    “Over” and exact make “over”, “nearly” and exact make “nearly”; “over” and “nearly” together say
    nothing about their sum. A number adds to a range as a range of itself.
    """
    amounts = list(amounts)
    qualifiers = {amount.qualifier for amount in amounts} - {Qualifier.EXACT}
    low, high = _sum(amount.low for amount in amounts), _sum(amount.high for amount in amounts)
    if len(qualifiers) > 1 or low is None or high is None:
        return None
    qualifier = qualifiers.pop() if qualifiers else Qualifier.EXACT
    if any(amount.value is None for amount in amounts):
        return Amount(minimum=low, maximum=high, qualifier=qualifier)
    return Amount(value=low, qualifier=qualifier)


def _sum(numbers: Iterable[int | None]) -> int | None:
    """Add numbers; one unknown makes the sum unknown, and so does nothing at all."""
    found: int | None = None
    for number in numbers:
        if number is None:
            return None
        found = (found or 0) + number
    return found
