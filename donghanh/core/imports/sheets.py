"""Reading .xlsx and .csv files into lines of cells, without a judgement on what they mean."""

import csv
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from io import StringIO
from typing import IO

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum

from donghanh.core.exports import STARTS_A_FORMULA
from donghanh.core.imports.cells import Cell
from donghanh.core.imports.errors import FileTooLarge, LockedOrOld, NoRows, NotASpreadsheet, NotUtf8
from donghanh.core.imports.faults import Faults, faults_of

MEGABYTE = 1024 * 1024
MAX_MEGABYTES = 20
MAX_UNPACKED_MEGABYTES = 500
_ZIP, _OLD_OFFICE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_WORKBOOK = "xl/workbook.xml"
_DELIMITERS = ",;\t"
_SNIFFED_LINES = 20


@dataclass(frozen=True, slots=True)
class Sheet:
    """The first visible sheet of a file; line 0 is row 1 of the spreadsheet.

    ``faults`` are the cells whose value the file does not hold, with what stands there.
    """

    name: str
    lines: Sequence[Sequence[Cell]]
    faults: Faults = field(default_factory=dict)


def read_sheet(file: IO[bytes], name: str) -> Sheet:
    """Read a file by its content; its name only tells what to call it."""
    size = file.seek(0, 2)
    if size > MAX_MEGABYTES * MEGABYTE:
        raise FileTooLarge(-(-size // MEGABYTE), MAX_MEGABYTES)
    file.seek(0)
    start = file.read(4)
    file.seek(0)
    if start == _ZIP:
        return _read_xlsx(file, name)
    if start == _OLD_OFFICE:
        raise LockedOrOld(name)
    return _read_csv(file.read(), name)


def _read_xlsx(file: IO[bytes], name: str) -> Sheet:
    try:
        with zipfile.ZipFile(file) as package:
            unpacked = sum(part.file_size for part in package.infolist())
            is_workbook = _WORKBOOK in package.namelist()
    except zipfile.BadZipFile:
        raise NotASpreadsheet(name) from None
    if not is_workbook:
        raise NotASpreadsheet(name)
    if unpacked > MAX_UNPACKED_MEGABYTES * MEGABYTE:
        raise FileTooLarge(unpacked // MEGABYTE, MAX_UNPACKED_MEGABYTES)
    file.seek(0)
    try:
        book = CalamineWorkbook.from_filelike(file)
        sheet_name = next(sheet.name for sheet in book.sheets_metadata if sheet.visible == SheetVisibleEnum.Visible)
        lines = book.get_sheet_by_name(sheet_name).to_python(skip_empty_area=False)
    except PasswordError:
        raise LockedOrOld(name) from None
    except (CalamineError, StopIteration):
        raise NotASpreadsheet(name) from None
    if not lines:
        raise NoRows(sheet_name)
    return Sheet(sheet_name, lines, faults_of(file, sheet_name))


def _read_csv(content: bytes, name: str) -> Sheet:
    encoding = "utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        raise NotASpreadsheet(name) if b"\0" in content else NotUtf8(name) from None
    if "\0" in text:
        raise NotASpreadsheet(name)
    try:
        rows = csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text))
        lines = [[_unguarded(cell) for cell in row] for row in rows]
    except csv.Error:
        raise NotASpreadsheet(name) from None
    if not lines:
        raise NoRows(name)
    return Sheet(name, lines)


def _delimiter(text: str) -> str:
    """Take the sign that stands most often in the first lines; programs differ by country."""
    start = "\n".join(text.splitlines()[:_SNIFFED_LINES])
    return max(_DELIMITERS, key=start.count)


def _unguarded(cell: str) -> str:
    """Drop the apostrophe that our own files put before what Excel would take for a formula."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(STARTS_A_FORMULA) else cell
