"""How much the parts of a workbook hold: counted by a parser that keeps nothing of them.

Millions of cells pass here, so the little that is done for each is all there is: ends and texts are
collected without a call of ours, and looked at block by block.
"""

import re
import zipfile
from abc import ABC, abstractmethod
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Any
from xml.parsers import expat

from donghanh.core.imports.errors import TooManyCells, TooManyColumns, TooManyRows, TooMuchText
from donghanh.core.imports.sizes import (
    MAX_CELLS,
    MAX_COLUMNS,
    MAX_FILLED_ROWS,
    MAX_LETTERS,
    MAX_LINES,
    MAX_ROWS,
    MEGABYTE,
)

_BLOCK = 256 * 1024
_LONGEST_TOKEN = 4 * MEGABYTE
_DEEPEST = 100
_END = True
_READ_BY_US = ("/worksheet", "/sharedStrings")
_DIGITS = "0123456789"
_COLUMN, _ROW = re.compile("[A-Z]{1,3}"), re.compile("[0-9]{1,7}")


class Broken(zipfile.BadZipFile):
    """A part that no program of ours would write."""


def measured_texts(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> list[int]:
    """Return how many letters each of the texts has that cells share."""
    texts = _Texts()
    _read(texts, package, part)
    return texts.lengths


def measure_cells(package: zipfile.ZipFile, part: zipfile.ZipInfo, lengths: Sequence[int]) -> None:
    """Refuse a sheet whose filled cells span or hold too much; other parts pass when they are well formed."""
    cells = _Cells(lengths)
    _read(cells, package, part)
    cells.judge()


def _read(look: "_Look", package: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Read a part to its end: it is what the directory says, well formed, not deep, and defines nothing."""
    ends: list[str] = []
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler, parser.EndElementHandler = look.begin, ends.append
    parser.CharacterDataHandler = look.texts.append
    fed = closed = 0
    with package.open(part) as content:
        while block := content.read(_BLOCK):
            parser.Parse(block)
            fed, closed = fed + len(block), closed + len(ends)
            if fed - parser.CurrentByteIndex > _LONGEST_TOKEN or look.begun - closed > _DEEPEST:
                raise Broken(part.filename)
            ends.clear()
            look.count_texts()
        parser.Parse(b"", _END)
    look.count_texts()


def _refuse(*declared: Any) -> None:
    """Refuse definitions: spreadsheets have none, and entities that name each other fill any memory."""
    raise Broken(str(declared))


class _Look(ABC):
    """Follows the elements of one part; ``texts`` are those since the last count."""

    def __init__(self) -> None:
        self.begun = 0
        self.texts: list[str] = []
        self.letters = 0

    @abstractmethod
    def begin(self, name: str, attributes: dict[str, str]) -> None:
        """Note the start of an element."""

    def count_texts(self) -> None:
        """Count what was collected, and let it go."""
        self.letters += sum(map(len, self.texts))
        self.texts.clear()
        if self.letters > MAX_LETTERS:
            raise TooMuchText(MAX_LETTERS)


class _Texts(_Look):
    """Measures the texts that the cells share."""

    def __init__(self) -> None:
        super().__init__()
        self.lengths: list[int] = []
        self._starts: list[int] = []

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        """Note where in the collected texts the next shared one starts."""
        self.begun += 1
        if name == "si" or name.endswith(":si"):
            self._starts.append(len(self.texts))

    def count_texts(self) -> None:
        """Give each shared text the length of its parts; the first of them may belong to the one before."""
        sizes = list(map(len, self.texts))
        starts = [*self._starts, len(sizes)]
        if self.lengths:
            self.lengths[-1] += sum(sizes[: starts[0]])
        self.lengths += [sum(sizes[start:end]) for start, end in pairwise(starts)]
        self._starts.clear()
        super().count_texts()


class _Cells(_Look):
    """Measures the rectangle that the filled cells of a sheet span, and the letters they show."""

    def __init__(self, lengths: Sequence[int]) -> None:
        super().__init__()
        self._lengths = lengths
        self._row = self._column = 0
        self._digits = ""
        self._rows = self._columns = self._filled = self._last_filled = 0
        self._is_shared = False
        self._numbers: list[int] = []

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        """Follow rows and cells; one without reference stands behind the one before."""
        self.begun += 1
        if ":" in name:
            name = name.rpartition(":")[2]
        if name == "c":
            self._is_shared = attributes.get("t") == "s"
            self._step(attributes.get("r"))
        elif name == "v":
            self._fill()
            if self._is_shared:
                self._numbers.append(len(self.texts))
        elif name == "is":
            self._fill()
        elif name == "row":
            self._begin_row(attributes.get("r"))
        elif name == "Relationship":
            _check_target(attributes.get("Type", ""), attributes.get("Target", ""))

    def count_texts(self) -> None:
        """Count what was collected, with the shared texts in place of the numbers that name them."""
        known = len(self.texts)
        waiting = [0] if self._numbers and self._numbers[-1] == known else []
        named = [self.texts[place] for place in self._numbers if place < known]
        self.letters += sum(self._lengths[int(number)] - len(number) for number in named)
        self._numbers = waiting
        super().count_texts()

    def judge(self) -> None:
        """Refuse a sheet that spans too much."""
        if self._columns > MAX_COLUMNS:
            raise TooManyColumns(self._columns, MAX_COLUMNS)
        if self._filled > MAX_FILLED_ROWS:
            raise TooManyRows(self._filled, MAX_ROWS)
        if self._rows > MAX_LINES or self._rows * self._columns > MAX_CELLS:
            raise TooManyCells(self._rows, self._columns, MAX_CELLS)

    def _begin_row(self, number: str | None) -> None:
        self._row = _row(number) if number is not None else self._row + 1
        self._digits = str(self._row)
        self._column = 0

    def _step(self, reference: str | None) -> None:
        if reference is None:
            self._column += 1
            return
        letters = reference.rstrip(_DIGITS)
        self._column = _column(letters)
        digits = reference[len(letters) :]
        if digits != self._digits:
            self._row, self._digits = _row(digits), digits

    def _fill(self) -> None:
        """Note that the cell at hand holds something."""
        if self._row != self._last_filled:
            self._last_filled = self._row
            self._filled += 1
            self._rows = max(self._rows, self._row)
        self._columns = max(self._columns, self._column)


def _check_target(kind: str, target: str) -> None:
    """Refuse sheets and texts under names by which they would not be looked through."""
    if kind.endswith(_READ_BY_US) and not target.lower().endswith(".xml"):
        raise Broken(target)


def _row(digits: str) -> int:
    if not _ROW.fullmatch(digits):
        raise Broken(digits)
    return int(digits)


@cache
def _column(letters: str) -> int:
    """Return the number of a column, A = 1."""
    if not _COLUMN.fullmatch(letters):
        raise Broken(letters)
    number = 0
    for sign in letters:
        number = number * 26 + ord(sign) - ord("A") + 1
    return number
