"""Tables: their columns, their cells, and where each cell stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from donghanh.core.documents.words import Inline, Words, words_text


class Align(StrEnum):
    """Where the words of a column stand."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@dataclass(frozen=True)
class Column:
    """One column: its share of the table's width, and where its words stand."""

    share: float
    align: Align = Align.LEFT


@dataclass(frozen=True)
class Cell:
    """Words that may reach over several columns or rows."""

    words: Words
    columns: int = 1
    rows: int = 1


Row: TypeAlias = tuple[Cell | Inline, ...]


@dataclass(frozen=True)
class Placed:
    """A cell and the row and column of its upper left corner."""

    row: int
    column: int
    cell: Cell


class UnevenTable(ValueError):
    """The cells of a table overlap, stick out or leave a gap."""

    def __init__(self, row: int, columns: int, cells: Row) -> None:
        shown = " | ".join(words_text(as_cell(cell).words) for cell in cells)
        super().__init__(
            f"Row {row + 1} does not fill the table's {columns} columns: {shown!r}. "
            "Add the missing cells, or mend the columns and rows they span."
        )


@dataclass(frozen=True)
class Table:
    """A ruled table; its head is repeated on every page and no row is broken over two.

    ``notes`` stand below in small print. ``row_height`` in millimetres leaves room for handwriting.
    """

    columns: tuple[Column, ...]
    head: tuple[Row, ...]
    rows: tuple[Row, ...]
    total: Row = ()
    title: str = ""
    notes: tuple[Words, ...] = ()
    row_height: float = 0

    def __post_init__(self) -> None:
        for part in self.parts:
            tuple(placed(part, len(self.columns)))

    @property
    def parts(self) -> tuple[tuple[Row, ...], ...]:
        """Return head, body and total row; a cell never reaches from one into the next."""
        return self.head, self.rows, (self.total,) if self.total else ()


def as_cell(given: Cell | Inline) -> Cell:
    """Return a single run as the cell that holds it."""
    return given if isinstance(given, Cell) else Cell((given,))


def placed(rows: tuple[Row, ...], width: int) -> Iterator[Placed]:
    """Say where each cell stands, or refuse rows that do not fill the grid exactly."""
    free_from = [0] * width  # For each column, the first row that no cell from above reaches into.
    for number, row in enumerate(rows):
        column = 0
        for given in row:
            cell = as_cell(given)
            while column < width and free_from[column] > number:
                column += 1
            span = range(column, column + cell.columns)
            if span.stop > width or any(free_from[taken] > number for taken in span):
                raise UnevenTable(number, width, row)
            for taken in span:
                free_from[taken] = number + cell.rows
            yield Placed(number, column, cell)
            column = span.stop
        if any(bottom <= number for bottom in free_from):
            raise UnevenTable(number, width, row)
    if any(bottom > len(rows) for bottom in free_from):
        raise UnevenTable(len(rows) - 1, width, rows[-1])
