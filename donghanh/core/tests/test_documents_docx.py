"""The .docx keeps the layout that Decree 30/2020/NĐ-CP asks for."""

import re
import zipfile
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from donghanh.core.documents import Document, Paragraph, to_docx
from donghanh.core.documents.docx_lines import Style
from donghanh.core.tests.documents_sample import LETTER, MADE_AT, REPORT, SIGN_SHEET


def opened(document: Document) -> Any:
    """Open the print as a word processor would; its library types every style as perhaps missing."""
    return docx.Document(BytesIO(to_docx(document, made_at=MADE_AT)))


@pytest.fixture(name="word", scope="module")
def report_as_word() -> Any:
    return opened(REPORT)


def test_times_new_roman_is_the_only_font_named() -> None:
    with zipfile.ZipFile(BytesIO(to_docx(REPORT, made_at=MADE_AT))) as package:
        parts = "".join(package.read(name).decode() for name in package.namelist())

    fonts = "".join(re.findall(r"<w:rFonts[^>]*>", parts))
    assert set(re.findall(r'="([^"]+)"', fonts)) == {"Times New Roman"}
    assert {"ascii", "hAnsi", "eastAsia", "cs"} == set(re.findall(r"w:(\w+)=", fonts))
    assert "Theme=" not in fonts


def test_paper_and_margins_follow_the_decree(word: Any) -> None:
    for section, (width, height) in zip(word.sections, [(210, 297), (210, 297), (297, 210)], strict=True):
        assert _millimetres(section.page_width, section.page_height) == (width, height)
        assert _millimetres(section.top_margin, section.bottom_margin) == (20, 20)
        assert _millimetres(section.left_margin, section.right_margin) == (30, 15)


@pytest.mark.parametrize(
    ("text", "size", "bold", "italic"),
    [
        ("LIÊN ĐOÀN LAO ĐỘNG TP. VÍ DỤ", 12, False, False),
        ("CÔNG ĐOÀN XÃ THỬ NGHIỆM", 12, True, False),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, True, False),
        ("Độc lập - Tự do - Hạnh phúc", 13, True, False),
        ("Số: 05/BC-CĐ", 13, False, False),
        ("Thử Nghiệm, ngày 05 tháng 10 năm 2026", 13, False, True),
        ("BÁO CÁO", 14, True, False),
        ("Kết quả công tác tuyên truyền, phổ biến, giáo dục pháp luật", 14, True, False),
        ("Căn cứ Luật Công đoàn ngày 27 tháng 11 năm 2024.", 14, False, True),
        ("I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO", 14, True, False),
        ("Ban Thường vụ Công đoàn xã Thử Nghiệm báo cáo kết quả như sau:", 14, False, False),
        ("CHỦ TỊCH", 14, True, False),
        ("Lê Thị Ví Dụ", 14, True, False),
        ("Nơi nhận:", 12, True, True),
        ("- Lưu: VT, CSPL.", 11, False, False),
        ("Phụ lục I", 14, True, False),
        ("05/BC-CĐ; 2026-10-05T16:12:00+07:00", 10, False, False),
    ],
)
def test_each_line_has_its_size_and_weight(word: Any, text: str, size: int, bold: bool, italic: bool) -> None:
    style = _paragraph(word, text).style

    assert _inherited(style, "size", default=Pt(14)) == Pt(size)
    assert bool(_inherited(style, "bold", default=False)) is bold
    assert bool(_inherited(style, "italic", default=False)) is italic


def test_body_text_is_justified_indented_and_spaced(word: Any) -> None:
    body = _paragraph(word, "Ban Thường vụ Công đoàn xã Thử Nghiệm báo cáo kết quả như sau:").style.paragraph_format

    assert body.alignment == WD_ALIGN_PARAGRAPH.JUSTIFY
    assert body.first_line_indent == Mm(12.7)
    assert body.space_after == Pt(6)


def test_pages_are_numbered_at_the_top_but_not_the_first(word: Any) -> None:
    for section in word.sections:
        assert section.different_first_page_header_footer
        assert 'w:instr="PAGE"' in section.header._element.xml
        assert section.header.paragraphs[0].style.paragraph_format.alignment == WD_ALIGN_PARAGRAPH.CENTER
        assert "PAGE" not in section.first_page_header._element.xml
        assert _millimetres(section.header_distance) == (10,)


def test_every_annex_counts_its_own_pages(word: Any) -> None:
    starts = [section._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) for section in word.sections]

    assert starts == ["1", "1", "1"]


def test_table_heads_repeat_and_rows_stay_whole(word: Any) -> None:
    rows = next(table for table in word.tables if table.style.name == "Bảng kẻ").rows

    assert [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in rows] == [True, True, *[False] * 4]
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in rows)


def test_a_sign_sheet_leaves_room_for_hands() -> None:
    word = opened(SIGN_SHEET)
    sheet = word.tables[1]

    assert len(sheet.rows) == 61
    assert {_millimetres(row.height) for row in sheet.rows} == {(9,)}
    assert [cell.text for cell in sheet.rows[60].cells] == ["60", "", "", ""]


def test_an_official_letter_states_its_matter_under_the_number() -> None:
    word = opened(LETTER)

    below_number = word.tables[0].rows[1].cells[0].paragraphs
    assert [paragraph.style.name for paragraph in below_number] == ["Số, ký hiệu", "Trích yếu công văn"]
    assert below_number[1].text == "V/v gửi báo cáo tuyên truyền, phổ biến, giáo dục pháp luật"


def test_every_style_that_is_used_is_one_of_the_blank(word: Any) -> None:
    known = {style.name for style in word.styles}

    assert {str(style) for style in Style} <= known


def test_a_letter_without_words_still_opens() -> None:
    word = opened(replace(LETTER, addressees=(), blocks=(Paragraph(()),)))

    assert word.tables[-1].rows[0].cells[1].text == "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nTrần Văn Mẫu"
    assert opened(replace(LETTER, addressees=(), blocks=())).tables[-1].rows[0].cells[0].text.startswith("Nơi nhận")


def test_the_same_words_give_the_same_bytes() -> None:
    assert to_docx(REPORT, made_at=MADE_AT) == to_docx(REPORT, made_at=MADE_AT)
    assert to_docx(REPORT, made_at=MADE_AT) != to_docx(REPORT, made_at=MADE_AT + timedelta(seconds=1))
    assert to_docx(REPORT, made_at=MADE_AT) != to_docx(replace(REPORT, footer=""), made_at=MADE_AT)


def test_the_file_says_what_it_is_and_when_it_was_made(word: Any) -> None:
    properties = word.core_properties

    assert properties.title.startswith("Báo cáo Kết quả công tác")
    assert properties.author == "Công đoàn xã Thử Nghiệm"
    assert properties.created == properties.modified == MADE_AT


def _paragraph(word: Any, text: str) -> Any:
    cells = (cell for table in word.tables for row in table.rows for cell in row.cells)
    everywhere = [*word.paragraphs, *(paragraph for cell in cells for paragraph in cell.paragraphs)]
    return next(paragraph for paragraph in everywhere if paragraph.text == text)


def _inherited(style: Any, name: str, *, default: object) -> object:
    while style is not None:
        value = getattr(style.font, name)
        if value is not None:
            return value
        style = style.base_style
    return default


def _millimetres(*lengths: int) -> tuple[int, ...]:
    return tuple(round(length / Mm(1)) for length in lengths)
