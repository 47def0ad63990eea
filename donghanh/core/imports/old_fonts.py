"""Cells typed with the fonts of before Unicode are converted, column by column, and their owner is told."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from django.utils.translation import gettext as _

from donghanh.core.imports.cells import Cell
from donghanh.core.ui.numbers import number
from donghanh.kernel.legacy_text import Legacy, converted, legacy_of, may_be_legacy, reads_as

_FEWEST = 5
"""How many texts of an old font outweigh one in Unicode, such as the heading above them."""
Lines = Sequence[Sequence[Cell]]


def in_unicode(lines: Lines) -> tuple[Lines, list[str]]:
    """Return the lines in Unicode, and a notice for each old font that was met.

    A text that may be right as it stands follows its column: it is converted only where nearly all others
    surely are of an old font.
    """
    columns = _Columns(lines)
    if not columns.is_any_old:
        return lines, []
    counts: Counter[Legacy] = Counter()
    examples: dict[Legacy, tuple[str, str]] = {}
    modern: list[Sequence[Cell]] = []
    for line in lines:
        cells = list(line)
        for place, cell in enumerate(cells):
            if isinstance(cell, str) and (legacy := columns.legacy_at(place, cell)):
                cells[place] = converted(cell, legacy)
                counts[legacy] += 1
                examples.setdefault(legacy, (cell, converted(cell, legacy)))
        modern.append(cells)
    return modern, [_notice(legacy, counts[legacy], *examples[legacy]) for legacy in counts]


class _Columns:
    """What the sure texts of each column show about the doubtful ones."""

    def __init__(self, lines: Lines) -> None:
        self._sure: dict[int, Counter[Legacy]] = defaultdict(Counter)
        self._unicode: Counter[int] = Counter()
        for line in lines:
            for place, cell in enumerate(line):
                if isinstance(cell, str) and not cell.isascii():
                    if not may_be_legacy(cell):
                        self._unicode[place] += 1
                    elif legacy := legacy_of(cell):
                        self._sure[place][legacy] += 1

    @property
    def is_any_old(self) -> bool:
        """Tell whether anything has to be converted."""
        return bool(self._sure)

    def legacy_at(self, place: int, cell: str) -> Legacy | None:
        """Return how a text of a column is written, None for Unicode."""
        if not may_be_legacy(cell):
            return None
        if sure := legacy_of(cell):
            return sure
        found, count = self._sure[place].most_common(1)[0] if place in self._sure else (None, 0)
        return found if found and count >= _FEWEST * self._unicode[place] and reads_as(cell, found) else None


def _notice(legacy: Legacy, count: int, old: str, modern: str) -> str:
    message = _("%(count)s cells are typed in a %(font)s font and are read in Unicode, “%(old)s” as “%(new)s”.")
    return message % {"count": number(count), "font": legacy.value, "old": old, "new": modern}
