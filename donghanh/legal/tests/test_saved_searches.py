"""Searches that people keep: nobody else's exist, new results are counted, what is removed comes back."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils.timezone import now

from donghanh.core.errors import NotForYou
from donghanh.core.models import AuditEntry
from donghanh.kernel.errors import DomainError
from donghanh.legal import jobs
from donghanh.legal.errors import NothingToSearchFor, SearchNameMissing, SearchNameTaken, TooManySearches
from donghanh.legal.models import SavedSearch
from donghanh.legal.queries import asking
from donghanh.legal.services import searches
from donghanh.legal.tests.factories import clause, make_article, make_document, make_edition
from donghanh.legal.tests.finding import finds
from donghanh.org.models import User

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("no_offers")]
OVERTIME = "làm thêm giờ"


@pytest.fixture
def article(db: None) -> Any:
    return make_article(make_edition(make_document()), "98", "Tiền thử", clause("1", "Trả thêm tiền thử."))


def keep(owner: User, name: str = "Làm thêm", words: str = OVERTIME, found: tuple[str, ...] = ()) -> SavedSearch:
    return searches.keep_search(name, words, {"topic": "wages"}, found, actor=owner, at=now())


def client_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def test_a_search_is_kept_under_a_name_and_leaves_a_trace(chi) -> None:
    search = keep(chi, words="  làm   thêm giờ ")
    assert (search.query, search.filters, search.new_count) == (OVERTIME, {"topic": "wages"}, 0)
    assert AuditEntry.objects.filter(action="keep_search", actor_id=chi.pk, subject_id=str(search.pk)).exists()
    assert OVERTIME not in str(AuditEntry.objects.get(action="keep_search").details)


@pytest.mark.parametrize(
    ("name", "words", "refusal"),
    [("Làm thêm", OVERTIME, SearchNameTaken), (" ", OVERTIME, SearchNameMissing), ("Khác", " ", NothingToSearchFor)],
)
def test_a_search_needs_words_and_a_name_of_its_own(chi, name, words, refusal: type[DomainError]) -> None:
    keep(chi)
    with pytest.raises(refusal):
        keep(chi, name, words)


def test_two_people_may_give_one_name(chi, dung) -> None:
    assert keep(chi).name == keep(dung).name


def test_only_so_many_are_looked_through_every_day(chi, monkeypatch) -> None:
    monkeypatch.setattr(searches, "MOST", 1)
    keep(chi)
    with pytest.raises(TooManySearches, match="1"):
        keep(chi, "Khác")


def test_nobody_changes_the_search_of_another(chi, dung) -> None:
    search = keep(chi)
    with pytest.raises(NotForYou):
        searches.rename_search(search, "Của tôi", actor=dung)
    with pytest.raises(NotForYou):
        searches.remove_search(search, actor=dung, at=now())
    with pytest.raises(NotForYou):
        searches.restore_search(search, actor=dung)


def test_a_removed_search_comes_back_unless_its_name_is_taken(chi) -> None:
    search = searches.remove_search(keep(chi), actor=chi, at=now())
    assert searches.restore_search(search, actor=chi).removed_at is None
    searches.remove_search(search, actor=chi, at=now())
    keep(chi)
    with pytest.raises(SearchNameTaken):
        searches.restore_search(search, actor=chi)


def test_a_search_removed_long_ago_is_forgotten(chi) -> None:
    searches.remove_search(keep(chi), actor=chi, at=now() - timedelta(days=31))
    kept = searches.remove_search(keep(chi), actor=chi, at=now() - timedelta(days=29))
    jobs.forget_removed_searches()
    assert list(SavedSearch.objects.all()) == [kept]


def test_the_daily_look_counts_what_its_owner_has_not_seen(chi, article, monkeypatch) -> None:
    search = keep(chi)
    monkeypatch.setattr(asking, "search_law", finds(article))
    jobs.look_through_searches()
    search.refresh_from_db()
    assert search.new_count == 1
    shown = client_of(chi).get(f"/law/?{search.address}&saved={search.pk}").content.decode()
    assert "mới so với lần xem trước" in shown
    jobs.look_through_searches()
    search.refresh_from_db()
    assert search.new_count == 0


def test_changed_words_are_a_new_result_and_a_weak_one_is_none(chi, article, monkeypatch) -> None:
    monkeypatch.setattr(asking, "search_law", finds(article))
    search = keep(chi, found=tuple(asking.result_keys(finds(article)(OVERTIME))))
    type(article).objects.filter(pk=article.pk).update(sha256="f" * 64)
    article.refresh_from_db()
    jobs.look_through_searches()
    search.refresh_from_db()
    assert search.new_count == 1
    monkeypatch.setattr(asking, "search_law", finds(article, is_weak=True))
    jobs.look_through_searches()
    search.refresh_from_db()
    assert search.new_count == 0


def test_the_pages_keep_rename_remove_and_bring_back(chi, article, monkeypatch) -> None:
    monkeypatch.setattr(asking, "search_law", finds(article))
    page = client_of(chi)
    page.post("/law/searches/keep/", {"q": OVERTIME, "topic": "wages", "name": "Làm thêm"})
    search = SavedSearch.objects.get()
    assert search.seen == [f"45/2019/QH14 98 {article.sha256[:12]}"]
    page.post(f"/law/searches/{search.pk}/rename/", {"name": "Tiền làm thêm"})
    assert "Tiền làm thêm" in page.get("/law/searches/").content.decode()
    page.post(f"/law/searches/{search.pk}/remove/")
    assert "Khôi phục" in page.get("/law/searches/").content.decode()
    page.post(f"/law/searches/{search.pk}/restore/")
    search.refresh_from_db()
    assert search.removed_at is None


def test_a_worker_finds_new_results_on_her_first_page(chi) -> None:
    SavedSearch.objects.filter(pk=keep(chi).pk).update(new_count=2)
    assert "2 kết quả mới" in client_of(chi).get("/").content.decode()


def test_the_search_of_another_does_not_exist(chi, dung, article, monkeypatch) -> None:
    monkeypatch.setattr(asking, "search_law", finds(article))
    search = keep(chi)
    stranger = client_of(dung)
    assert stranger.post(f"/law/searches/{search.pk}/rename/", {"name": "Của tôi"}).status_code == 404
    assert "Làm thêm" not in stranger.get("/law/searches/").content.decode()
    stranger.get(f"/law/?q=x&saved={search.pk}")
    search.refresh_from_db()
    assert search.seen == []
