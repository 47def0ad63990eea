"""The rows of a file under the columns of a list."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import IO

from donghanh.core.imports.cells import day, is_blank
from donghanh.core.imports.columns import Column, recognise
from donghanh.core.imports.date_orders import by_evidence
from donghanh.core.imports.errors import NoRows, TooManyRows
from donghanh.core.imports.rows import Row
from donghanh.core.imports.sheets import Sheet, read_sheet
from donghanh.core.imports.sizes import MAX_ROWS


class Table:
    """A sheet whose headings are recognised; blank rows are left out, the others keep their numbers."""

    def __init__(self, sheet: Sheet, columns: Sequence[Column], ignored: Sequence[str] = ()) -> None:
        headings = recognise(sheet, columns, ignored)
        self.sheet = sheet
        self.unknown_columns = headings.unknown
        self.heading_line = headings.line
        self.places = headings.places
        self._columns = {column.name: column for column in columns}
        faulty = {line for line, _place in sheet.faults}
        self.lines = [
            line
            for line in range(headings.line + 1, len(sheet.lines))
            if line in faulty or not all(map(is_blank, sheet.lines[line]))
        ]
        if not self.lines:
            raise NoRows(sheet.name)
        if len(self.lines) > MAX_ROWS:
            raise TooManyRows(len(self.lines), MAX_ROWS)
        self.notices = [*sheet.notices, *self._tell_dates()]

    def __len__(self) -> int:
        return len(self.lines)

    def __iter__(self) -> Iterator[Row]:
        return map(self.row, self.lines)

    def _tell_dates(self) -> list[str]:
        """Let each column of dates be read in the order in which it is typed."""
        notices = []
        for name, place in self.places.items():
            if self._columns[name].read is day:
                cells = (cells[place] for cells in map(self.sheet.lines.__getitem__, self.lines) if place < len(cells))
                self._columns[name], told = by_evidence(self._columns[name], cells)
                notices += told
        return notices

    def row(self, line: int) -> Row:
        """Return the row of a line of the sheet, not read yet."""
        cells, faults = self.sheet.lines[line], self.sheet.faults
        width = len(cells)
        return Row(
            number=line + 1,
            columns=self._columns,
            cells={name: cells[place] if place < width else None for name, place in self.places.items()},
            faults={name: faults[line, place] for name, place in self.places.items() if (line, place) in faults}
            if faults
            else {},
        )


def open_table(file: IO[bytes], name: str, columns: Sequence[Column], ignored: Sequence[str] = ()) -> Table:
    """Read an uploaded file as a table of these columns."""
    return Table(read_sheet(file, name), columns, ignored)


def chunks(table: Table, lines: Sequence[int], size: int) -> Iterator[list[Row]]:
    """Give the rows of some lines, ``size`` at a time."""
    waiting = iter(lines)
    while rows := [table.row(line) for line in islice(waiting, size)]:
        yield rows
