"""A text becomes articles, clauses and points; what is not its own stays out, what does not fit is named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.legal.structure.checking import Claim
from donghanh.legal.structure.clauses import clauses_of
from donghanh.legal.structure.model import Reading
from donghanh.legal.structure.reading import read_text
from donghanh.legal.tests.texts import CODIFIED, DECREE, LAW


def read(text: str, **claimed: str) -> Reading:
    return read_text(text, Claim(**claimed))


def numbers(reading: Reading) -> list[str]:
    return [article.number for article in reading.articles]


def test_articles_stand_under_their_chapters_and_sections() -> None:
    reading = read(LAW)
    assert numbers(reading) == ["1", "2", "2a", "3"]
    assert [[part.number for part in article.path] for article in reading.articles] == [
        ["I"],
        ["I"],
        ["I", "1"],
        ["II"],
    ]
    assert reading.articles[0].path[0].title == "NHỮNG QUY ĐỊNH CHUNG"


def test_an_article_has_clauses_points_and_words_after_the_points() -> None:
    first, second = clauses_of(read(LAW).articles[1].paragraphs)
    assert (first["number"], [point["number"] for point in first["points"]]) == ("1", ["a", "b"])
    assert first["tail"] == "Ngày nghỉ không cộng dồn."
    assert (second["number"], second["text"], second["points"]) == ("2", "Chính phủ quy định chi tiết Điều này.", [])


@given(st.lists(st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=60), max_size=12))
def test_no_word_is_lost_between_paragraphs_and_clauses(paragraphs: list[str]) -> None:
    kept = "".join(
        clause["number"] + clause["text"] + clause["tail"] + "".join(p["number"] + p["text"] for p in clause["points"])
        for clause in clauses_of(paragraphs)
    )
    letters = [letter for letter in "".join(paragraphs) if letter.isalpha()]
    assert sorted(letter for letter in kept if letter.isalpha()) == sorted(letters)


def test_a_stamp_in_the_middle_of_a_page_is_left_out_and_counted() -> None:
    reading = read(LAW)
    assert "CỔNG THỬ" not in reading.articles[0].text
    assert "debris_removed" in reading.codes


def test_articles_that_a_text_quotes_from_another_are_not_its_own() -> None:
    assert numbers(read(DECREE)) == ["1", "2"]


def test_what_follows_the_signature_is_an_annex() -> None:
    reading = read(DECREE)
    assert reading.annexes == ["Phụ lục I"]
    assert "annexes_left_out" in reading.codes


def test_an_article_glued_to_another_is_told_from_it_and_foreign_ones_are_left_out() -> None:
    reading = read(CODIFIED)
    assert numbers(reading) == ["1", "2", "3", "5"]
    assert [article.number for article in reading.articles if article.is_recovered] == ["3"]
    assert reading.articles[2].text == "1. Nhà nước làm mẫu."
    assert "liên quan" not in "".join(article.text for article in reading.articles)
    assert reading.articles[1].path[0].title == "NGUYÊN TẮC MẪU"
    assert {"codified", "article_recovered", "foreign_article", "article_missing"} <= reading.codes


@pytest.mark.parametrize(
    ("old", "new", "code", "place"),
    [
        ("Điều 2. Nghỉ thử", "Nghỉ thử", "article_missing", "2"),
        ("Điều 2a. Báo trước", "Điều 2. Nghỉ thử", "article_repeated", "2"),
        ("2. Chính phủ", "3. Chính phủ", "clause_missing", "2"),
        ("CHỦ TỊCH QUỐC HỘI", "(Xem tiếp Công báo số 1 + 2)", "goes_on_elsewhere", ""),
    ],
)
def test_what_does_not_fit_is_named_with_its_place(old: str, new: str, code: str, place: str) -> None:
    found = [finding for finding in read(LAW.replace(old, new)).findings if finding.code == code]
    assert [finding.place for finding in found] == [place]


def test_a_text_without_articles_is_grave() -> None:
    assert "no_structure" in read("Một lá thư thử.\nKhông có điều nào.").codes


def test_lines_broken_at_the_edge_of_a_page_are_put_together() -> None:
    words = "Người thử được nghỉ khi thử một mình và khi thử cùng người khác theo quy định"
    body = "\n".join(
        f"{number}. {words}\nvà theo lời hẹn thử đã ghi trong sổ thử của người thử {number}." for number in range(1, 80)
    )
    reading = read(f"Điều 1. Nghỉ thử\n{body}\nĐiều 2. Hiệu lực thi hành\nNghị định này có hiệu lực.")
    assert reading.articles[0].paragraphs[0] == f"1. {words} và theo lời hẹn thử đã ghi trong sổ thử của người thử 1."
    assert len(reading.articles[0].paragraphs) == 79
