"""Lists as they come from old programs and tired people: read as meant with a notice, or refused with the place."""

from datetime import date
from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook

from donghanh.core.imports import sheets
from donghanh.core.imports.cells import BadCell, day, words, year
from donghanh.core.imports.columns import Column
from donghanh.core.imports.errors import (
    ColumnsMissing,
    NotASpreadsheet,
    OpenQuotation,
    OtherDocument,
    TooManyCells,
    TooManyColumns,
    TooManyRows,
    UnreadableLetters,
)
from donghanh.core.imports.rows import Row
from donghanh.core.imports.table import Table, open_table
from donghanh.core.tests.spreadsheets import Lines, csv_file, xlsx
from donghanh.kernel.legacy_text import Legacy, to_legacy

COLUMNS = (
    Column("name", "Full name", words(50), aliases=("Họ và tên", "Họ tên"), required=True),
    Column("code", "Code", words(20), aliases=("Mã",)),
    Column("day", "Employed from", day, aliases=("Ngày vào làm",)),
)
HEADINGS = ["Họ và tên", "Mã", "Ngày vào làm"]
NAMES = ["Nguyễn Thị Ví Dụ", "Trần Văn Dũng", "Lê Hà", "Đặng Phương Thử"]


@pytest.fixture(autouse=True)
def _in_english(english) -> None:
    """Read every message of this file in the language of the code."""


def opened(file: BytesIO, name: str = "danh-sach.csv") -> Table:
    return open_table(file, name, COLUMNS)


def rows_of(found: Table) -> list[Row]:
    rows = list(found)
    for row in rows:
        row.read()
    return rows


def names_of(found: Table) -> list[str]:
    return [row.values["name"] for row in rows_of(found)]


def refused(file: BytesIO, error: type[Exception], name: str = "danh-sach.csv") -> str:
    with pytest.raises(error) as refusal:
        opened(file, name)
    return str(refusal.value)


# --- Letters -----------------------------------------------------------------------------------


@pytest.mark.parametrize("legacy", Legacy)
@pytest.mark.parametrize("made", [xlsx, lambda lines: csv_file(lines, encoding="latin-1")], ids=["xlsx", "csv"])
def test_a_list_in_an_old_font_is_read_in_unicode_with_a_notice(legacy, made) -> None:
    lines = [[to_legacy(cell, legacy) for cell in line] for line in [HEADINGS, *([name, "1", ""] for name in NAMES)]]
    found = opened(made(lines))
    assert names_of(found) == NAMES
    [notice] = found.notices
    assert f"typed in a {legacy.value} font" in notice
    assert "as “Họ và tên”" in notice


def test_a_doubtful_text_follows_its_column() -> None:
    """“Dòng” is right Vietnamese, and Dũng in TCVN3."""
    old = xlsx([["Họ tên"], *[["TrÇn V¨n"]] * 5, ["Dòng"]])
    assert names_of(opened(old))[-2:] == ["Trần Văn", "Dũng"]
    mixed = xlsx([["Họ tên"], *[["TrÇn V¨n"]] * 5, ["Dòng"], ["Nguyễn"]])
    assert names_of(opened(mixed))[-3:] == ["Trần Văn", "Dòng", "Nguyễn"]


def test_right_unicode_is_left_without_a_notice() -> None:
    found = opened(xlsx([HEADINGS, *([name, "Tú", ""] for name in [*NAMES, "François Müller", "Lê Tú"])]))
    assert names_of(found)[-2:] == ["François Müller", "Lê Tú"]
    assert found.notices == []


def test_decomposed_and_composed_letters_are_the_same() -> None:
    import unicodedata

    lines = [HEADINGS, *([unicodedata.normalize("NFD", name), "", ""] for name in NAMES)]
    assert names_of(opened(xlsx(lines))) == NAMES


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_is_read_however_it_was_saved(encoding) -> None:
    found = opened(csv_file([HEADINGS, *([name, "", ""] for name in NAMES)], encoding=encoding))
    assert names_of(found) == NAMES
    assert found.notices == []


def test_windows_1258_is_read_with_a_notice() -> None:
    text = "Ho\u0323 va\u0300 tên\nNguyê\u0303n Thi\u0323 Vi\u0301 Du\u0323\nĐă\u0323ng Phương\n"
    found = opened(BytesIO(text.encode("cp1258")))
    assert names_of(found) == ["Nguyễn Thị Ví Dụ", "Đặng Phương"]
    assert "Windows-1258" in found.notices[0]


@pytest.mark.parametrize("content", ["Họ tên\nLê\nHà\n".encode() + b"L\xea\x81 \xff\xfe\n", b"\xff\xfe\x00"])
def test_bytes_that_are_letters_in_no_encoding_are_refused_with_their_row(content) -> None:
    sentence = refused(BytesIO(content), UnreadableLetters)
    assert sentence.startswith(f"Row {content.count(10) if content[0] != 255 else 1} of danh-sach.csv")


@pytest.mark.parametrize("content", ["Họ tên\nLê\0 Thử\n".encode(), b"\0" * 50, b"\xff\xfeH\x00\x00\x00"])
def test_nul_bytes_are_no_text(content) -> None:
    refused(BytesIO(content), NotASpreadsheet)


# --- Other documents ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7 \x00\xff", "a PDF"),
        (b"<html><table><tr><td>H", "a web page"),
        (b"\xef\xbb\xbf\r\n<!DOCTYPE HTML>", "a web page"),
        (b"<?xml version='1.0'?><Workbook>", "a web page"),
        (b"  <table>", "a web page"),
    ],
)
@pytest.mark.parametrize("name", ["bao-cao.xls", "bao-cao.xlsx", "bao-cao.csv"])
def test_another_document_under_a_name_of_a_list_is_called_what_it_is(content, kind, name) -> None:
    assert refused(BytesIO(content), OtherDocument, name).startswith(f"{name} holds {kind} and no list.")


def test_a_quotation_that_is_never_closed_is_found_where_it_begins() -> None:
    text = 'Họ tên,Mã\nLê,1\n"Trần,2\n' + "Hồ,3\n" * 60_000
    assert refused(BytesIO(text.encode()), OpenQuotation).startswith("From row 3 of danh-sach.csv")


# --- Size --------------------------------------------------------------------------------------


def test_more_rows_than_are_taken_are_counted_and_refused(monkeypatch) -> None:
    monkeypatch.setattr("donghanh.core.imports.table.MAX_ROWS", 2)
    assert "The list has 4 rows and at most 2" in refused(
        csv_file([["Họ tên"], *([name] for name in NAMES)]), TooManyRows
    )


@pytest.mark.parametrize(
    ("limit", "text", "error"),
    [
        ("MAX_LINES", "\n" * 50, TooManyCells),
        ("MAX_CELLS", "a,b\n" * 20, TooManyCells),
        ("MAX_FILLED_ROWS", "a,b\n" * 20, TooManyRows),
        ("MAX_COLUMNS", "," * 20, TooManyColumns),
    ],
)
def test_a_table_is_counted_before_it_fills_the_memory(monkeypatch, limit, text, error) -> None:
    monkeypatch.setattr(sheets, limit, 10)
    refused(BytesIO(text.encode()), error)


def test_far_too_many_rows_are_refused_with_their_number() -> None:
    file = BytesIO(("Họ tên\n" + "Lê\n" * 300_000).encode())
    assert "The list has 300,001 rows and at most 200,000" in refused(file, TooManyRows)


def test_a_very_long_cell_is_refused_and_only_its_start_is_shown() -> None:
    [row] = rows_of(opened(xlsx([["Họ tên"], ["Lê " * 10_000]])))
    [problem] = row.problems
    assert problem.sentence == "29999 letters, and 50 fit."
    assert len(problem.typed) == 201


# --- Headings and merged cells -----------------------------------------------------------------


def test_a_wrong_heading_is_named_with_what_is_missing() -> None:
    assert "lacks these columns: Full name" in refused(csv_file([["Tên gì", "Mã"], ["Lê", "1"]]), ColumnsMissing)


def merged(lines: Lines, *ranges: str) -> BytesIO:
    book = Workbook()
    sheet = book.worksheets[0]
    for line in lines:
        sheet.append(list(line))
    for each in ranges:
        sheet.merge_cells(each)
    made = BytesIO()
    book.save(made)
    made.seek(0)
    return made


def test_headings_in_two_merged_rows_below_a_merged_title_are_found() -> None:
    lines: Lines = [["DANH SÁCH", None, None], ["Họ và tên", "Việc làm", None], [None, "Mã", "Ngày vào làm"],
             ["Lê Thử", "7", "01/03/2024"]]  # fmt: skip
    [row] = rows_of(opened(merged(lines, "A1:C1", "A2:A3", "B2:C2")))
    assert row.values == {"name": "Lê Thử", "code": "7", "day": date(2024, 3, 1)}


def test_a_value_merged_over_several_rows_is_the_value_of_each() -> None:
    lines: Lines = [["Họ tên", "Mã"], ["Lê Thử", "TỔ 1"], ["Hồ Mẫu", None], ["Cao Ví", "TỔ 2"]]
    found = opened(merged(lines, "B2:B3"))
    assert [row.values["code"] for row in rows_of(found)] == ["TỔ 1", "TỔ 1", "TỔ 2"]
    assert found.notices[0].startswith("1 merged cells")


# --- Dates -------------------------------------------------------------------------------------


def days(*cells: Any) -> tuple[list[Any], list[str]]:
    found = opened(csv_file([["Họ tên", "Ngày vào làm"], *([f"Lê {n}", cell] for n, cell in enumerate(cells))]))
    values = [row.values.get("day") or row.problems[0].sentence for row in rows_of(found)]
    return values, found.notices


def test_day_first_is_the_order_of_the_country() -> None:
    assert days("01/02/2024", "2024-02-03", "03.02.2024") == (
        [date(2024, 2, 1), date(2024, 2, 3), date(2024, 2, 3)],
        [],
    )


def test_a_column_that_can_only_be_month_first_is_read_so_with_a_notice() -> None:
    values, notices = days("12/25/2023", "01/02/2024", "03/15/2024", "2024-02-03")
    assert values == [date(2023, 12, 25), date(2024, 1, 2), date(2024, 3, 15), date(2024, 2, 3)]
    assert notices == [
        "The dates in employed from are read as month/day/year, because some of them can be nothing else."
    ]


def test_one_slip_does_not_turn_a_column_round() -> None:
    assert days("12/25/2023", "01/02/2024") == (["There is no month 25.", date(2024, 2, 1)], [])


def test_in_a_column_of_two_orders_what_can_be_read_both_ways_is_refused() -> None:
    values, notices = days("12/25/2023", "03/15/2024", "25/12/2023", "01/02/2024", "05/05/2024")
    assert values[:3] == [date(2023, 12, 25), date(2024, 3, 15), date(2023, 12, 25)]
    assert values[3].startswith("This may be two days")
    assert values[4] == date(2024, 5, 5)
    assert "two orders" in notices[0]


# --- Numbers -----------------------------------------------------------------------------------


@pytest.mark.parametrize("cell", ["1,23E+11", "1.23457E+09", "4E+11", 1.23e17, float("1e300")])
def test_a_number_whose_digits_are_lost_is_refused(cell) -> None:
    [row] = rows_of(opened(xlsx([["Họ tên", "Mã"], ["Lê Thử", cell]])))
    assert row.problems[0].sentence == "The spreadsheet shortened this number, and its digits are lost."


@pytest.mark.parametrize("cell", ["9²90", "①⑨⑨⓪", "199O", "19901"])
def test_signs_that_look_like_digits_make_no_year(cell) -> None:
    with pytest.raises(BadCell, match="This is not a year"):
        year(cell)


def test_an_apostrophe_before_a_number_is_no_part_of_it() -> None:
    [row] = rows_of(opened(csv_file([["Họ tên", "Mã"], ["Lê Thử", "'0042"]])))
    assert row.values["code"] == "0042"
