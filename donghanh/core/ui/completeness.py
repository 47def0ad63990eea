"""Completeness of the units below: one cell a unit, so that what is missing can be seen and counted."""

from collections.abc import Sequence
from dataclasses import dataclass

MOST_CELLS = 140
"""More cells than this cannot be told apart on a sheet; then the bar shows the share instead."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One unit's place in the bar; ``at`` and ``width`` are per cent of it."""

    at: float
    width: float
    is_there: bool


def layout(there: Sequence[bool]) -> list[Cell]:
    """Place one cell a unit, those that are there first."""
    count, total = sum(there), len(there)
    if not total:
        return []
    if total > MOST_CELLS:
        share = round(count * 100 / total, 2)
        parts = [Cell(0, share, is_there=True), Cell(share, round(100 - share, 2), is_there=False)]
        return [part for part in parts if part.width]
    step = 100 / total
    return [Cell(round(index * step, 3), round(step * 0.74, 3), index < count) for index in range(total)]
