"""What a sealed report says against what the records say now, figure by figure."""

from collections.abc import Iterator
from dataclasses import dataclass

from donghanh.indicators.amounts import Amount
from donghanh.reporting.reports.values import Declared, Report, Row


@dataclass(frozen=True, slots=True)
class Difference:
    """One figure that is no longer what it was: None means that nothing was, or is, known."""

    row: Row
    side: str
    then: Amount | None
    now: Amount | None

    @property
    def step(self) -> int | None:
        """Return by how much the figure moved, where both are plain numbers."""
        if self.then is None or self.now is None or self.then.value is None or self.now.value is None:
            return None
        return self.now.value - self.then.value


def differences(then: Report, now: Report) -> list[Difference]:
    """Compare every figure of two reports of the same unit and period."""
    before = {row.key: row for row in then.rows}
    after = {row.key: row for row in now.rows}
    return [
        difference
        for key in dict.fromkeys([*before, *after])
        for difference in _of_row(before.get(key), after.get(key))
    ]


def _of_row(then: Row | None, now: Row | None) -> Iterator[Difference]:
    row = now or then
    if row is None:
        return
    amounts_then, amounts_now = _amounts(then), _amounts(now)
    told = () if any(each and each.suppressed for each in (then, now)) else ("counted",)
    for side in (*told, "declared", "change", "target"):
        if amounts_then.get(side) != amounts_now.get(side):
            yield Difference(row, side, amounts_then.get(side), amounts_now.get(side))


def _amounts(row: Row | None) -> dict[str, Amount]:
    """Return what is known in a row, by what kind of figure it is."""
    if row is None:
        return {}
    found = {"counted": Amount(value=row.counted) if row.counted is not None else None}
    for side, declared in (("declared", row.declared), ("change", row.declared_change), ("target", row.target)):
        found[side] = declared.amount if isinstance(declared, Declared) else None
    return {side: amount for side, amount in found.items() if amount is not None}
