"""Workbooks made to break their reader: each is refused with a sentence, in little memory (SECURITY 38)."""

import tracemalloc
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from donghanh.core.imports import measuring, packages
from donghanh.core.imports.cells import words
from donghanh.core.imports.columns import Column
from donghanh.core.imports.errors import (
    DamagedFile,
    FileRefused,
    FileTooLarge,
    LockedFile,
    NotASpreadsheet,
    TooManyCells,
    TooManyColumns,
    TooManyRows,
    TooMuchText,
)
from donghanh.core.imports.table import Table, open_table
from donghanh.core.tests.packages import HEAD, LINKS, PARTS, SHEET, TEXTS, packed, sheet_of, text_cell, texts_of

COLUMNS = (Column("name", "Full name", words(100), aliases=("Họ tên",), required=True),)
HEADING = f'<row r="1">{text_cell("A1", "Họ tên")}</row>'
LINE = f'<row r="2">{text_cell("A2", "Lê Thị Ví Dụ")}</row>'
BOMB = (
    '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)
MOST_MEMORY = 60 * 1024 * 1024
"""What a refusal may take at its worst, beside the file itself."""


def opened(file: BytesIO, name: str = "danh-sach.xlsx") -> Table:
    return open_table(file, name, COLUMNS)


def refusal(file: BytesIO) -> FileRefused:
    """Return why a file is refused; the refusal costs little and has a sentence for people."""
    tracemalloc.start()
    try:
        with pytest.raises(FileRefused) as refused:
            opened(file)
        _now, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < MOST_MEMORY
    assert str(refused.value).count(".") >= 2
    return refused.value


def cell_at(reference: str, row: int | None = None) -> BytesIO:
    start = f'<row r="{row}">' if row else "<row>"
    return packed(sheet_of(f'{HEADING}{start}<c r="{reference}"><v>1</v></c></row>'))


@pytest.mark.parametrize(
    ("reference", "error"),
    [
        ("XFD2", TooManyColumns),
        ("XFD1048576", TooManyColumns),
        ("T1048576", TooManyCells),
        ("A1048577", TooManyCells),
        ("A9999999", TooManyCells),
        ("A4294967295", DamagedFile),
        ("AAAA1", DamagedFile),
        ("1A", DamagedFile),
        ("", DamagedFile),
    ],
)
def test_one_cell_far_away_is_refused_before_the_sheet_is_laid_out(reference, error) -> None:
    assert isinstance(refusal(cell_at(reference)), error)


def test_a_stray_cell_is_named_by_its_column(english) -> None:
    assert "column XFD (number 16,384)" in str(refusal(cell_at("XFD2")))


def test_cells_without_references_count_as_well(monkeypatch) -> None:
    monkeypatch.setattr(measuring, "MAX_COLUMNS", 3)
    rows = f"<row>{'<c><v>1</v></c>' * 4}</row>"
    assert isinstance(refusal(packed(sheet_of(HEADING + rows))), TooManyColumns)


def test_a_sheet_of_all_rows_that_excel_has_is_refused_by_its_count(monkeypatch, english) -> None:
    """The reader itself is told a smaller limit, so that the test need not write a million rows."""
    monkeypatch.setattr("donghanh.core.imports.table.MAX_ROWS", 5)
    rows = "".join(f'<row r="{row}">{text_cell(f"A{row}", "Lê Thử")}</row>' for row in range(2, 9))
    error = refusal(packed(sheet_of(HEADING + rows)))
    assert isinstance(error, TooManyRows)
    assert "7 rows and at most 5" in str(error)


def test_blank_rows_with_a_format_down_to_the_last_are_no_obstacle() -> None:
    blank = '<row r="1048576"><c r="XFD1048576" s="0"/></row>'
    assert len(opened(packed(sheet_of(HEADING + LINE + blank)))) == 1


def test_one_long_text_shown_in_many_cells_is_counted_each_time(monkeypatch) -> None:
    monkeypatch.setattr(measuring, "MAX_LETTERS", 100_000)
    cells = "".join(f'<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>' for row in range(2, 50))
    texts = texts_of(f"<si><t>{'Lê' * 5_000}</t></si>")
    assert isinstance(refusal(packed(sheet_of(HEADING + cells), {TEXTS: texts})), TooMuchText)


@pytest.mark.parametrize("part", [SHEET, TEXTS, "xl/workbook.xml", LINKS, "docProps/core.xml"])
def test_definitions_of_entities_are_refused_in_every_part(part) -> None:
    usual = {**PARTS, SHEET: sheet_of(HEADING + LINE), TEXTS: texts_of("<si><t>x</t></si>")}
    content = usual.get(part, f"{HEAD}<x>&c;</x>").replace(HEAD, HEAD + BOMB, 1)
    assert isinstance(refusal(packed(usual[SHEET], {TEXTS: usual[TEXTS], part: content})), DamagedFile)


@pytest.mark.parametrize(
    "sheet",
    [
        sheet_of(HEADING)[:-20],
        sheet_of(HEADING + "<row r='x'></row>"),
        sheet_of(HEADING + '<row r="2"><c r="A2" t="s"><v>99</v></c></row>'),
        sheet_of(HEADING + '<row r="2"><c r="A2" t="s"><v>không</v></c></row>'),
        sheet_of("<a>" * 200 + "</a>" * 200),
        sheet_of(f'<row r="2" x="{"y" * 6_000_000}"/>'),
        "không phải XML",
        "",
    ],
    ids=[
        "cut off",
        "row without number",
        "text that is not there",
        "text without number",
        "deep",
        "long",
        "no xml",
        "",
    ],
)
def test_a_sheet_that_is_broken_is_refused_as_damaged(sheet) -> None:
    assert isinstance(refusal(packed(sheet)), (DamagedFile, FileRefused))


def test_a_sheet_under_a_name_that_is_not_looked_through_is_refused() -> None:
    hidden = PARTS[LINKS].replace("worksheets/sheet1.xml", "worksheets/sheet1.bin")
    far = sheet_of('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
    file = packed(sheet_of(HEADING), {LINKS: hidden, "xl/worksheets/sheet1.bin": far})
    assert isinstance(refusal(file), DamagedFile)


def test_a_bomb_is_refused_by_its_ratio_and_by_its_size(monkeypatch) -> None:
    file = packed(sheet_of(HEADING + LINE), {"xl/media/x.xml": " " * 12_000_000})
    assert isinstance(refusal(file), DamagedFile)
    monkeypatch.setattr(packages, "MAX_UNPACKED_MEGABYTES", 5)
    assert isinstance(refusal(file), FileTooLarge)


def test_a_package_that_lies_about_its_sizes_is_refused() -> None:
    content = bytearray(packed(sheet_of(HEADING + LINE * 1)).getvalue())
    with ZipFile(BytesIO(content)) as package:
        true_size = package.getinfo(SHEET).file_size
    lie = bytes(content).replace(true_size.to_bytes(4, "little"), (10).to_bytes(4, "little"))
    assert isinstance(refusal(BytesIO(lie)), DamagedFile)


def test_a_package_in_a_package_is_not_opened() -> None:
    inner = packed(sheet_of("x" * 1000)).getvalue()
    assert len(opened(packed(sheet_of(HEADING + LINE), {"xl/media/inner.xlsx": inner}))) == 1


@pytest.mark.parametrize("part", ["../../etc/passwd", "/etc/passwd", "..\\..\\x.xml.png", "C:\\x"])
def test_parts_that_point_outside_are_never_unpacked_to_disk(part, tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert len(opened(packed(sheet_of(HEADING + LINE), {part: b"x"}))) == 1
    assert not list(tmp_path.iterdir())


def test_a_part_that_stands_twice_is_refused() -> None:
    made = packed(sheet_of(HEADING + LINE))
    with ZipFile(made, "a", ZIP_DEFLATED) as package:
        package.writestr(SHEET.upper(), sheet_of(HEADING))
    assert isinstance(refusal(made), DamagedFile)


def test_a_package_with_a_remark_behind_its_directory_is_refused() -> None:
    made = packed(sheet_of(HEADING + LINE))
    with ZipFile(made, "a") as package:
        package.comment = b"PK\x05\x06 another directory"
    assert isinstance(refusal(made), DamagedFile)


def test_a_locked_part_is_called_a_password() -> None:
    content = bytearray(packed(sheet_of(HEADING + LINE)).getvalue())
    directory = content.index(b"PK\x01\x02")
    content[directory + 8] |= 1
    assert isinstance(refusal(BytesIO(bytes(content))), LockedFile)


def test_a_workbook_with_a_password_is_told_from_an_old_one(english) -> None:
    locked = b"\xd0\xcf\x11\xe0" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")
    assert "has a password" in str(refusal(BytesIO(locked)))
    assert "old .xls format" in str(refusal(BytesIO(b"\xd0\xcf\x11\xe0" + b"\0" * 600)))


def test_a_sheet_of_another_office_is_refused() -> None:
    made = BytesIO()
    with ZipFile(made, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("content.xml", "<x/>")
    assert isinstance(refusal(made), NotASpreadsheet)


def test_macros_are_left_alone_and_their_owner_is_told(english) -> None:
    found = opened(packed(sheet_of(HEADING + LINE), {"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0 Sub AutoOpen"}), "a.xlsm")
    assert found.notices == ["The file holds macros; they are neither run nor needed."]


def test_links_into_other_files_are_not_followed_and_their_owner_is_told(english) -> None:
    cell = '<row r="2"><c r="A2" t="str"><f>[1]Trang!A1</f><v>Lê Thị Ví Dụ</v></c></row>'
    link = f'{HEAD}<externalLink><externalBook r:id="r1" xmlns:r="http://example.org/"/></externalLink>'
    found = opened(packed(sheet_of(HEADING + cell), {"xl/externalLinks/externalLink1.xml": link}))
    row = next(iter(found))
    row.read()
    assert row.values == {"name": "Lê Thị Ví Dụ"}
    assert found.notices[0].startswith("Some formulas look into other files")
