"""Reading .xlsx and .csv files into lines of cells, without a judgement on what they mean."""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from io import StringIO
from typing import IO

from django.utils.translation import gettext as _
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, SheetVisibleEnum

from donghanh.core.exports import STARTS_A_FORMULA
from donghanh.core.imports.cells import Cell
from donghanh.core.imports.encodings import decoded
from donghanh.core.imports.errors import (
    DamagedFile,
    FileTooLarge,
    LockedFile,
    NoRows,
    OldFormat,
    OpenQuotation,
    OtherDocument,
    TooManyCells,
    TooManyColumns,
    TooManyRows,
)
from donghanh.core.imports.faults import Faults, faults_of
from donghanh.core.imports.merging import fill_merged
from donghanh.core.imports.old_fonts import in_unicode
from donghanh.core.imports.packages import Package, look_through
from donghanh.core.imports.sizes import (
    MAX_CELLS,
    MAX_COLUMNS,
    MAX_FILLED_ROWS,
    MAX_LINES,
    MAX_MEGABYTES,
    MAX_ROWS,
    MEGABYTE,
)

_HEAD = 4096
_ZIP, _OLD_OFFICE, _PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF-"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
"""How a workbook with a password names its only content."""
_MARKUP = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|head|body|table|meta|\?xml|script|svg)\b", re.IGNORECASE
)
_DELIMITERS = ",;\t"
_SNIFFED_LINES = 20
_GUARDED = re.compile(r"'(?=[0-9])")


@dataclass(frozen=True, slots=True)
class Sheet:
    """The first visible sheet of a file; line 0 is row 1 of the spreadsheet.

    ``faults`` are the cells whose value the file does not hold, with what stands there; ``notices``
    tell the owner of the file how it was read where that is not plain.
    """

    name: str
    lines: Sequence[Sequence[Cell]]
    faults: Faults = field(default_factory=dict)
    notices: list[str] = field(default_factory=list)


def read_sheet(file: IO[bytes], name: str) -> Sheet:
    """Read a file by its content; its name only tells what to call it."""
    size = file.seek(0, 2)
    if size > MAX_MEGABYTES * MEGABYTE:
        raise FileTooLarge(-(-size // MEGABYTE), MAX_MEGABYTES)
    file.seek(0)
    start = file.read(_HEAD)
    file.seek(0)
    if start.startswith(_ZIP):
        return _read_xlsx(file, name)
    if start.startswith(_OLD_OFFICE):
        raise LockedFile(name) if _ENCRYPTED in file.read() else OldFormat(name)
    if start.startswith(_PDF):
        raise OtherDocument(name, _("a PDF"))
    if _MARKUP.match(start):
        raise OtherDocument(name, _("a web page"))
    return _read_csv(file.read(), name)


def _read_xlsx(file: IO[bytes], name: str) -> Sheet:
    package = look_through(file, name)
    try:
        book = CalamineWorkbook.from_filelike(file)
        sheet_name = next(sheet.name for sheet in book.sheets_metadata if sheet.visible == SheetVisibleEnum.Visible)
        sheet = book.get_sheet_by_name(sheet_name)
        cells = _laid_out(sheet)
    except PasswordError:
        raise LockedFile(name) from None
    except (CalamineError, StopIteration):
        raise DamagedFile(name) from None
    if not cells:
        raise NoRows(sheet_name)
    notices = [*_package_notices(package), *fill_merged(cells, sheet.merged_cell_ranges or [])]
    lines, converted = in_unicode(cells)
    return Sheet(sheet_name, lines, faults_of(file, sheet_name, name), [*notices, *converted])


def _laid_out(sheet: CalamineSheet) -> list[list[Cell]]:
    """Return the lines from the first cell of the sheet on; a text that many cells hold is kept once."""
    known: dict[str, str] = {}
    once = known.setdefault
    left: list[Cell] = [""] * sheet.start[1] if sheet.start else []
    return [
        [*left, *(once(cell, cell) if isinstance(cell, str) else cell for cell in row)] for row in sheet.iter_rows()
    ]


def _package_notices(package: Package) -> list[str]:
    notices = []
    if package.has_macros:
        notices.append(_("The file holds macros; they are neither run nor needed."))
    if package.has_links:
        notices.append(_("Some formulas look into other files; their values are those of the last time it was saved."))
    return notices


def _read_csv(content: bytes, name: str) -> Sheet:
    file = decoded(content, name)
    lines = list(_csv_lines(file.text, name))
    if not any(lines):
        raise NoRows(name)
    modern, converted = in_unicode(lines)
    return Sheet(name, modern, {}, [*file.notices, *converted])


def _csv_lines(text: str, name: str) -> Iterator[Sequence[Cell]]:
    """Give the lines; blank ones cost nothing, and too many are refused before they fill the memory."""
    rows = csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text))
    cells = filled = 0
    began = 1
    try:
        for count, row in enumerate(rows, start=1):
            if len(row) > MAX_COLUMNS:
                raise TooManyColumns(len(row), MAX_COLUMNS)
            is_filled = any(row)
            cells, filled, began = cells + len(row), filled + is_filled, rows.line_num + 1
            if filled > MAX_FILLED_ROWS:
                raise TooManyRows(filled + sum(map(any, rows)), MAX_ROWS)
            if cells > MAX_CELLS or count > MAX_LINES:
                raise TooManyCells(count, max(len(row), 1), MAX_CELLS)
            yield [_unguarded(cell) for cell in row] if is_filled else ()
    except csv.Error:
        raise OpenQuotation(name, began) from None


def _delimiter(text: str) -> str:
    """Take the sign that stands most often in the first lines; programs differ by country."""
    start = "\n".join(text[:_HEAD].splitlines()[:_SNIFFED_LINES])
    return max(_DELIMITERS, key=start.count)


def _unguarded(cell: str) -> str:
    """Drop the apostrophe that stands before what Excel would take for a formula or a number."""
    is_guarded = cell.startswith("'") and (cell[1:].startswith(STARTS_A_FORMULA) or _GUARDED.match(cell))
    return cell[1:] if is_guarded else cell
