"""The fixed words, numbers and marks of official paper."""

from dataclasses import replace
from datetime import date

import pytest

from donghanh.core.documents import (
    Annex,
    Bold,
    BulletList,
    Cell,
    Column,
    FigureRef,
    Heading,
    Paragraph,
    Section,
    Table,
    typed_blocks,
    wording,
)
from donghanh.core.documents.grid import UnevenTable
from donghanh.core.tests.documents_sample import HEADING, LETTER, MADE_AT, REPORT


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 1, 5), "ngày 05 tháng 01 năm 2026"),
        (date(2026, 2, 10), "ngày 10 tháng 02 năm 2026"),
        (date(2026, 3, 9), "ngày 09 tháng 3 năm 2026"),
        (date(2026, 12, 31), "ngày 31 tháng 12 năm 2026"),
    ],
)
def test_small_days_and_the_first_two_months_get_a_zero(day: date, words: str) -> None:
    assert wording.date_words(replace(HEADING, issued_on=day)) == words


def test_a_day_not_yet_known_leaves_a_blank_in_its_year() -> None:
    assert wording.place_line(LETTER.heading) == "Thử Nghiệm, ngày ... tháng ... năm 2026"
    assert wording.date_words(replace(HEADING, issued_on=None)) == "ngày ... tháng ... năm ..."


@pytest.mark.parametrize(("number", "line"), [("7", "Số: 07/BC-CĐ"), ("12", "Số: 12/BC-CĐ"), ("9b", "Số: 09b/BC-CĐ")])
def test_numbers_below_ten_get_a_zero(number: str, line: str) -> None:
    assert wording.number_line(replace(HEADING, number=number)) == line


def test_a_number_not_yet_given_leaves_room_for_the_pen() -> None:
    assert wording.number_line(Heading(("Công đoàn xã Thử Nghiệm",), symbol="BC-CĐ")) == f"Số: {chr(160) * 7}/BC-CĐ"


def test_lists_close_with_semicolons_and_one_full_stop() -> None:
    assert wording.legal_base_lines(replace(REPORT, legal_bases=("Căn cứ A;", "Căn cứ B"))) == (
        "Căn cứ A;",
        "Căn cứ B.",
    )
    assert wording.recipient_lines(LETTER) == ("- Như trên;", "- Lưu: VT.")


def test_one_addressee_stands_on_the_line_itself_and_several_below() -> None:
    assert wording.addressee_lines(replace(LETTER, addressees=("LĐLĐ TP. Ví Dụ",))) == ("Kính gửi: LĐLĐ TP. Ví Dụ",)
    assert wording.addressee_lines(LETTER)[0] == "Kính gửi:"
    assert wording.addressee_lines(LETTER)[-1] == "- CĐCS Công ty Gỗ Thử."


@pytest.mark.parametrize(("value", "digits"), [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (41, "XLI")])
def test_annexes_and_parts_count_in_roman_digits(value: int, digits: str) -> None:
    assert wording.roman(value) == digits


def test_sections_are_numbered_level_by_level() -> None:
    part, item, point = Section("Kết quả"), Section("Kết quả", level=2), Section("Kết quả", level=3)
    sections = (part, item, *[point] * 5, item, part, item)

    titles = [block.title for block in wording.numbered(sections) if isinstance(block, Section)]

    letters = [f"{letter}) Kết quả" for letter in "abcdđ"]
    assert titles == ["I. KẾT QUẢ", "1. Kết quả", *letters, "2. Kết quả", "II. KẾT QUẢ", "1. Kết quả"]


@pytest.mark.parametrize(
    ("last", "words"),
    [
        (Paragraph("Hết. "), ("Hết./.",)),
        (Paragraph("Hết./."), ("Hết./.",)),
        (Paragraph(("Còn ", Bold("12"))), ("Còn ", Bold("12"), "./.")),
        (Paragraph(("Còn ", FigureRef("12"), " cuộc.")), ("Còn ", FigureRef("12"), " cuộc./.")),
    ],
)
def test_the_last_sentence_carries_the_closing_mark(last: Paragraph, words: tuple[object, ...]) -> None:
    *_, closed = wording.closed((Paragraph("Mở đầu."), last))

    assert isinstance(closed, Paragraph)
    assert closed.words == words


def test_a_closing_list_carries_the_mark_on_its_last_item() -> None:
    assert wording.closed((BulletList(("một;", "hai.")),)) == (BulletList(("một;", ("hai./.",))),)


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Liên đoàn Lao động TP. Hà Nội", ["LIÊN ĐOÀN LAO ĐỘNG TP. HÀ NỘI"]),
        ("Liên đoàn Lao động TP. Hồ Chí Minh", ["LIÊN ĐOÀN LAO ĐỘNG", "TP. HỒ CHÍ MINH"]),
        ("Tổng Liên đoàn Lao động Việt Nam", ["TỔNG LIÊN ĐOÀN", "LAO ĐỘNG VIỆT NAM"]),
        ("M" * 40, ["M" * 40]),
    ],
)
def test_a_long_name_is_broken_near_its_middle(name: str, lines: list[str]) -> None:
    assert wording.body_lines((name,)) == lines


def test_an_only_annex_has_no_number() -> None:
    assert wording.annex_label(REPORT, 1) == "Phụ lục II"
    assert wording.annex_label(replace(REPORT, annexes=(Annex("Biểu", ()),)), 0) == "Phụ lục"


def test_an_annex_says_what_it_belongs_to_and_how_it_was_signed() -> None:
    assert (
        wording.attachment_line(REPORT)
        == "(Kèm theo Báo cáo số 05/BC-CĐ ngày 05 tháng 10 năm 2026 của Công đoàn xã Thử Nghiệm)"
    )
    assert wording.signing_line(REPORT) == "05/BC-CĐ; 2026-10-05T16:12:00+07:00"
    assert wording.signing_line(replace(REPORT, signed_at=MADE_AT)) == "05/BC-CĐ; 2026-10-05T16:12:00+07:00"
    assert wording.signing_line(LETTER) == ""


def test_typed_lines_become_paragraphs_and_lists() -> None:
    assert typed_blocks("Số cuộc tăng.\r\n\r\n- ca đêm;\n• ca ngày.\nHết.") == (
        Paragraph("Số cuộc tăng."),
        BulletList(("ca đêm;", "ca ngày.")),
        Paragraph("Hết."),
    )
    assert typed_blocks(" \n") == ()


@pytest.mark.parametrize(
    "rows",
    [
        (("một",),),
        (("một", "hai", "ba"),),
        ((Cell("một", columns=3),),),
        ((Cell("một", rows=2), "hai"), ("ba", "bốn")),
        ((Cell("một", rows=2), "hai"),),
    ],
)
def test_a_table_with_a_gap_or_an_overlap_is_refused(rows: tuple[tuple[Cell | str, ...], ...]) -> None:
    with pytest.raises(UnevenTable, match="does not fill the table's 2 columns"):
        Table(columns=(Column(1), Column(1)), head=(), rows=rows)
