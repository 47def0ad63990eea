"""Merged cells: people see one value over several rows, so each of these rows has it."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from donghanh.core.imports.cells import Cell, is_blank
from donghanh.core.ui.numbers import number

Range = tuple[tuple[int, int], tuple[int, int]]
"""The first and the last cell of a range, each as line and place."""


def fill_merged(lines: Sequence[list[Cell]], ranges: Sequence[Range]) -> list[str]:
    """Write the value of cells that are merged downwards into each of their rows; tell when there are any."""
    count = 0
    for (top, left), (bottom, _right) in ranges:
        if bottom == top or top >= len(lines) or left >= len(lines[top]) or is_blank(lines[top][left]):
            continue
        for line in range(top + 1, min(bottom + 1, len(lines))):
            if not is_blank(lines[line][left]):
                break  # Ranges do not overlap in an honest file; this keeps those of another one from being costly.
            lines[line][left] = lines[top][left]
            count += 1
    if not count:
        return []
    message = _("%(count)s merged cells: each of their rows is read with the value that is seen.")
    return [message % {"count": number(count)}]
