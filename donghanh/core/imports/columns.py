"""The columns of a list, and how the headings of a file are recognised, in any order."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.functional import Promise

from donghanh.core.imports.cells import Cell, Reader, in_both, is_blank, key, typed
from donghanh.core.imports.errors import ColumnsMissing, ColumnTwice
from donghanh.core.imports.sheets import Sheet

Words = str | Promise
HEADING_WITHIN = 20
"""In how many rows from the top the headings are looked for; titles may stand above them."""
_REMARK = re.compile(r"\(.*?\)|\*")


@dataclass(frozen=True, slots=True)
class Column:
    """One column that a list may have.

    ``aliases`` are further headings that people use; ``help`` and ``example`` go into the
    template that people fill in.
    """

    name: str
    heading: Words
    read: Reader
    aliases: tuple[str, ...] = ()
    required: bool = False
    help: Words = ""
    example: Cell = ""

    @property
    def keys(self) -> set[str]:
        """Return the headings that name this column, in the form that is compared."""
        return {key(heading) for heading in {*in_both(self.heading), self.name, *self.aliases}}


@dataclass(frozen=True, slots=True)
class Headings:
    """Which line holds the headings, where each known column stands, what else there is."""

    line: int
    places: dict[str, int]
    unknown: list[str] = field(default_factory=list)


def recognise(sheet: Sheet, columns: Sequence[Column], ignored: Sequence[str] = ()) -> Headings:
    """Find the line of headings and the columns in it; what is required and missing is named."""
    known = {heading: column.name for column in columns for heading in column.keys}
    line, names = _heading_line(sheet, known)
    places: dict[str, int] = {}
    for place, name in names.items():
        if name in places:
            raise ColumnTwice(typed(sheet.lines[line][place]), sheet.name, places[name], place)
        places[name] = place
    missing = [str(column.heading) for column in columns if column.required and column.name not in places]
    if missing:
        raise ColumnsMissing(missing, sheet.name)
    skipped = {key(heading) for heading in ignored}
    unknown = [
        typed(cell)
        for place, cell in enumerate(sheet.lines[line])
        if place not in names and not is_blank(cell) and _key(cell) not in skipped
    ]
    return Headings(line, places, unknown)


def _heading_line(sheet: Sheet, known: dict[str, str]) -> tuple[int, dict[int, str]]:
    """Take the line near the top that names the most columns."""
    best: tuple[int, dict[int, str]] = (0, {})
    for line, cells in enumerate(sheet.lines[:HEADING_WITHIN]):
        names = {place: known[_key(cell)] for place, cell in enumerate(cells) if _key(cell) in known}
        if len(names) > len(best[1]):
            best = (line, names)
    return best


def _key(cell: Cell) -> str:
    return key(_REMARK.sub(" ", typed(cell)))
