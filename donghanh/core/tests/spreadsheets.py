"""Spreadsheets made for a test."""

import csv
from collections.abc import Sequence
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

from openpyxl import Workbook

Lines = Sequence[Sequence[Any]]


def xlsx(lines: Lines, *, sheet: str = "Danh sách") -> BytesIO:
    """Make an .xlsx file; a text that starts with = becomes a formula without a value."""
    book = Workbook()
    book.worksheets[0].title = sheet
    for line in lines:
        book.worksheets[0].append(list(line))
    made = BytesIO()
    book.save(made)
    made.seek(0)
    return made


def csv_file(lines: Lines, *, encoding: str = "utf-8", delimiter: str = ",") -> BytesIO:
    """Make a .csv file."""
    text = StringIO()
    csv.writer(text, delimiter=delimiter).writerows(lines)
    return BytesIO(text.getvalue().encode(encoding))


def saved(folder: Path, lines: Lines, name: str = "danh-sach.xlsx") -> Path:
    """Keep an .xlsx file in a folder."""
    path = folder / name
    path.write_bytes(xlsx(lines).getvalue())
    return path
