"""What somebody states in a figure, before it is checked and stored."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from donghanh.indicators.amounts import Amount
from donghanh.indicators.choices import FigureKind, Origin
from donghanh.indicators.models import Figure, cuts_key
from donghanh.kernel.periods import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A number with everything that makes it readable: of what, for when, how cut, by whose word."""

    indicator: str
    period: Period
    amount: Amount
    source: str
    kind: str = FigureKind.FLOW
    cuts: Mapping[str, str] = field(default_factory=dict)
    part_of: str = ""
    former_unit: str = ""
    origin: str = Origin.DECLARED
    grade: str = ""
    note: str = ""

    @property
    def key(self) -> dict[str, object]:
        """Return what one unit can state only once, as a filter on figures."""
        return {
            "indicator__code": self.indicator,
            "starts_on": self.period.starts_on,
            "ends_on": self.period.ends_on,
            "kind": self.kind,
            "cuts_key": cuts_key(self.cuts),
            "origin": self.origin,
            "former_unit": self.former_unit,
        }

    @classmethod
    def of(cls, figure: Figure) -> "Statement":
        """Return what a stored figure states."""
        return cls(
            indicator=figure.indicator.code,
            period=figure.period,
            amount=figure.amount,
            source=figure.source,
            kind=figure.kind,
            cuts=figure.cuts,
            part_of=figure.part_of,
            former_unit=figure.former_unit,
            origin=figure.origin,
            grade=figure.grade,
            note=figure.note,
        )
