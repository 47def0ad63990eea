"""The report as paper: its skeleton, its sentences, what is printed and what is not."""

from dataclasses import replace
from io import BytesIO

import pytest
from openpyxl import load_workbook

from donghanh.core.documents import outline, plain_text
from donghanh.kernel.periods import Period
from donghanh.org.services.units import set_document_settings
from donghanh.reporting.choices import Part
from donghanh.reporting.reports.composing import compose
from donghanh.reporting.reports.files import Version, as_docx, as_pdf, as_xlsx, version_now
from donghanh.reporting.reports.paper import letterhead_of
from donghanh.reporting.tests.report_samples import KIND, NINE_MONTHS, declare, hold, moment

AT = moment("2026-10-05", 16)


@pytest.fixture
def version(commune, factory_union, chi_worker, system) -> Version:
    hold(factory_union, "2026-03-02", system, people=[chi_worker], headcount=40, document_numbers=["45/2019/QH14"])
    hold(commune, "2026-08-03", system, headcount=10)
    hold(commune, "2025-05-05", system, headcount=20)
    declare(commune, "guidance_documents", "2026-9M", system, value=3)
    declare(commune, "members", "2026-9M", system, kind="stock", value=900)
    return version_now(commune, KIND, NINE_MONTHS, actor=system, at=AT)


def text_of(version: Version) -> str:
    return plain_text(version.paper().document)


def test_the_paper_has_the_heading_of_its_unit_and_the_parts_in_order(version) -> None:
    text = text_of(version)
    for line in ("CÔNG ĐOÀN XÃ VÍ DỤ", "LIÊN ĐOÀN LAO ĐỘNG TỈNH VÍ DỤ", "/BC-CĐ", "TM. BAN THƯỜNG VỤ", "CHỦ TỊCH"):
        assert line in text
    parts = (
        "9 tháng đầu năm 2026; phương hướng, nhiệm vụ 3 tháng cuối năm",
        "Luật Công đoàn ngày 27 tháng 11 năm 2024",
        "I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO",
        "II. KẾT QUẢ THỰC HIỆN",
        "III. ĐÁNH GIÁ",
        "IV. PHƯƠNG HƯỚNG, NHIỆM VỤ 3 THÁNG CUỐI NĂM",
        "V. ĐỀ XUẤT, KIẾN NGHỊ",
        "Phụ lục I",
        "Phụ lục II",
        "SỐ LIỆU TỔ CHỨC",
        "Phụ lục III",
        "45/2019/QH14",
    )
    places = [text.index(part) for part in parts]
    assert places == sorted(places)


def test_figures_stand_in_sentences_and_small_ones_get_a_zero(version) -> None:
    text = text_of(version).replace("\N{NO-BREAK SPACE}", " ")
    assert "ban hành 03 văn bản chỉ đạo, hướng dẫn" in text
    assert "tổ chức 02 cuộc tuyên truyền, phổ biến, giáo dục pháp luật" in text
    assert "với 50 lượt người tham dự" in text
    assert "số lượt người tăng 30 lượt người (150 %)" in text


def test_what_officers_wrote_stands_under_its_heading(version) -> None:
    written = replace(version, texts={Part.STRENGTHS.value: "Số cuộc ca đêm tăng.\n- một\n- hai"})
    text = text_of(written)
    assert text.index("Ưu điểm") < text.index("Số cuộc ca đêm tăng.") < text.index("- một") < text.index("Nguyên nhân")


def test_distinct_people_are_printed_only_where_the_unit_chooses(version, commune, system) -> None:
    assert "PB03" not in text_of(version)
    set_document_settings(commune, actor=system, prints_distinct_people=True)
    chosen = replace(version, letterhead=letterhead_of(commune, on=AT.date()))
    assert "PB03" in text_of(chosen)


def test_distinct_people_never_stand_in_the_row_of_attendances(version, commune, system) -> None:
    set_document_settings(commune, actor=system, prints_distinct_people=True)
    chosen = replace(version, letterhead=letterhead_of(commune, on=AT.date()))
    people, attendances = version.report.row("distinct_people"), version.report.row("legal_education_attendances")
    assert (people.counted, attendances.counted) == (1, 50)
    for table in (block for annex in outline(chosen.paper().document)["annexes"] for block in annex["blocks"]):
        lines = {row[0]["runs"][0]["text"]: row for row in table.get("rows", []) if row[0]["runs"]}
        if "PB02" in lines:
            assert [_words(cell) for cell in lines["PB02"][3:5]] == ["50", "chưa có"]
            assert [_words(cell) for cell in lines["PB03"][3:5]] == ["1", "chưa có"]
    body = text_of(chosen).partition("Phụ lục I")[0]
    assert "người khác nhau" not in body


def test_unknown_lines_say_so_in_words(version) -> None:
    rows = [
        row
        for block in outline(version.paper().document)["annexes"][0]["blocks"]
        for row in block["rows"]
        if _words(row[0]) == "PB05"
    ]
    assert [_words(cell) for cell in rows[0]] == ["PB05", "Cuộc thi tìm hiểu pháp luật", "cuộc thi", "chưa có số liệu"]


def test_what_is_known_of_the_year_so_far_is_shown_where_the_quarter_is_unknown(commune, system) -> None:
    declare(commune, "legal_contests", "2026-9M", system, value=2)
    version = version_now(commune, KIND, Period.parse("2026-Q3"), actor=system, at=AT)
    table = outline(version.paper().document)["annexes"][0]["blocks"][0]
    (row,) = [row for row in table["rows"] if _words(row[0]) == "PB05"]
    assert [_words(cell) for cell in row[3:]] == ["x", "chưa có", "chưa có", "x", "2"]


def test_codes_under_the_table_lead_back(version, settings) -> None:
    settings.PUBLIC_URL = "https://donghanh.example"
    paper = outline(version.paper().document)
    notes = [run for block in paper["annexes"][0]["blocks"] for note in block["notes"] for run in note]
    assert {"text": "XA-01-2026-9M-PB02", "code": "", "url": "https://donghanh.example/s/XA-01-2026-9M-PB02"} in notes


def test_letters_follow_the_order_of_reading(version) -> None:
    blocks = outline(version.paper().document)["blocks"]
    codes = [run["code"] for block in blocks for run in block.get("runs", []) if run.get("code")]
    assert codes == sorted(codes, key=lambda code: (len(code), code))
    assert codes[0] == "a"


def test_the_law_cited_is_the_one_in_force_on_the_day_of_issue(commune) -> None:
    before, after = (letterhead_of(commune, on=moment(day).date()) for day in ("2025-06-30", "2025-07-01"))
    assert "Căn cứ Luật Công đoàn ngày 20 tháng 6 năm 2012" in before.legal_bases
    assert "Căn cứ Luật Công đoàn ngày 27 tháng 11 năm 2024" in after.legal_bases


@pytest.mark.parametrize(
    ("period", "subject"),
    [
        ("2026", "năm 2026; phương hướng, nhiệm vụ năm 2027"),
        ("2026-H1", "6 tháng đầu năm 2026; phương hướng, nhiệm vụ 6 tháng cuối năm"),
        ("2026-H2", "6 tháng cuối năm 2026; phương hướng, nhiệm vụ 6 tháng đầu năm 2027"),
        ("2026-Q3", "quý III năm 2026; phương hướng, nhiệm vụ quý IV năm 2026"),
        ("2026-Q4", "quý IV năm 2026; phương hướng, nhiệm vụ quý I năm 2027"),
        ("2026-12", "tháng 12 năm 2026; phương hướng, nhiệm vụ tháng 1 năm 2027"),
        ("2023-01-01/2025-12-31", "giai đoạn 2023–2025; phương hướng, nhiệm vụ thời gian tới"),
        ("2018-01-01/2023-10-29", "từ ngày 01/01/2018 đến ngày 29/10/2023; phương hướng, nhiệm vụ thời gian tới"),
    ],
)
def test_the_subject_names_the_period_and_the_time_ahead(commune, system, period, subject) -> None:
    version = version_now(commune, KIND, Period.parse(period), actor=system, at=AT)
    lines = outline(version.paper().document)["subject"]
    assert " ".join(lines[1:]) == subject


def test_word_and_print_say_the_same_and_the_file_is_made_of_the_same_moment(version) -> None:
    assert as_docx(version)[:2] == b"PK"
    assert as_pdf(version)[:5] == b"%PDF-"
    assert as_pdf(version) == as_pdf(version)


def test_the_spreadsheet_holds_numbers_and_no_formula(commune, system) -> None:
    hold(commune, "2026-03-02", system, headcount=10, document_numbers=["=1+1"])
    version = version_now(commune, KIND, NINE_MONTHS, actor=system, at=AT)
    book = load_workbook(BytesIO(as_xlsx(version)))
    table = list(book["Biểu số liệu"].iter_rows(min_row=3, values_only=True))
    heads, attendances = table[0], next(row for row in table if row[0] == "PB02")
    assert attendances[heads.index("Thống kê")] == 10
    assert attendances[heads.index("Kê khai")] == "chưa có số liệu"
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert any(cell.value == "=1+1" for cell in cells)
    assert all(cell.data_type != "f" for cell in cells)


def test_the_report_is_vietnamese_whoever_asks(commune, system, version) -> None:
    from django.utils.translation import override

    with override("en"):
        english = version_now(commune, KIND, NINE_MONTHS, actor=system, at=AT)
        assert text_of(english) == text_of(version)
        assert compose(commune, NINE_MONTHS, actor=system, at=AT) == version.report


def _words(cell: dict[str, object]) -> str:
    return "".join(run["text"] for run in cell["runs"])  # type: ignore[attr-defined]
