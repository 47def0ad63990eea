"""The sentence shown under a found article is never half a rule: a lead and the point that matters stand together."""

import pytest

from donghanh.legal.queries.sentences import Words, best_sentence
from donghanh.legal.tests.factories import clause, make_article, make_document, make_edition

LEAD = "Người thử được nghỉ ngay trong trường hợp sau đây:"
UNPAID, MOVED = "Không được trả tiền thử đúng hạn;", "Được chuyển sang chỗ thử khác;"


def asked(*syllables: str) -> Words:
    return Words(dict.fromkeys(syllables, 1.0), {})


@pytest.fixture
def edition(system):
    return make_edition(make_document())


@pytest.mark.parametrize("number", ["1", ""])
def test_a_lead_is_shown_with_the_point_that_holds_most(edition, number) -> None:
    article = make_article(edition, "35", "Nghỉ thử", clause(number, LEAD, MOVED, UNPAID))
    found = best_sentence(article, asked("nghi", "ngay", "truong", "hop", "tien", "han"))
    assert found.text == f"{LEAD} b) {UNPAID}"
    assert found.anchor == f"k{number}-b"


def test_a_point_is_shown_with_the_words_that_lead_to_it_and_both_are_marked(edition) -> None:
    article = make_article(edition, "35", "Nghỉ thử", clause("2", LEAD, MOVED, UNPAID))
    found = best_sentence(article, asked("tien", "dung", "han", "ngay"))
    assert found.text.startswith(LEAD)
    assert {found.text[start:end] for start, end in found.marks} == {"ngay", "tiền", "đúng hạn"}


def test_a_point_too_far_from_its_lead_stands_alone(edition) -> None:
    long_lead = "Thử " * 95 + "như sau:"
    article = make_article(edition, "35", "Nghỉ thử", clause("2", long_lead, MOVED, UNPAID))
    assert best_sentence(article, asked("tien", "dung", "han")).text == UNPAID


def test_a_sentence_without_points_stands_as_it_is(edition) -> None:
    article = make_article(edition, "36", "Nghỉ thử", clause("1", "Nghỉ 5 ngày. Báo trước 3 ngày."))
    assert best_sentence(article, asked("bao", "truoc")).text == "Báo trước 3 ngày."
