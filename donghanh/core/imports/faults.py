"""Cells of an .xlsx file whose value is not in the file; the quick reader drops them in silence.

A formula that no program has computed yet holds no value, and one that failed holds an error.
"""

import re
import warnings
import zipfile
from collections.abc import Iterator
from typing import IO

from openpyxl import load_workbook
from openpyxl.cell.read_only import ReadOnlyCell

from donghanh.core.imports.errors import DamagedFile

Faults = dict[tuple[int, int], str]
"""Line and place of a cell, counted from 0, and the formula or error that stands in it."""
_SIGNS = re.compile(rb"<f[\s/>]|\st=\"e\"")
_OVERLAP = 16
_BLOCK = 1024 * 1024


def faults_of(file: IO[bytes], sheet_name: str, name: str) -> Faults:
    """Find the cells of a sheet without a value; a file without formulas costs one quick look."""
    if not _has_signs(file):
        return {}
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # What it finds odd beside the cells is no matter of ours.
            return _found(file, sheet_name)
    except Exception as error:
        raise DamagedFile(name) from error


def _found(file: IO[bytes], sheet_name: str) -> Faults:
    suspects = {
        _place(cell): str(cell.value) for cell in _cells(file, sheet_name, data_only=False) if cell.data_type in "fe"
    }
    faults = {}
    for cell in _cells(file, sheet_name, data_only=True):
        if (place := _place(cell)) in suspects:
            if cell.data_type == "e":
                faults[place] = str(cell.value)
            elif cell.value is None and cell.data_type != "str":  # A formula may come to an empty text.
                faults[place] = suspects[place]
    return faults


def _has_signs(file: IO[bytes]) -> bool:
    with zipfile.ZipFile(file) as package:
        for part in package.namelist():
            if part.startswith("xl/worksheets/") and part.endswith(".xml"):
                with package.open(part) as content:
                    if _holds_sign(content):
                        return True
    return False


def _holds_sign(content: IO[bytes]) -> bool:
    end = b""
    while block := content.read(_BLOCK):
        if _SIGNS.search(end + block):
            return True
        end = block[-_OVERLAP:]
    return False


def _cells(file: IO[bytes], sheet_name: str, *, data_only: bool) -> Iterator[ReadOnlyCell]:
    """Read the cells of a sheet: the formulas, or with ``data_only`` what they came to."""
    file.seek(0)
    book = load_workbook(file, read_only=True, data_only=data_only, keep_links=False)
    for line in book[sheet_name].iter_rows():
        for cell in line:
            if isinstance(cell, ReadOnlyCell):  # A cell that does not exist is a placeholder.
                yield cell


def _place(cell: ReadOnlyCell) -> tuple[int, int]:
    return cell.row - 1, cell.column - 1
