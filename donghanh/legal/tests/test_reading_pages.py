"""Reading pages: the words of a day, and what a reader must know before he relies on them."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from donghanh.legal.choices import RelationKind
from donghanh.legal.models import Citation, Relation
from donghanh.legal.tests.factories import (
    CODE,
    DECREE,
    OLD_CODE,
    clause,
    make_article,
    make_changed_article,
    make_document,
    make_edition,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("system")]
TODAY = date(2026, 11, 22)
MOST_STATEMENTS = 12


@pytest.fixture(autouse=True)
def today(time_machine):
    time_machine.move_to("2026-11-22T09:00:00+07:00", tick=False)


@pytest.fixture
def code():
    document = make_document()
    edition = make_edition(document)
    make_article(edition, "35", "Việc thử", clause("1", "Người thử báo trước."))
    make_changed_article(edition)
    return document


def page(client: Client, name: str, *args: str, status: int = 200, **query: str) -> str:
    answer = client.get(reverse(f"legal:{name}", args=args), query)
    assert answer.status_code == status
    return answer.content.decode()


def test_an_article_shows_the_words_of_today(client, code) -> None:
    html = page(client, "article", code.slug, "36")
    assert "Báo trước 45 ngày" in html
    assert "Báo trước 30 ngày" not in html
    assert 'id="k1"' in html
    assert 'id="k1-b"' in html


def test_an_article_shows_the_words_of_another_day_and_says_so(client, code) -> None:
    html = page(client, "article", code.slug, "36", on="2026-06-30")
    assert "Báo trước 30 ngày" in html
    assert "Đây là lời văn ngày 30/06/2026, không phải của hôm nay." in html
    assert 'value="30/06/2026"' in html


def test_a_day_that_cannot_be_read_is_asked_for_again_and_today_is_shown(client, code) -> None:
    html = page(client, "article", code.slug, "36", on="hom nao")
    assert "Báo trước 45 ngày" in html
    assert "24/11/2026" in html


def test_citations_in_the_words_are_links_and_a_document_does_not_link_to_itself(client, code) -> None:
    html = page(client, "article", code.slug, "36")
    assert f'href="/law/d/{code.slug}/36/#k1">khoản 1 Điều này</a>' in html
    assert f'href="/law/d/{code.slug}/35/">Điều 35 Luật này</a>' in html


def test_what_somebody_wrote_into_a_text_stays_text(client, code) -> None:
    make_article(make_edition(code), "37", "<b>Thử</b>", clause("1", "<script>alert(1)</script> Điều 35 Luật này"))
    html = page(client, "article", code.slug, "37")
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt; <a" in html


def test_a_repealed_document_opens_with_its_end_and_its_successor(client, code) -> None:
    old = make_document(OLD_CODE, in_force_on=date(2013, 5, 1), expired_on=date(2021, 1, 1))
    make_article(make_edition(old), "36", "Điều cũ", clause("1", "Lời cũ."))
    Relation.objects.create(document=code, kind=RelationKind.REPLACES, number=OLD_CODE, other=old)
    for html in (page(client, "article", old.slug, "36"), page(client, "document", old.slug)):
        assert "Không còn hiệu lực từ 01/01/2021." in html
        assert f'href="/law/d/{code.slug}/"' in html


def test_names_in_the_words_of_an_ended_document_mean_the_law_of_its_time(client, code) -> None:
    make_document(OLD_CODE, in_force_on=date(2013, 5, 1), expired_on=date(2021, 1, 1))
    ended = make_document("1/2012/QH13", title="Luật thử", in_force_on=date(2013, 7, 1), expired_on=date(2020, 1, 1))
    make_article(make_edition(ended), "1", "Thử", clause("1", "Theo Điều 5 Bộ luật Lao động."))
    html = page(client, "article", ended.slug, "1")
    assert 'href="/law/d/10-2012-QH13/5/?on=2019-12-31">Điều 5 Bộ luật Lao động</a>' in html


def test_a_document_without_days_says_that_they_are_not_known(client) -> None:
    document = make_document(DECREE, in_force_on=None)
    assert "Chưa biết những ngày văn bản này có hiệu lực." in page(client, "document", document.slug)


def test_a_document_lists_its_articles_under_their_chapters(client, code) -> None:
    html = page(client, "document", code.slug)
    assert "Chương III · HỢP ĐỒNG THỬ" in html
    assert html.index('/35/"') < html.index("Chương III") < html.index('/36/"')
    assert "Chưa có cán bộ kiểm tra" in html


def test_who_cites_an_article_stands_on_its_page(client, code) -> None:
    decree = make_document(DECREE, title="Nghị định thử", kind="decree", in_force_on=date(2021, 2, 1))
    citing = make_article(make_edition(decree), "7", "Báo trước thử", clause("1", "Theo Điều 36 Bộ luật Lao động."))
    Citation.objects.create(article=citing, number=CODE, to_article="36")
    html = page(client, "article", code.slug, "36")
    assert f'href="/law/d/{decree.slug}/7/"' in html
    assert "Điều 7. Báo trước thử" in html


@pytest.mark.parametrize(("number", "day", "words"), [
    ("99", "", "Điều 99 chưa có trong thư viện"),
    ("36", "2026-06-30", ""),
])  # fmt: skip
def test_an_article_that_is_not_kept_is_said_to_be_missing(client, code, number, day, words) -> None:
    html = page(client, "article", code.slug, number, status=404 if words else 200, **({"on": day} if day else {}))
    assert words in html


def test_a_waiting_text_is_not_shown(client, code) -> None:
    waiting = make_edition(code, state="waiting")
    make_article(waiting, "38", "Chưa duyệt", clause("1", "Lời chưa duyệt."))
    page(client, "article", code.slug, "38", status=404)
    assert "Chưa duyệt" not in page(client, "document", code.slug)


def test_two_wordings_stand_side_by_side_with_the_changed_words_marked(client, code) -> None:
    html = page(client, "compare", code.slug, "36")
    assert "<del>30</del>" in html
    assert "<ins>45</ins>" in html
    assert f"/law/d/{code.slug}/36/compare/?from=2026-06-30&amp;to=2026-11-22" in page(
        client, "document-compare", code.slug
    )


@pytest.mark.parametrize("place", ["document", "article", "compare", "document-compare"])
def test_a_reading_page_asks_the_database_little(client, code, place, django_assert_max_num_queries) -> None:
    args = [code.slug, "36"] if place in ("article", "compare") else [code.slug]
    with django_assert_max_num_queries(MOST_STATEMENTS):
        page(client, place, *args)


def test_an_article_of_an_ended_document_shows_no_words_as_the_law_of_today(client, code) -> None:
    code.expired_on = date(2026, 10, 1)
    code.save(update_fields=["expired_on"])
    html = page(client, "article", code.slug, "36")
    assert html.index("Không còn hiệu lực từ 01/10/2026.") < html.index("Báo trước 45 ngày")
    assert "đang có hiệu lực" not in html


def test_an_article_that_changes_soon_says_when(client, code, time_machine) -> None:
    time_machine.move_to("2026-06-01T09:00:00+07:00", tick=False)
    html = page(client, "article", code.slug, "36")
    assert "Báo trước 30 ngày" in html
    assert "Thay đổi từ ngày 01/07/2026." in html
    assert 'href="?on=2026-07-01"' in html


def test_a_repealed_article_leads_to_what_it_said(client, code) -> None:
    edition = code.editions.get()
    make_article(edition, "40", "Bị bỏ", clause("1", "Lời đã bỏ."), applies_to=date(2026, 6, 30))
    make_article(edition, "40", "Bị bỏ", applies_from=date(2026, 7, 1), is_repealed=True)
    html = page(client, "article", code.slug, "40")
    assert "Điều này bị bãi bỏ từ 01/07/2026." in html
    assert "Lời đã bỏ" not in html
    assert 'href="?on=2026-06-30"' in html
    assert "Lời đã bỏ." in page(client, "article", code.slug, "40", on="2026-06-30")


def test_a_checked_document_names_the_day_and_not_the_officer(client, code, an) -> None:
    code.verification, code.checked_on, code.checked_by = "verified", date(2026, 11, 20), an
    code.save(update_fields=["verification", "checked_on", "checked_by"])
    html = page(client, "article", code.slug, "36")
    assert "Cán bộ đã kiểm tra ngày 20/11/2026" in html
    assert an.full_name not in html
