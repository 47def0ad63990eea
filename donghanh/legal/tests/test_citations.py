"""Citations are understood as people and texts write them; what is not certain stays plain text."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.kernel.text import fold
from donghanh.legal.citations import Name, Names, Reference, find_citations, parse_citation, shipped_names

TODAY = date(2026, 11, 22)
CODE, OLD_CODE, INSURANCE = "45/2019/QH14", "10/2012/QH13", "41/2024/QH15"
DECREE = "145/2020/NĐ-CP"

POINTS = ["", *"abcdđeghiklmnopqrstuvxy"]
references = st.builds(
    Reference,
    number=st.sampled_from(
        [CODE, INSURANCE, DECREE, "12/2022/NĐ-CP", "10/2020/TT-BLĐTBXH", "613/QĐ-TTg", "7/2099/QH99"]
    ),
    article=st.from_regex(r"\A[1-9]\d{0,2}[abc]?\Z"),
    clause=st.one_of(st.just(""), st.integers(1, 60).map(str), st.just("3a")),
    point=st.sampled_from(POINTS),
)


@given(references)
def test_a_written_reference_is_read_back(reference) -> None:
    assert parse_citation(reference.label_vi, TODAY) == reference
    assert parse_citation(reference.label_en, TODAY) == reference


@given(references, st.booleans())
def test_both_orders_mean_the_same_with_and_without_diacritics(reference, is_folded) -> None:
    clause = f"khoản {reference.clause} " if reference.clause else ""
    point = f"điểm {reference.point} " if reference.point else ""
    written = f"{point}{clause}Điều {reference.article} của {reference.number}"
    if is_folded:
        written = fold(written)
        reference = Reference(reference.number, reference.article, reference.clause, fold(reference.point))
    assert parse_citation(written, TODAY) == reference


@given(references)
def test_text_in_decomposed_letters_is_pointed_out_in_its_own_letters(reference) -> None:
    text = unicodedata.normalize("NFD", f"Theo quy định tại {reference.label_vi} thì được.")
    found = find_citations(text, on=TODAY)
    assert [one.reference for one in found] == [reference]
    assert unicodedata.normalize("NFC", text[found[0].start : found[0].end]) == reference.label_vi


@given(st.text(max_size=200))
def test_any_text_is_read_without_complaint_and_spans_stay_within_it(text) -> None:
    end = 0
    for found in find_citations(text, home=CODE, article="1", on=TODAY):
        assert end <= found.start < found.end <= len(text)
        end = found.end


@pytest.mark.parametrize(("typed", "meant"), [
    ("Điều 36 khoản 1 BLLĐ 2019", Reference(CODE, "36", "1")),
    ("điểm đ khoản 1 Điều 31 Luật BHXH", Reference(INSURANCE, "31", "1", "đ")),
    ("dieu 36 khoan 1 bo luat lao dong", Reference(CODE, "36", "1")),
    ("diều 36 khoan 1 Bộ luat lao động", Reference(CODE, "36", "1")),
    ("d.36 k.1 blld", Reference(CODE, "36", "1")),
    ("đ36 k1 BLLĐ", Reference(CODE, "36", "1")),
    ("ĐIỀU 36, BỘ LUẬT LAO ĐỘNG NĂM 2019", Reference(CODE, "36")),
    ("blld2019 điều 20", Reference(CODE, "20")),
    ("Bộ luật Lao động 2019, Điều 36 khoản 1 điểm b", Reference(CODE, "36", "1", "b")),
    ("khoản 1 Điều 36 (BLLĐ 2019)", Reference(CODE, "36", "1")),
    ("article 36 clause 1 labour code", Reference(CODE, "36", "1")),
    ("điều 36 blld 2012", Reference(OLD_CODE, "36")),
    ("Điều 5 Nghị định 145/2020/NĐ-CP", Reference(DECREE, "5")),
    ("145/2020/nd-cp điều 5", Reference(DECREE, "5")),
    ("Điều 5 NĐ 145", Reference(DECREE, "5")),
    ("NĐ 145/2020", Reference(DECREE)),
    ("Nghị định số 12/2022/NĐ-CP", Reference("12/2022/NĐ-CP")),
    ("Luật BHXH 2024", Reference(INSURANCE)),
    ("Luật BHXH mới", Reference(INSURANCE)),
    ("BLLĐ Điều 36.1.b", Reference(CODE, "36", "1", "b")),
    ("Article 36(1)(b) Labour Code", Reference(CODE, "36", "1", "b")),
    ("d36k1 blld", Reference(CODE, "36", "1")),
    ("36 blld", Reference(CODE, "36")),
    ("Điều 36 - BLLĐ 2019", Reference(CODE, "36")),
    ("từ Điều 35 đến Điều 38 BLLĐ", Reference(CODE, "35")),
    ("Điều 8 Nghị định số 145/2020/NĐ-CP ngày 14 tháng 12 năm 2020 của Chính phủ", Reference(DECREE, "8")),
    ("Điều 5 Nghị định 12", Reference("12/2022/NĐ-CP", "5")),
    ("Luật số 45/2019/QH14", Reference(CODE)),
    ("Điều 5 Luật Thanh tra số 84/2025/QH15", Reference("84/2025/QH15", "5")),
])  # fmt: skip
def test_a_typed_citation_is_understood(typed, meant) -> None:
    assert parse_citation(typed, TODAY) == meant


@pytest.mark.parametrize("typed", [
    "", "Điều 36", "khoản 1", "Điều 36 Luật Đất đai", "BLLĐ 2020 điều 5", "pháp luật lao động", "kỷ luật lao động",
    "chuyển khoản 2.000.000 đồng theo luật", "cong ty no luong 2 thang", "nghị định 1459", "điểm thi môn luật",
    "Điều này Luật này", "Điều 36 BLLĐ có được nghỉ việc không", "Điều 5 BLLĐ và Điều 6 Luật BHXH",
])  # fmt: skip
def test_what_is_not_certain_is_no_citation(typed) -> None:
    assert parse_citation(typed, TODAY) is None


@pytest.mark.parametrize(("day", "number"), [
    (date(2015, 1, 1), "10/2012/QH13"),
    (date(2020, 12, 31), "10/2012/QH13"),
    (date(2021, 1, 1), CODE),
])  # fmt: skip
def test_a_name_without_a_year_means_the_law_of_the_day(day, number) -> None:
    assert parse_citation("Điều 36 Bộ luật Lao động", day) == Reference(number, "36")


@pytest.mark.parametrize(("text", "cited"), [
    (
        "khoản 2, khoản 3 Điều 35 và Điều 36 Bộ luật Lao động",
        [("khoản 2", "35 2"), ("khoản 3 Điều 35", "35 3"), ("Điều 36 Bộ luật Lao động", "36")],
    ),
    ("các điều 35, 36 và 37 của Bộ luật này", [("điều 35", "35"), ("36", "36"), ("37 của Bộ luật này", "37")]),
    ("các khoản 1, 2 và 3 Điều 9 Luật này", [("khoản 1", "9 1"), ("2", "9 2"), ("3 Điều 9 Luật này", "9 3")]),
    ("điểm d và đ khoản 1 Điều 2 Luật này", [("điểm d", "2 1 d"), ("đ khoản 1 Điều 2 Luật này", "2 1 đ")]),
    ("Điều 36 khoản 1, Điều 37 khoản 2 BLLĐ", [("Điều 36 khoản 1", "36 1"), ("Điều 37 khoản 2 BLLĐ", "37 2")]),
    ("theo khoản 1 và khoản 2 Điều này", [("khoản 1", "7 1"), ("khoản 2 Điều này", "7 2")]),
    ("kèm theo Luật này", [("Luật này", "")]),
    ("điểm a khoản này; Điều 36; khoản 2 của Điều 5", []),
    ("Điều 12 Luật này, 30 ngày", [("Điều 12 Luật này", "12")]),
    ("khoản 1,2 Điều 9 Luật này", [("khoản 1", "9 1"), ("2 Điều 9 Luật này", "9 2")]),
    ("Điều 9, 20,5 triệu đồng theo Điều 10 Luật này", [("Điều 10 Luật này", "10")]),
    ("Mẫu số 05/PLIII kèm theo", []),
])  # fmt: skip
def test_citations_in_a_text_of_the_code(text, cited) -> None:
    found = find_citations(text, home=CODE, article="7", on=TODAY)
    assert {one.number for one in found} <= {CODE}
    assert [(text[one.start : one.end], f"{one.article} {one.clause} {one.point}".strip()) for one in found] == cited


def test_a_name_that_two_laws_of_the_day_bear_is_not_certain() -> None:
    names = Names([Name("Luật Thử", "1/2020/QH14"), Name("Luật Thử", "2/2021/QH15")])
    assert parse_citation("Điều 5 Luật Thử", TODAY, names) is None
    assert parse_citation("Điều 5 Luật Thử 2021", TODAY, names) == Reference("2/2021/QH15", "5")


def test_a_number_is_written_as_the_library_writes_it() -> None:
    names = Names([Name("", "02/2011/QH13")])
    assert parse_citation("2/2011/qh13", TODAY, names) == Reference("02/2011/QH13")
    assert parse_citation("Điều 3 thông tư 9/2021", TODAY, names) is None


def test_every_shipped_name_means_something_on_some_day() -> None:
    from donghanh.legal.citations.names import shipped

    for name in shipped():
        day = name.starts_on or TODAY
        assert shipped_names().named(fold(name.words), on=day) == name.number, f"{name.words} is not certain on {day}"
