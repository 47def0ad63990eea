"""The library for programs: open, counted by network, and as honest as the pages."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from donghanh.core.api import guests
from donghanh.legal.choices import EditionState
from donghanh.legal.queries import asking
from donghanh.legal.tests.factories import (
    CODE,
    DECREE,
    clause,
    make_article,
    make_changed_article,
    make_document,
    make_edition,
)
from donghanh.legal.tests.finding import finds

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("no_offers"),
    pytest.mark.time_machine("2026-11-22T10:00+07:00", tick=False),
]
SLUG = "45-2019-QH14"


def read(path: str, **asked: Any) -> Any:
    return Client().get(f"/api/v1/law/{path}", asked)


@pytest.fixture
def article(db: None) -> Any:
    return make_article(make_edition(make_document()), "98", "Tiền thử", clause("1", "Trả thêm tiền thử."))


def test_a_question_is_answered_with_articles_and_the_sentence_that_matters(article, monkeypatch) -> None:
    monkeypatch.setattr(asking, "search_law", finds(article))
    told = read("search/", q="lam them", on="2026-07-01").json()
    assert (told["on"], told["is_weak"], told["has_texts"], told["uncertain"]) == ("2026-07-01", False, True, [])
    (hit,) = told["hits"]
    assert (hit["document"], hit["article"], hit["anchor"]) == (CODE, "98", "k1")
    assert hit["sentence"][slice(*hit["marks"][0])] == "1."
    assert (hit["standing"], hit["verification"]) == ("in_force", "draft")


def test_a_weak_answer_holds_no_hits(article, monkeypatch) -> None:
    monkeypatch.setattr(asking, "search_law", finds(article, is_weak=True))
    told = read("search/", q="nau pho").json()
    assert (told["is_weak"], told["hits"], len(told["uncertain"])) == (True, [], 1)


def test_a_search_without_words_or_about_no_day_is_refused() -> None:
    assert read("search/").status_code == 422
    assert read("search/", q=" ").status_code == 422
    assert read("search/", q="lương", on="hôm qua").json()["errors"][0]["field"] == "query.on"


def test_documents_are_listed_by_number_and_narrowed(db) -> None:
    make_document()
    make_document(DECREE, kind="decree", in_force_on=None)
    assert [each["number"] for each in read("documents/").json()["items"]] == [DECREE, CODE]
    assert [each["number"] for each in read("documents/", kind="code").json()["items"]] == [CODE]
    assert [each["number"] for each in read("documents/", in_force="true").json()["items"]] == [CODE]
    assert read("documents/", kind="decree").json()["items"][0]["standing"] == "unknown"


def test_a_document_and_an_article_are_read_as_they_stood_on_a_day(db) -> None:
    make_changed_article(make_edition(make_document()))
    contents = read(f"documents/{SLUG}/", on="2026-06-30").json()
    assert [each["applies_to"] for each in contents["articles"]] == ["2026-06-30"]
    before = read(f"documents/{SLUG}/articles/36/", on="2026-06-30").json()
    after = read(f"documents/{SLUG}/articles/36/", on="2026-07-01").json()
    assert ("30 ngày" in before["text"], "45 ngày" in after["text"]) == (True, True)
    assert after["document"]["number"] == CODE
    assert after["clauses"][0]["points"][0] == {"number": "a", "text": "ốm đau"}


def test_what_readers_are_not_given_does_not_exist(db) -> None:
    make_changed_article(make_edition(make_document(), state=EditionState.WAITING))
    assert read(f"documents/{SLUG}/articles/36/").status_code == 404
    assert read("documents/1-2000-QH1/").status_code == 404


def test_a_network_that_knocks_too_often_waits(article, monkeypatch) -> None:
    monkeypatch.setattr(guests, "GUESTS", replace(guests.GUESTS, most=2, per=timedelta(minutes=1)))
    assert [read("documents/").status_code for _ in range(3)] == [200, 200, 429]
    refused = read("documents/")
    assert refused.json()["code"] == "too_many_tries"
    assert int(refused["Retry-After"]) <= 60


def test_the_doors_need_few_queries(article, django_assert_max_num_queries) -> None:
    read("documents/")
    for path in ("documents/", f"documents/{SLUG}/", f"documents/{SLUG}/articles/98/"):
        with django_assert_max_num_queries(6):
            read(path)
