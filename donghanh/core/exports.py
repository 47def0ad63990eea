"""Lists as files for spreadsheets: the only home of writing .xlsx and .csv.

No cell is ever taken for a formula, whatever somebody typed into a name. Every file that leaves is written into the
trail before it is sent, and nobody takes away more than so many an hour.
"""

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from tempfile import TemporaryFile
from typing import IO, Any, Generic, TypeVar

from django.db.models import Model
from django.http import FileResponse, HttpRequest
from django.http.response import HttpResponseBase
from django.utils.functional import Promise
from django.utils.text import slugify
from django.utils.timezone import is_aware, localdate, localtime, now
from django.utils.translation import gettext as _
from xlsxwriter import Workbook

from donghanh.core import audit
from donghanh.core.errors import NotForYou
from donghanh.core.limits import Limit, spend
from donghanh.kernel.errors import DomainError
from donghanh.kernel.text import fold

Row = TypeVar("Row")
Words = str | Promise
Cell = Words | int | float | Decimal | date | None

PARAMETER = "export"
EXPORTS = Limit("export of a list", 60, timedelta(hours=1))
STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
MAX_ROWS = 1_048_575
"""How many rows an .xlsx sheet holds below its heading, and so any file of ours."""
MAX_LETTERS = 32_767
"""How many letters an .xlsx cell holds."""
_NOT_IN_SHEET_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
_LONGEST_SHEET_NAME = 31
_DATE, _TIME = "dd/mm/yyyy", "dd/mm/yyyy hh:mm"


class TooManyRows(DomainError):
    """The list does not fit into one file."""

    code = "too_many_rows"

    def __init__(self) -> None:
        message = _("A file holds at most %(count)s rows and this list is longer. Filter it and take it in parts.")
        super().__init__(message % {"count": MAX_ROWS})


@dataclass(frozen=True)
class Column(Generic[Row]):
    """One column of a file: its heading, what a row puts into it, how many letters wide it is."""

    heading: Words
    value: Callable[[Row], Cell]
    width: int = 16


def export(
    request: HttpRequest,
    title: Words,
    columns: tuple[Column[Row], ...],
    rows: Iterable[Row],
    *,
    unit_id: int = audit.NO_UNIT,
) -> HttpResponseBase | None:
    """Answer with the whole list as a file when the address asks for one (``?export=xlsx``), else with nothing."""
    form = request.GET.get(PARAMETER, "")
    write = {"xlsx": write_xlsx, "csv": write_csv}.get(form)
    if write is None:
        return None
    reader = request.user
    if not reader.is_authenticated:
        raise NotForYou
    spend(EXPORTS, reader.pk, at=now())
    counted = _Counted(rows)

    def fill(target: IO[bytes]) -> None:
        write(target, str(title), columns, counted)
        _note(request, reader, counted.count, unit_id)

    return made_file(file_name(str(title), form), fill)


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
            for place, column in enumerate(columns):
                write_cell(sheet, number, place, column.value(row), formats)


def write_csv(target: IO[bytes], title: str, columns: tuple[Column[Row], ...], rows: Iterable[Row]) -> None:
    """Write a list as a .csv file, which has no place for a title."""
    for line in csv_lines(columns, rows):
        target.write(line.encode())


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


class _Counted(Generic[Row]):
    """Rows that are counted as they pass, up to as many as a file holds."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._rows, self.count = rows, 0

    def __iter__(self) -> Iterator[Row]:
        for row in self._rows:
            self.count += 1
            if self.count > MAX_ROWS:
                raise TooManyRows
            yield row


def _note(request: HttpRequest, reader: Model, count: int, unit_id: int) -> None:
    """Write down who took which list: its address as a pattern, which filters were set, never what was typed."""
    match = request.resolver_match
    audit.record(
        reader,
        "export_list",
        reader,
        unit_id=unit_id,
        list=match.view_name if match else "",
        form=request.GET[PARAMETER],
        rows=count,
        filters=sorted(name for name, value in request.GET.items() if value and name != PARAMETER),
    )
