"""Files as people make them: what is read, and what is said about the rest."""

import random
from datetime import date, datetime
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from donghanh.core.imports import sheets, table
from donghanh.core.imports.cells import day, one_of, words, year
from donghanh.core.imports.columns import Column
from donghanh.core.imports.errors import (
    ColumnsMissing,
    ColumnTwice,
    DamagedFile,
    FileTooLarge,
    NoRows,
    NotASpreadsheet,
    OldFormat,
    OtherDocument,
    TooManyRows,
    letter,
)
from donghanh.core.imports.rows import Row
from donghanh.core.imports.table import Table, open_table
from donghanh.core.tests.spreadsheets import csv_file, xlsx

COLUMNS = (
    Column("name", "Full name", words(20), aliases=("Họ và tên", "Họ tên"), required=True),
    Column("code", "Code", words(10), aliases=("Mã",)),
    Column("day", "Employed from", day, aliases=("Ngày vào làm",)),
    Column("born", "Year of birth", year, aliases=("Năm sinh",)),
    Column("gender", "Gender", one_of({"f": "female", "m": "male"}, {"nữ": "f", "nam": "m"})),
)
HEADINGS = ["Họ và tên", "Mã", "Ngày vào làm", "Năm sinh", "Gender"]
LINE = ["Lê Thị Ví Dụ", "0042", "01/03/2024", "1990", "Nữ"]


def opened(file: BytesIO, name: str = "danh-sach.xlsx") -> Table:
    return open_table(file, name, COLUMNS, ["Lỗi"])


def rows_of(found: Table) -> list[Row]:
    rows = list(found)
    for row in rows:
        row.read()
    return rows


def first(file: BytesIO) -> Row:
    return rows_of(opened(file))[0]


def said(row: Row) -> str:
    [problem] = row.problems
    return problem.sentence


def one_cell(heading: str, cell: Any) -> Row:
    return first(xlsx([["Họ tên", heading], ["Mẫu", cell]]))


VALUES = {"name": "Lê Thị Ví Dụ", "code": "0042", "day": date(2024, 3, 1), "born": 1990, "gender": "f"}


@pytest.mark.parametrize("seed", range(12))
def test_columns_may_stand_in_any_order_and_some_be_left_out(seed) -> None:
    dice = random.Random(seed)
    chosen = [0, *dice.sample(range(1, 5), dice.randint(0, 4))]
    dice.shuffle(chosen)
    file = xlsx([[HEADINGS[place] for place in chosen], [LINE[place] for place in chosen]])
    names = [COLUMNS[place].name for place in chosen]
    assert first(file).values == {name: VALUES[name] for name in names}


@pytest.mark.parametrize("heading", ["Họ và tên", "HO VA TEN", "họ  tên (*)", "Full name", "ho_ten (ghi đủ)"])
def test_a_heading_is_recognised_however_it_is_typed(heading) -> None:
    assert first(xlsx([[heading], ["Mẫu"]])).values == {"name": "Mẫu"}


def test_titles_above_the_headings_and_blank_rows_between_keep_the_row_numbers() -> None:
    file = xlsx([["DANH SÁCH ĐOÀN VIÊN"], [], HEADINGS, LINE, [None, "  "], LINE])
    assert [row.number for row in rows_of(opened(file))] == [4, 6]


def test_columns_that_are_not_read_are_listed_and_our_own_mark_is_not() -> None:
    found = opened(xlsx([[*HEADINGS, "Ghi chú", "Lỗi"], LINE]))
    assert found.unknown_columns == ["Ghi chú"]


def test_a_missing_column_is_named_with_its_sheet() -> None:
    with pytest.raises(ColumnsMissing, match=r"Danh sách.*Full name"):
        opened(xlsx([["Mã", "Năm sinh"], ["1", "1990"]]))


def test_a_column_that_stands_twice_is_named_with_both_places() -> None:
    with pytest.raises(ColumnTwice, match=r"A.*C"):
        opened(xlsx([["Họ tên", "Mã", "Họ và tên"], LINE[:3]]))


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("01/03/2024", date(2024, 3, 1)),
        ("1.3.2024", date(2024, 3, 1)),
        ("1-3-2024", date(2024, 3, 1)),
        ("2024-03-01", date(2024, 3, 1)),
        (datetime(2024, 3, 1, 0, 0), date(2024, 3, 1)),  # noqa: DTZ001 - a spreadsheet knows no time zones
        (date(2024, 3, 1), date(2024, 3, 1)),
    ],
)
def test_a_date_may_be_typed_or_be_a_date_cell(cell, value) -> None:
    assert one_cell("Ngày vào làm", cell).values["day"] == value


@pytest.mark.parametrize(
    ("cell", "sentence"),
    [
        ("31/02/1994", "Month 2 of 1994 has no day 31."),
        ("12/25/2026", "There is no month 25."),
        ("01/03/24", "This is not a date."),
        ("hôm nay", "This is not a date."),
        (45352, "This is not a date."),
        ("01/03/0024", "The year 24 cannot be right."),
    ],
)
def test_a_date_that_cannot_be_is_refused_with_its_reason(cell, sentence, english) -> None:
    assert said(one_cell("Ngày vào làm", cell)) == sentence


@pytest.mark.parametrize(("cell", "shown"), [("0042", "0042"), (42, "42"), ("  đ\u00a0 a ", "đ a"), ("a\u200bb", "ab")])
def test_a_text_keeps_its_zeros_and_loses_what_nobody_sees(cell, shown) -> None:
    assert one_cell("Mã", cell).values["code"] == shown


def test_decomposed_letters_are_composed() -> None:
    assert first(xlsx([["Họ tên"], ["Lê Thi\u0323"]])).values["name"] == "Lê Thị"


@pytest.mark.parametrize(
    ("cell", "value"), [("1990", 1990), (1990, 1990), ("15/08/1990", 1990), (date(1990, 8, 15), 1990)]
)
def test_of_a_date_of_birth_only_the_year_is_kept(cell, value) -> None:
    assert one_cell("Năm sinh", cell).values["born"] == value


@pytest.mark.parametrize(("cell", "value"), [("Nữ", "f"), ("nu", "f"), ("female", "f"), ("NAM", "m"), ("m", "m")])
def test_a_word_is_recognised_in_both_languages(cell, value) -> None:
    assert one_cell("Gender", cell).values["gender"] == value


def test_what_cannot_be_read_names_row_column_and_value(english) -> None:
    [problem] = one_cell("Gender", "khác").problems
    assert (problem.row, problem.column, problem.typed) == (2, "Gender", "khác")
    assert problem.hint == "Write one of: female, male."


def test_a_required_cell_may_not_be_blank_and_another_one_may(english) -> None:
    nameless, without_code = rows_of(opened(xlsx([["Họ tên", "Mã"], ["  ", "1"], ["Mẫu", None]])))
    assert said(nameless) == "There must be a full name."
    assert without_code.values == {"name": "Mẫu"}


def test_a_text_longer_than_its_place_is_refused() -> None:
    assert len(one_cell("Mã", "x" * 11).problems) == 1


def test_a_formula_without_a_value_is_reported_and_not_dropped(english) -> None:
    row = one_cell("Mã", '="00"&42')
    assert said(row) == "This formula has not been computed."
    assert row.problems[0].typed == '="00"&42'


def with_cell(xml: str) -> BytesIO:
    """Make a file whose only cell in column B is given as it stands in the package."""
    made, changed = xlsx([["Họ tên", "Mã"], ["Mẫu", "@"]]), BytesIO()
    with ZipFile(made) as old, ZipFile(changed, "w") as new:
        for part in old.namelist():
            content = old.read(part).decode()
            if part == "xl/worksheets/sheet1.xml":
                start = content.index('<c r="B2"')
                content = content[:start] + xml + content[content.index("</c>", start) + 4 :]
            new.writestr(part, content)
    changed.seek(0)
    return changed


def test_a_formula_with_its_value_is_read_as_the_value() -> None:
    assert first(with_cell('<c r="B2" t="str"><f>"00"&amp;42</f><v>0042</v></c>')).values["code"] == "0042"


def test_a_formula_that_came_to_an_empty_text_is_an_empty_cell() -> None:
    row = first(with_cell('<c r="B2" t="str"><f>IF(1,"","x")</f><v></v></c>'))
    assert row.is_good
    assert "code" not in row.values


@pytest.mark.parametrize("formula", ["<f>1/0</f>", ""])
def test_a_failed_formula_is_reported(formula, english) -> None:
    row = first(with_cell(f'<c r="B2" t="e">{formula}<v>#DIV/0!</v></c>'))
    assert said(row) == "The formula in this cell failed."
    assert row.problems[0].typed == "#DIV/0!"


def test_only_the_first_visible_sheet_is_read() -> None:
    book = load_workbook(xlsx([HEADINGS, LINE], sheet="Danh sách"))
    hidden = book.create_sheet("Ẩn", 0)
    hidden.sheet_state = "hidden"
    hidden.append(["x"])
    made = BytesIO()
    book.active = 1
    book.save(made)
    assert opened(made).sheet.name == "Danh sách"


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_csv_file_is_read_in_the_forms_that_programs_write(delimiter, encoding) -> None:
    file = csv_file([HEADINGS, LINE], delimiter=delimiter, encoding=encoding)
    assert rows_of(opened(file, "danh-sach.csv"))[0].values == VALUES


def test_the_apostrophe_that_guards_our_own_csv_files_is_taken_off_again() -> None:
    row = rows_of(opened(csv_file([["Họ tên", "Mã"], ["Mẫu", "'+8490"], ["'Mẫu", "1"]]), "a.csv"))
    assert [each.values for each in row] == [{"name": "Mẫu", "code": "+8490"}, {"name": "'Mẫu", "code": "1"}]


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (b"\xd0\xcf\x11\xe0old", OldFormat),
        (b"PK\x03\x04 broken", DamagedFile),
        (b"%PDF-1.7 \x00\xff", OtherDocument),
        (b"", NoRows),
        ("Họ tên\n".encode(), NoRows),
    ],
)
def test_a_file_that_is_no_list_is_refused_with_what_to_do(content, refusal) -> None:
    with pytest.raises(refusal):
        opened(BytesIO(content), "danh-sach.xls")


def test_another_office_file_is_refused() -> None:
    made = BytesIO()
    with ZipFile(made, "w") as package:
        package.writestr("word/document.xml", "<x/>")
    with pytest.raises(NotASpreadsheet):
        opened(made)


@pytest.mark.parametrize(
    ("module", "limit", "refusal"), [(sheets, "MAX_MEGABYTES", FileTooLarge), (table, "MAX_ROWS", TooManyRows)]
)
def test_what_is_too_much_at_once_is_refused(monkeypatch, module, limit, refusal) -> None:
    monkeypatch.setattr(module, limit, 0)
    with pytest.raises(refusal):
        opened(xlsx([HEADINGS, LINE]))


@pytest.mark.parametrize(("place", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (702, "AAA")])
def test_a_column_is_named_as_the_spreadsheet_names_it(place, name) -> None:
    assert letter(place) == name
