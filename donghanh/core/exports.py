"""Lists as files for spreadsheets: the only home of writing .xlsx and .csv.

No cell is ever taken for a formula, whatever somebody typed into a name.
"""

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from tempfile import TemporaryFile
from typing import IO, Any, Generic, TypeVar

from django.http import FileResponse, HttpRequest, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.functional import Promise
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.utils.timezone import is_aware, localdate, localtime
from django.utils.translation import gettext as _
from xlsxwriter import Workbook

from donghanh.kernel.errors import DomainError
from donghanh.kernel.text import fold

Row = TypeVar("Row")
Words = str | Promise
Cell = Words | int | float | Decimal | date | None

PARAMETER = "export"
STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
MAX_ROWS = 1_048_575
"""How many rows an .xlsx sheet holds below its heading."""
MAX_LETTERS = 32_767
"""How many letters an .xlsx cell holds."""
_NOT_IN_SHEET_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
_LONGEST_SHEET_NAME = 31
_DATE, _TIME = "dd/mm/yyyy", "dd/mm/yyyy hh:mm"


class TooManyRows(DomainError):
    """The list does not fit into one sheet."""

    code = "too_many_rows"

    def __init__(self) -> None:
        message = _("An .xlsx sheet holds %(count)s rows and this list is longer. Filter it, or take the .csv.")
        super().__init__(message % {"count": MAX_ROWS})


@dataclass(frozen=True)
class Column(Generic[Row]):
    """One column of a file: its heading, what a row puts into it, how many letters wide it is."""

    heading: Words
    value: Callable[[Row], Cell]
    width: int = 16


def export(
    request: HttpRequest, title: Words, columns: tuple[Column[Row], ...], rows: Iterable[Row]
) -> HttpResponseBase | None:
    """Answer with the whole list as a file when the address asks for one (``?export=xlsx``), else with nothing."""
    answer = {"xlsx": _xlsx_response, "csv": _csv_response}.get(request.GET.get(PARAMETER, ""))
    return answer(str(title), columns, rows) if answer else None


def write_xlsx(target: IO[bytes] | str, title: str, columns: tuple[Column[Row], ...], rows: Iterable[Row]) -> None:
    """Write a list as an .xlsx file, row by row, in little memory."""
    with Workbook(target, {"constant_memory": True}) as book:
        sheet = book.add_worksheet(sheet_name(title))
        formats = {
            date: book.add_format({"num_format": _DATE}),
            datetime: book.add_format({"num_format": _TIME}),
        }
        head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        for place, column in enumerate(columns):
            sheet.set_column(place, place, column.width)
            sheet.write_string(0, place, str(column.heading), head)
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)
        for number, row in enumerate(rows, start=1):
            if number > MAX_ROWS:
                raise TooManyRows
            for place, column in enumerate(columns):
                write_cell(sheet, number, place, column.value(row), formats)


def made_file(name: str, write: Callable[[IO[bytes]], None]) -> FileResponse:
    """Answer with a file that ``write`` makes."""
    with ExitStack() as closing:
        made = closing.enter_context(TemporaryFile())
        write(made)
        made.seek(0)
        closing.pop_all()  # From here on the response closes the file, once it is sent.
    return FileResponse(made, as_attachment=True, filename=name)


def write_cell(sheet: Any, row: int, place: int, value: Cell, formats: Mapping[type[date], Any]) -> None:
    """Write one cell as what it is: a date, a number, or else a text that is never a formula."""
    if isinstance(value, datetime):
        sheet.write_datetime(row, place, _naive(value), formats[datetime])
    elif isinstance(value, date):
        sheet.write_datetime(row, place, value, formats[date])
    elif isinstance(value, (int, float, Decimal)) and not isinstance(value, bool):
        sheet.write_number(row, place, value)
    elif value is not None and str(value):
        sheet.write_string(row, place, str(value)[:MAX_LETTERS])


def csv_lines(columns: tuple[Column[Row], ...], rows: Iterable[Row]) -> Iterator[str]:
    """Give the lines of a .csv file, the heading first; the mark in front tells Excel that it is UTF-8."""
    write = csv.writer(_Echo()).writerow
    yield "\ufeff" + write([str(column.heading) for column in columns])
    for row in rows:
        yield write([_csv_cell(column.value(row)) for column in columns])


def file_name(title: str, extension: str) -> str:
    """Make a file name that every system takes: the folded title and today's date."""
    return f"{slugify(fold(title)) or 'list'}-{localdate():%Y-%m-%d}.{extension}"


def sheet_name(title: str) -> str:
    """Make a name that a sheet may have."""
    return title.translate(_NOT_IN_SHEET_NAMES).strip()[:_LONGEST_SHEET_NAME]


class _Echo:
    """A file that hands back what is written to it."""

    def write(self, text: str) -> str:
        return text


def _csv_cell(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return f"{_naive(value):%d/%m/%Y %H:%M}"
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    text = str(value)
    # A negative number starts with the sign of a formula and is none.
    is_number = isinstance(value, (int, float, Decimal))
    return f"'{text}" if text.startswith(STARTS_A_FORMULA) and not is_number else text


def _naive(moment: datetime) -> datetime:
    """Return the time on the clock here; spreadsheets know no time zones."""
    return localtime(moment).replace(tzinfo=None) if is_aware(moment) else moment


def _csv_response(title: str, columns: tuple[Column[Row], ...], rows: Iterable[Row]) -> HttpResponseBase:
    disposition = content_disposition_header(as_attachment=True, filename=file_name(title, "csv"))
    return StreamingHttpResponse(
        csv_lines(columns, rows),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": disposition or "attachment"},
    )


def _xlsx_response(title: str, columns: tuple[Column[Row], ...], rows: Iterable[Row]) -> HttpResponseBase:
    return made_file(file_name(title, "xlsx"), lambda target: write_xlsx(target, title, columns, rows))
