"""One box: articles that apply on the day, marked where they fit; plain words when nothing fits well enough."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from donghanh.legal import offers
from donghanh.legal.offers import Offer
from donghanh.legal.queries import asking
from donghanh.legal.tests.factories import CODE, DECREE, clause, make_article, make_document, make_edition
from donghanh.legal.tests.finding import finds

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine("2026-11-22T10:00+07:00", tick=False)]
QUESTION = "cong ty bat lam them"


@pytest.fixture
def article(db: None) -> Any:
    return make_article(make_edition(make_document()), "98", "Tiền thử", clause("1", "Trả thêm tiền thử."))


def page(**asked: Any) -> str:
    answer = Client().get("/law/", asked)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture
def found(article, monkeypatch, no_offers) -> Any:
    monkeypatch.setattr(asking, "search_law", finds(article))
    return article


def test_without_a_question_the_box_says_where_to_begin(no_offers) -> None:
    shown = page()
    assert 'name="q"' in shown
    assert "Hay được hỏi" in shown
    assert "Hỏi người thật" in shown


def test_an_article_is_shown_with_its_clause_its_law_its_day_and_the_words_that_fit(found) -> None:
    shown = page(q=QUESTION)
    assert "<b>98</b>" in shown
    assert "Khoản 1 · Bộ luật Lao động 45/2019/QH14" in shown
    assert "Áp dụng ngày 22/11/2026" in shown
    assert "Chưa có cán bộ kiểm tra" in shown
    assert "<mark>1.</mark> Trả thêm tiền thử." in shown
    assert "/law/d/45-2019-QH14/98/?on=2026-11-22#k1" in shown


def test_the_day_is_kept_and_one_that_cannot_be_read_is_asked_for_again(found) -> None:
    assert "Áp dụng ngày <b>01/02/2025</b>" in page(q=QUESTION, on="01/02/2025")
    shown = page(q=QUESTION, on="hôm qua")
    assert "Ghi ngày như 24/11/2026" in shown
    assert "Áp dụng ngày <b>22/11/2026</b>" in shown


@pytest.mark.parametrize(
    ("dates", "words"),
    [
        ({"in_force_on": None}, "Chưa rõ văn bản này áp dụng từ ngày nào"),
        ({"in_force_on": date(2027, 1, 1)}, "Chưa có hiệu lực: áp dụng từ ngày 01/01/2027"),
        ({"expired_on": date(2026, 9, 10)}, "Hết hiệu lực từ ngày 10/09/2026"),
    ],
)
def test_a_document_that_is_not_plainly_law_says_so(no_offers, monkeypatch, dates, words) -> None:
    old = make_article(make_edition(make_document(DECREE, **dates)), "5", "Mức thử", clause("1", "Nội dung thử."))
    monkeypatch.setattr(asking, "search_law", finds(old))
    assert words in page(q=QUESTION, status="all")


def test_weak_results_are_no_answer_and_lead_to_a_person_with_the_question(article, no_offers, monkeypatch) -> None:
    monkeypatch.setattr(asking, "search_law", finds(article, is_weak=True))
    shown = page(q=QUESTION)
    assert "Chưa tìm thấy điều luật phù hợp" in shown
    assert "/law/ask-a-person/?q=cong%20ty%20bat%20lam%20them" in shown
    assert "Không chắc" in shown
    assert "<mark>" not in shown
    assert "Trả thêm tiền thử" not in shown


def test_without_texts_guides_answer_and_the_page_says_how_to_load_them(monkeypatch) -> None:
    monkeypatch.setattr(offers, "_sources", [lambda _question, _on: [Offer("guide", "Lương thử", "Ba câu.", "/x/", 1)]])
    monkeypatch.setattr(asking, "search_law", finds(is_weak=True))
    shown = page(q=QUESTION)
    assert "chưa nạp văn bản luật" in shown
    assert "donghanh law import" in shown
    assert "Lương thử" in shown
    assert "Chưa tìm thấy điều luật" not in shown


def test_guides_that_hardly_fit_are_left_out_and_others_come_first(found, monkeypatch) -> None:
    fits, hardly = (
        Offer("guide", "Hợp thử", "", "/a/", 0.9, note="đang xem lại"),
        Offer("guide", "Lạ thử", "", "/b/", 0.1),
    )
    monkeypatch.setattr(offers, "_sources", [lambda _question, _on: [hardly, fits]])
    shown = page(q=QUESTION)
    assert shown.index("Hợp thử") < shown.index("<b>98</b>")
    assert "đang xem lại" in shown
    assert "Lạ thử" not in shown


def test_filters_stay_in_the_address_and_reach_the_search(found, monkeypatch) -> None:
    asked: dict[str, Any] = {}
    search = finds(found)

    def note(words: str, **narrowed: Any) -> Any:
        asked.update(narrowed, words=words)
        return search(words, **narrowed)

    monkeypatch.setattr(asking, "search_law", note)
    shown = page(q=QUESTION, topic="wages", number=CODE, kind="code", status="all", on="2025-02-01")
    assert {name: asked[name] for name in ("words", "topic", "number", "kind", "status", "on")} == {
        "words": QUESTION, "topic": "wages", "number": CODE, "kind": "code", "status": "all", "on": date(2025, 2, 1),
    }  # fmt: skip
    assert "q=cong+ty+bat+lam+them&amp;number=45%2F2019%2FQH14&amp;kind=code&amp;status=all&amp;on=2025-02-01" in shown


def test_what_means_nothing_in_the_address_is_left_out(found) -> None:
    shown = page(q=QUESTION, topic="…", kind="hatred", status="?", page="-3", saved="x", exactly="?")
    assert "Trả thêm tiền thử" in shown
    assert page(q="a" * 5000)
    assert Client().get("/law/?q=%00").status_code == 200


def test_results_come_page_by_page(article, no_offers, monkeypatch) -> None:
    edition = article.edition
    more = [make_article(edition, str(n), f"Điều thử {n}", clause("1", "Chữ thử.")) for n in range(1, 8)]
    monkeypatch.setattr(asking, "search_law", finds(*more))
    first = page(q=QUESTION)
    assert ("Điều thử 5" in first, "Điều thử 6" in first) == (True, False)
    assert "page=2" in first
    second = page(q=QUESTION, page=2)
    assert ("Điều thử 5" in second, "Điều thử 6" in second, "page=3" in second) == (False, True, False)


def test_a_text_cannot_break_out_of_the_page(article, no_offers, monkeypatch) -> None:
    article.text = "<script>alert(1)</script> thử"
    monkeypatch.setattr(asking, "search_law", finds(article))
    shown = page(q='"><script>alert(2)</script>')
    assert "<script>alert" not in shown


def test_an_answer_needs_few_queries(found, django_assert_max_num_queries) -> None:
    with django_assert_max_num_queries(8):
        page(q=QUESTION)
    with django_assert_max_num_queries(8):
        page()


def test_words_are_suggested_from_two_letters_on(monkeypatch) -> None:
    monkeypatch.setattr("donghanh.legal.views.asking.suggest", lambda prefix, limit: [f"{prefix} giờ"])
    assert Client().get("/law/suggest/", {"q": "làm"}).json() == {"words": ["làm giờ"]}
    assert Client().get("/law/suggest/", {"q": "l"}).json() == {"words": []}
