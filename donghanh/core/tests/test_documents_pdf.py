"""The PDF keeps the same layout, in a font that may be shipped."""

from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from donghanh.core.documents import (
    Annex,
    BulletList,
    Cell,
    Column,
    FontsMissing,
    Paragraph,
    Table,
    fonts_folder,
    to_pdf,
)
from donghanh.core.tests.documents_sample import MADE_AT, REPORT, SIGN_SHEET, UNIT_TABLE


@pytest.fixture(name="report", scope="module")
def report_as_pdf() -> Any:
    return PdfReader(BytesIO(to_pdf(REPORT, made_at=MADE_AT)))


def test_tinos_is_the_only_font_and_is_embedded(report: Any) -> None:
    fonts = [font.get_object() for page in report.pages for font in page["/Resources"]["/Font"].values()]
    described = [font["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object() for font in fonts]

    names = {descriptor["/FontName"].partition("+")[2].partition("-")[0] for descriptor in described}
    assert names == {"Tinos"}
    assert all("/FontFile2" in descriptor or "/FontFile3" in descriptor for descriptor in described)


def test_pages_are_a4_and_an_annex_may_lie_across(report: Any) -> None:
    sizes = [tuple(round(float(side) / 72 * 25.4) for side in page.mediabox[2:]) for page in report.pages]

    assert sizes == [*[(210, 297)] * 4, (297, 210)]


def test_text_keeps_to_the_margins(report: Any) -> None:
    starts: list[float] = []

    def note_start(text: str, page: list[float], line: list[float], *_: object) -> None:
        if text.strip():
            starts.append(page[4] + line[4])

    for page in report.pages:
        page.extract_text(visitor_text=note_start)

    assert round(min(starts) / 72 * 25.4) == 30


def test_pages_are_numbered_from_the_second_on_and_annexes_anew() -> None:
    long = replace(UNIT_TABLE, rows=UNIT_TABLE.rows * 4)
    document = replace(REPORT, annexes=(Annex("Một", (long,)), Annex("Hai", (long,))), footer="")

    pages = PdfReader(BytesIO(to_pdf(document, made_at=MADE_AT))).pages

    firsts = [page.extract_text().splitlines()[0] for page in pages]
    assert firsts == [
        "LIÊN ĐOÀN LAO ĐỘNG TP. VÍ DỤ",
        "2",
        "3",
        *["05/BC-CĐ; 2026-10-05T16:12:00+07:00", "2", "3"] * 2,
    ]
    heads = [page.extract_text().count("Bằng chứng") for page in pages]
    assert heads == [0, 0, 0, *[1] * 6]


def test_a_long_sign_sheet_begins_on_its_first_page_and_repeats_its_head() -> None:
    pages = PdfReader(BytesIO(to_pdf(SIGN_SHEET, made_at=MADE_AT))).pages

    assert [page.extract_text().count("Họ và tên") for page in pages] == [1, 1, 1]


def test_figures_link_to_their_records(report: Any) -> None:
    links = [annotation.get_object()["/A"]["/URI"] for page in report.pages for annotation in page.get("/Annots", [])]

    assert links == [f"https://donghanh.example/f/{code}" for code in "abcd"]


def test_the_pdf_speaks_vietnamese_and_is_tagged_for_screen_readers(report: Any) -> None:
    assert report.root_object["/Lang"].startswith("vi")
    assert report.root_object["/MarkInfo"]["/Marked"]
    assert report.metadata is not None
    assert report.metadata.title.startswith("Báo cáo Kết quả công tác")


def test_empty_parts_print_as_nothing() -> None:
    bare = Table(columns=(Column(1),), head=(), rows=((Cell(()),),))
    document = replace(SIGN_SHEET, signature=None, blocks=(Paragraph(()), BulletList(()), bare))

    assert len(PdfReader(BytesIO(to_pdf(document, made_at=MADE_AT))).pages) == 1
    assert len(PdfReader(BytesIO(to_pdf(replace(document, blocks=()), made_at=MADE_AT))).pages) == 1


def test_the_same_words_give_the_same_bytes() -> None:
    assert to_pdf(REPORT, made_at=MADE_AT) == to_pdf(REPORT, made_at=MADE_AT)
    assert to_pdf(REPORT, made_at=MADE_AT) != to_pdf(REPORT, made_at=MADE_AT + timedelta(seconds=1))


def test_missing_fonts_name_the_folder_and_the_remedy(tmp_path: Path) -> None:
    regular = fonts_folder() / "Tinos_400Regular.ttf"
    (tmp_path / regular.name).write_bytes(regular.read_bytes())

    with pytest.raises(FontsMissing, match="make setup") as refused:
        to_pdf(REPORT, made_at=MADE_AT, fonts=tmp_path)

    assert str(tmp_path) in str(refused.value)
