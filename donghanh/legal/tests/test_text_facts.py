"""A text tells its own number, title and days, what it amends, and whether it is what it goes under."""

from datetime import date

import pytest

from donghanh.legal.structure.checking import Claim
from donghanh.legal.structure.model import Deed
from donghanh.legal.structure.numbers import day_in, kind_of, mend_numbers, number_in_file_name
from donghanh.legal.structure.reading import read_text
from donghanh.legal.tests.texts import CONSOLIDATED, DECREE, LAW

FORCE, CHANGE = date(2025, 7, 1), date(2026, 7, 1)


def test_a_law_tells_number_title_and_days_with_the_article_that_says_so() -> None:
    facts = read_text(LAW, Claim()).facts
    assert (facts.number, facts.kind, facts.title, facts.issuer) == (
        "7/2024/QH15",
        "law",
        "Luật Thử nghiệm",
        "Quốc hội",
    )
    assert (facts.issued_on, facts.in_force_on, facts.in_force_place) == (date(2024, 6, 29), FORCE, "3")


def test_a_consolidation_tells_its_own_number_and_who_amended_the_law_from_when() -> None:
    facts = read_text(CONSOLIDATED, Claim()).facts
    assert (facts.number, facts.consolidation) == ("7/2024/QH15", "19/VBHN-VPQH")
    assert [(one.number, one.title, one.starts_on) for one in facts.amendments] == [
        ("8/2025/QH15", "Luật Ví dụ", CHANGE)
    ]


def test_footnotes_are_taken_out_of_the_words_and_tied_to_their_article() -> None:
    reading = read_text(CONSOLIDATED, Claim())
    article = next(article for article in reading.articles if article.number == "2")
    assert [(note.mark, note.number, note.starts_on) for note in article.notes] == [("2", "8/2025/QH15", CHANGE)]
    assert "b) Nghỉ 10 ngày khi thử cùng người khác và với người thân." in article.paragraphs
    assert [one.number for one in reading.articles] == ["1", "2", "2a", "3"]
    assert reading.articles[-1].path[0].title == "ĐIỀU KHOẢN THI HÀNH"


def test_what_a_law_replaces_leaves_out_who_amended_the_old_one() -> None:
    assert read_text(LAW, Claim()).deeds == [Deed("replaces", "5/2012/QH13", "", FORCE, "3")]


def test_a_decree_says_what_it_amends_repeals_and_guides() -> None:
    found = {(deed.kind, deed.number, deed.article) for deed in read_text(DECREE, Claim()).deeds}
    assert found == {
        ("replaces", "1/2015/NĐ-CP", ""),
        ("amends", "2/2020/NĐ-CP", "3"),
        ("amends", "3/2020/NĐ-CP", "4"),
        ("repeals", "3/2020/NĐ-CP", "8"),
        ("guides", "7/2024/QH15", ""),
    }


@pytest.mark.parametrize(
    ("claim", "code"),
    [
        (Claim(file_name="7-2024-QH15.txt"), ""),
        (Claim(file_name="8-2024-QH15.txt"), "wrong_document"),
        (Claim(number="9/2024/QH15"), "wrong_document"),
        (Claim(title="Luật Thử nghiệm 2025"), "title_tells_another_year"),
    ],
)
def test_a_text_is_compared_with_what_it_goes_under(claim: Claim, code: str) -> None:
    found = read_text(LAW, claim).codes & {"wrong_document", "title_tells_another_year", "no_number"}
    assert found == ({code} if code else set())


def test_an_old_law_without_a_number_is_found_out_under_a_new_name() -> None:
    """The words say when they were passed: that is not the year of the number they are claimed to have."""
    old = LAW.replace("Luật số: 7/2024/QH15\n", "").replace("29 tháng 6 năm 2024", "20 tháng 6 năm 2012")
    reading = read_text(old, Claim(file_name="7-2024-QH15.txt"))
    assert "wrong_document" in reading.codes
    assert "number_only_claimed" in read_text(old, Claim(file_name="7-2012-QH15.txt")).codes


def test_a_table_that_contradicts_the_article_is_named_and_the_article_counts() -> None:
    reading = read_text(f"| Số hiệu | 7/2024/QH15 |\n| Ngày có hiệu lực | 01/01/2027 |\n{LAW}", Claim())
    assert reading.facts.in_force_on == FORCE
    assert [dict(one.values) for one in reading.findings if one.code == "dates_contradict"] == [
        {"own": "01/07/2025", "other": "01/01/2027"}
    ]


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("145-2020-ND-CP.full.txt", "145/2020/NĐ-CP"),
        ("45-2019-QH14.phapdien.txt", "45/2019/QH14"),
        ("1-2021-QD-TTg.pdf", "1/2021/QĐ-TTg"),
        ("17_2022_UBTVQH15.docx", "17/2022/UBTVQH15"),
        ("bo-luat.txt", ""),
        ("2024-thu.txt", ""),
    ],
)
def test_a_file_name_claims_a_number(name: str, number: str) -> None:
    assert number_in_file_name(name) == number


@pytest.mark.parametrize(
    ("number", "title", "kind"),
    [
        ("45/2019/QH14", "Bộ luật Lao động", "code"),
        ("41/2024/QH15", "Luật Bảo hiểm xã hội", "law"),
        ("142/2024/QH15", "Nghị quyết kỳ họp", "resolution"),
        ("145/2020/NĐ-CP", "", "decree"),
        ("60/2015/QĐ-TTg", "", "decision"),
        ("61/KH-TLĐ", "", "other"),
    ],
)
def test_a_number_tells_the_kind_of_document(number: str, title: str, kind: str) -> None:
    assert kind_of(number, title) == kind


def test_days_and_torn_numbers_are_read() -> None:
    assert day_in("từ ngày 01 tháng 7 năm 2025, sửa ngày 02/8/2025") == FORCE
    assert day_in("ngày 31 tháng 02 năm 2025") is None
    assert mend_numbers("28/2020/NĐCP và 135/2020/NĐ- CP") == "28/2020/NĐ-CP và 135/2020/NĐ-CP"
