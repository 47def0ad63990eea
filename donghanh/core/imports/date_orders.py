"""In which order the dates of a column are typed: told by those that can be read in one way only."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from django.utils.translation import gettext as _

from donghanh.core.imports.cells import BadCell, Cell, day, typed
from donghanh.core.imports.columns import Column
from donghanh.core.imports.rows import in_sentence

_PARTS = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})")
_MONTHS = 12
_ENOUGH = 2
"""How many dates must show that the month stands first; a single one is a slip."""


def by_evidence(column: Column, cells: Iterable[Cell]) -> tuple[Column, list[str]]:
    """Return a date column read in the order that its cells show, with a notice when that is not day first."""
    shown = [found for cell in cells if isinstance(cell, str) and (found := _parts(cell))]
    day_first = sum(first > _MONTHS >= second for first, second, _year in shown)
    month_first = sum(second > _MONTHS >= first for first, second, _year in shown)
    if month_first < _ENOUGH:
        return column, []
    heading = {"column": in_sentence(str(column.heading))}
    if day_first:
        notice = _("The dates in %(column)s stand in two orders; those that can be read both ways are left out.")
        return replace(column, read=_of_either_order), [notice % heading]
    notice = _("The dates in %(column)s are read as month/day/year, because some of them can be nothing else.")
    return replace(column, read=_month_first), [notice % heading]


def _parts(cell: str) -> tuple[int, int, int] | None:
    found = _PARTS.fullmatch(typed(cell))
    return (int(found[1]), int(found[2]), int(found[3])) if found else None


def _month_first(cell: Cell) -> date:
    parts = _parts(cell) if isinstance(cell, str) else None
    return day("{1}/{0}/{2}".format(*parts) if parts else cell)


def _of_either_order(cell: Cell) -> date:
    parts = _parts(cell) if isinstance(cell, str) else None
    if parts and max(parts[:2]) <= _MONTHS and parts[0] != parts[1]:
        raise BadCell(
            _("This may be two days: the column holds day/month and month/day."),
            _("Write day/month/year in the whole column, for example 25/11/2026."),
        )
    return _month_first(cell) if parts and parts[1] > _MONTHS else day(cell)
