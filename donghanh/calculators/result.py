"""What a calculator answers: amounts, the steps to them, what they stand on and what they leave out."""

from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from donghanh.calculators.values import Basis, Value
from donghanh.calculators.words import Words

Quantity = int | Decimal | date


@dataclass(frozen=True, slots=True)
class Amount:
    """One figure of the answer; ``unit`` is a code of :data:`donghanh.calculators.units.UNITS`."""

    code: str
    label: Words
    value: Quantity
    unit: str


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the working: what is done, the formula with its numbers, and what comes out."""

    words: Words
    formula: Words
    value: Words


@dataclass(slots=True)
class Result:
    """The whole answer of a calculator.

    ``values`` may be left empty: the engine notes what was looked up. ``parts`` holds one whole answer for each side
    of a change of the law, each with its ``title``.
    """

    amounts: list[Amount]
    steps: list[Step] = field(default_factory=list)
    values: list[Value] = field(default_factory=list)
    basis: list[Basis] = field(default_factory=list)
    explains: list[Words] = field(default_factory=list)
    not_covered: list[Words] = field(default_factory=list)
    parts: list["Result"] = field(default_factory=list)
    title: Words | None = None

    @property
    def main(self) -> Amount:
        """Return the figure that was asked for."""
        return self.amounts[0]

    @property
    def is_sure(self) -> bool:
        """Tell whether every value used was compared with the text."""
        return all(value.is_sure for value in self.values) and all(part.is_sure for part in self.parts)


def whole_dong(amount: Decimal | int) -> int:
    """Round to whole đồng, half up; done once, at the end."""
    return int(Decimal(amount).quantize(Decimal(1), rounding=ROUND_HALF_UP))
