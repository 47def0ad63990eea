"""Search of the library as pages, programs and the command line use it."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from donghanh.legal import indexed
from donghanh.legal.citing import texts_changed
from donghanh.legal.jobs import check_index
from donghanh.legal.models import Article, LegalDocument
from donghanh.legal.queries.searching import Found, search_law, suggest
from donghanh.legal.tests.factories import (
    CHANGED_ON,
    CODE,
    DECREE,
    OLD_CODE,
    clause,
    make_article,
    make_changed_article,
    make_document,
    make_edition,
)

TODAY = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def _own_index(settings: Any, tmp_path: Path) -> None:
    settings.DATA = tmp_path


@pytest.fixture
def library(db: None) -> LegalDocument:
    """A code in force with one article that changed, the code before it, and a decree."""
    code = make_document()
    edition = make_edition(code)
    make_changed_article(edition)
    make_article(edition, "97", "Kỳ hạn trả lương", clause("1", "Trả lương chậm thì phải đền.", "tiền thử", "tiền lãi"))
    make_article(edition, "112", "Nghỉ lễ, tết", clause("1", "Nghỉ Tết thử năm ngày."))
    old = make_document(OLD_CODE, in_force_on=date(2013, 5, 1), expired_on=date(2021, 1, 1))
    make_article(make_edition(old), "96", "Nguyên tắc trả lương", clause("1", "Trả lương chậm thì xin lỗi."))
    decree = make_document(DECREE, title="Nghị định quy định chi tiết thử", kind="decree")
    make_article(make_edition(decree), "57", "Tiền lương làm thêm", clause("1", "Tiền lương làm thêm vào ban đêm thử."))
    return code


def places(found: Found) -> list[str]:
    return [f"{hit.document.number} {hit.article.number}" for hit in found.hits]


def test_a_question_without_accents_finds_the_sentence_that_matters(library: LegalDocument) -> None:
    found = search_law("cong ty no luong thi sao", on=TODAY)
    hit = found.hits[0]
    assert (hit.document, hit.article.number) == (library, "97")
    assert hit.sentence.anchor == "k1"
    marked = [hit.sentence.text[start:end] for start, end in hit.sentence.marks]
    assert "Trả lương chậm" in marked
    assert ("nợ lương", "trả lương chậm, không trả đủ lương, kỳ hạn trả lương") in found.reading.expanded


def test_repealed_law_is_found_only_on_its_own_days_or_when_all_is_asked_for(library: LegalDocument) -> None:
    old = f"{OLD_CODE} 96"
    assert old not in places(search_law("trả lương chậm", on=TODAY))
    assert places(search_law("trả lương chậm", on=date(2018, 1, 1))) == [old]
    assert old in places(search_law("trả lương chậm", on=TODAY, status="all"))


@pytest.mark.parametrize(
    ("day", "words"), [(date(2026, 6, 30), "30 ngày"), (CHANGED_ON, "45 ngày"), (TODAY, "45 ngày")]
)
def test_the_wording_of_the_day_is_found(library: LegalDocument, day: date, words: str) -> None:
    found = search_law("quyền thử báo trước", on=day)
    assert [words in hit.article.text for hit in found.hits if hit.article.number == "36"] == [True]


@pytest.mark.parametrize("typed", ["điều 97 blld", "dieu 97 bo luat lao dong", "Điều 97 45/2019/QH14"])
def test_a_citation_goes_straight_to_its_article(library: LegalDocument, typed: str) -> None:
    found = search_law(typed, on=TODAY)
    assert places(found) == [f"{CODE} 97"]
    assert not found.is_weak


@pytest.mark.parametrize("typed", ["nghị định 145", "145/2020/NĐ-CP", "nd 145/2020"])
def test_a_number_goes_straight_to_its_document(library: LegalDocument, typed: str) -> None:
    assert places(search_law(typed, on=TODAY)) == [f"{DECREE} 57"]


def test_an_article_named_within_a_question_comes_first(library: LegalDocument) -> None:
    assert places(search_law("theo điều 112 bộ luật lao động thì trả lương chậm ra sao", on=TODAY))[0] == f"{CODE} 112"


def test_a_citation_of_repealed_law_does_not_pass_for_todays(library: LegalDocument) -> None:
    assert f"{OLD_CODE} 96" not in places(search_law("điều 96 bộ luật lao động 2012", on=TODAY))


def test_filters_narrow_what_is_found(library: LegalDocument) -> None:
    assert places(search_law("tiền lương", on=TODAY, number=DECREE)) == [f"{DECREE} 57"]
    assert places(search_law("tiền lương", on=TODAY, kind="decree")) == [f"{DECREE} 57"]
    assert places(search_law("tiền lương", on=TODAY, topic="labour_code")) == []


def test_what_the_library_does_not_answer_is_weak(library: LegalDocument) -> None:
    assert search_law("Cách nấu phở bò ngon tại nhà", on=TODAY).is_weak
    assert search_law("asdf qwer", on=TODAY).is_weak


def test_exactly_as_typed_expands_and_corrects_nothing(library: LegalDocument) -> None:
    found = search_law("nợ lương bhxh", on=TODAY, exactly=True)
    assert found.reading.expanded == ()
    assert found.reading.corrected == ()


def test_the_index_follows_the_texts(library: LegalDocument) -> None:
    search_law("mở đầu", on=TODAY)
    other = make_document("84/2015/QH13", title="Luật thử An toàn", kind="law")
    edition = make_edition(other)
    make_article(edition, "1", "Mũ bảo hộ thử", clause("1", "Mỗi người một mũ bảo hộ thử."))
    texts_changed.send(LegalDocument, numbers=[other.number])
    assert places(search_law("mũ bảo hộ thử", on=TODAY))[0] == "84/2015/QH13 1"
    edition.state = "withdrawn"
    edition.save(update_fields=["state"])
    texts_changed.send(LegalDocument, numbers=[other.number])
    assert "84/2015/QH13 1" not in places(search_law("mũ bảo hộ thử", on=TODAY))
    assert indexed.is_right()


def test_an_index_that_lags_behind_is_made_anew(library: LegalDocument) -> None:
    indexed.rebuild()
    Article.objects.filter(number="97").delete()
    assert not indexed.is_right()
    assert f"{CODE} 97" not in places(search_law("trả lương chậm", on=TODAY))
    check_index()
    assert indexed.is_right()


def test_a_search_takes_few_statements(library: LegalDocument, django_assert_max_num_queries: Any) -> None:
    search_law("trả lương chậm", on=TODAY)
    with django_assert_max_num_queries(4):
        search_law("trả lương chậm", on=TODAY)


def test_an_empty_library_is_searched_without_a_result(db: None) -> None:
    found = search_law("trả lương chậm", on=TODAY)
    assert found.hits == []
    assert found.is_weak


def test_suggestions_go_on_with_what_is_typed_without_accents(library: LegalDocument) -> None:
    assert "Nghỉ lễ, tết" in suggest("nghi le")
    assert "Kỳ hạn trả lương" in suggest("tra lu")
    assert suggest("") == []
    assert len(suggest("n", 3)) == 3
