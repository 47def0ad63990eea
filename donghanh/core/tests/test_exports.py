"""Lists as files: what a spreadsheet reads back is what was on record, and never a formula."""

import csv
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from io import BytesIO, StringIO
from typing import Any

import pytest
from django.core.signals import request_finished
from django.db import close_old_connections
from django.http import HttpRequest
from django.template import Context, Template
from django.test import RequestFactory
from django.utils.translation import gettext_lazy
from openpyxl import load_workbook

from donghanh.core import exports
from donghanh.core.exports import Column, TooManyRows, export, file_name
from donghanh.core.limits import Limit, TooManyTries
from donghanh.core.models import AuditEntry
from donghanh.org.models import User

Row = dict[str, Any]
COLUMNS = (
    Column[Row]("Họ và tên", lambda row: row["name"], 30),
    Column[Row](gettext_lazy("Number"), lambda row: row["number"]),
    Column[Row]("Ngày", lambda row: row["day"]),
)
DAY = date(2026, 11, 25)
pytestmark = pytest.mark.django_db
HOSTILE = ["=1+1", "+84900000001", "-2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "=HYPERLINK(0)"]


@pytest.fixture(autouse=True)
def one_connection() -> Iterator[None]:
    """Keep the connection of the test; a sent response closes old ones."""
    request_finished.disconnect(close_old_connections)
    yield
    request_finished.connect(close_old_connections)


def row(name: str = "Lê Thị Ví Dụ", number: object = 7, day: object = DAY) -> Row:
    return {"name": name, "number": number, "day": day}


def asked(**address: str) -> HttpRequest:
    request = RequestFactory().get("/", address)
    request.user = User.objects.system()
    return request


def body(kind: str, rows: list[Row]) -> bytes:
    response = export(asked(export=kind), "Người lao động", COLUMNS, rows)
    assert response is not None
    with closing(response):
        return b"".join(response)


def xlsx_cells(rows: list[Row]) -> list[tuple[Any, ...]]:
    sheet = load_workbook(BytesIO(body("xlsx", rows))).worksheets[0]
    return [tuple(line) for line in sheet.iter_rows(min_row=2)]


def csv_rows(rows: list[Row]) -> list[list[str]]:
    return list(csv.reader(StringIO(body("csv", rows).decode("utf-8-sig"), newline="")))[1:]


def test_an_address_that_asks_for_no_file_gets_none() -> None:
    for address in ({}, {"export": "pdf"}, {"export": ""}):
        assert export(asked(**address), "Người", COLUMNS, []) is None
    assert not AuditEntry.objects.exists()


def test_a_sheet_keeps_numbers_as_numbers_and_dates_as_dates() -> None:
    [(name, number, day)] = xlsx_cells([row(number=Decimal("1352585.5"))])
    assert (name.value, number.value) == ("Lê Thị Ví Dụ", 1352585.5)
    assert (day.value.date(), day.number_format) == (DAY, "dd/mm/yyyy")


def test_a_time_is_written_as_the_clock_here_shows_it() -> None:
    moment = datetime(2026, 11, 24, 17, 30, tzinfo=UTC)
    assert str(xlsx_cells([row(day=moment)])[0][2].value) == "2026-11-25 00:30:00"
    assert csv_rows([row(day=moment)])[0][2] == "25/11/2026 00:30"


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_never_becomes_a_formula(text) -> None:
    [(name, *_)] = xlsx_cells([row(name=text)])
    assert name.data_type == "s"
    assert csv_rows([row(name=text)])[0][0] == f"'{text}"


def test_a_negative_number_stays_a_number() -> None:
    assert xlsx_cells([row(number=-5)])[0][1].value == -5
    assert csv_rows([row(number=-5)])[0][1] == "-5"


def test_an_unknown_value_is_an_empty_cell_and_zero_is_zero() -> None:
    assert [cell.value for cell in xlsx_cells([row(number=None, day=None)])[0]] == ["Lê Thị Ví Dụ", None, None]
    assert csv_rows([row(number=0, day=None)]) == [["Lê Thị Ví Dụ", "0", ""]]


def test_a_comma_and_a_line_break_stay_within_their_cell() -> None:
    assert csv_rows([row(name='Ví Dụ, "A"\nB')])[0][0] == 'Ví Dụ, "A"\nB'


def test_a_csv_file_tells_excel_that_it_is_utf_8() -> None:
    assert body("csv", []).startswith(b"\xef\xbb\xbfH\xe1\xbb\x8d")


def test_a_text_longer_than_a_cell_is_cut_and_not_lost() -> None:
    assert len(xlsx_cells([row(name="a" * 40_000)])[0][0].value) == exports.MAX_LETTERS


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_a_list_longer_than_a_sheet_is_refused_before_anything_is_sent(monkeypatch, kind) -> None:
    monkeypatch.setattr(exports, "MAX_ROWS", 2)
    with pytest.raises(TooManyRows):
        body(kind, [row()] * 3)
    assert not AuditEntry.objects.exists()


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_a_list_that_leaves_is_written_down_without_what_was_typed(kind) -> None:
    response = export(asked(export=kind, q="Lê Thị Ví Dụ", status="", unit="3"), "Người", COLUMNS, [row(), row()])
    assert response is not None
    response.close()
    entry = AuditEntry.objects.get(action="export_list")
    assert entry.actor_id == User.objects.system().pk
    assert entry.details == {"list": "", "form": kind, "rows": 2, "filters": ["q", "unit"]}


def test_nobody_takes_away_more_than_so_many_lists_an_hour(monkeypatch) -> None:
    monkeypatch.setattr(exports, "EXPORTS", Limit("try", 1, timedelta(hours=1)))
    body("csv", [row()])
    with pytest.raises(TooManyTries):
        body("csv", [row()])


@pytest.mark.parametrize(
    ("title", "start"), [("Người lao động", "nguoi-lao-dong-"), ("../../x", "x-"), ("", "list-"), ("\r\n", "list-")]
)
def test_a_file_is_named_for_its_list_and_its_day(title, start) -> None:
    name = file_name(title, "csv")
    assert name.startswith(start)
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-.")


def test_the_links_keep_the_filters_and_drop_the_page() -> None:
    request = RequestFactory().get("/", {"q": "mẫu", "after": "abc"})
    html = Template("{% load exports %}{% export_links %}").render(Context({"request": request}))
    assert "?q=m%E1%BA%ABu&amp;export=xlsx" in html
    assert "abc" not in html
