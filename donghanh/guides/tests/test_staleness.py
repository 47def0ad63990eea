"""When the law moves, what cites it is marked, readers are told, and an officer settles it."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.utils.timezone import now

from donghanh.core.errors import NotForYou
from donghanh.guides import watching
from donghanh.guides.errors import AlreadySettled
from donghanh.guides.jobs import look_again as daily
from donghanh.guides.models import Comparison, GuideVersion, StaleMark
from donghanh.guides.queries.known import library
from donghanh.guides.services import confirm_still_right, look_again, revise_guide
from donghanh.guides.tests.factories import CODE, content, make_guide, words
from donghanh.legal.citing import texts_changed
from donghanh.legal.models import LegalDocument
from donghanh.legal.tests.factories import make_article, make_changed_article, make_document, make_edition

pytestmark = pytest.mark.django_db
AFTER_THE_CHANGE = datetime(2026, 7, 2, 2, tzinfo=UTC)


@pytest.fixture
def version(system) -> GuideVersion:
    """A guide compared on 1 June 2026."""
    return make_guide(at=datetime(2026, 6, 1, 2, tzinfo=UTC))


@pytest.fixture
def changed_law() -> None:
    """Article 97 changed on 1 July 2026."""
    make_changed_article(make_edition(make_document()), "97")


def test_without_texts_nothing_is_claimed(version, system) -> None:
    assert look_again(actor=system, at=AFTER_THE_CHANGE) == 0


@pytest.mark.usefixtures("changed_law")
@pytest.mark.parametrize(("on", "marks"), [(date(2026, 6, 30), 0), (date(2026, 7, 1), 1)])
def test_a_cited_article_makes_a_guide_stale_on_the_day_its_words_change(version, system, on, marks) -> None:
    at = datetime(on.year, on.month, on.day, 2, tzinfo=UTC)
    assert look_again(actor=system, at=at) == marks
    assert look_again(actor=system, at=at) == 0
    assert StaleMark.objects.count() == marks


@pytest.mark.usefixtures("changed_law")
def test_readers_are_told_and_the_search_box_says_so(version, system, client) -> None:
    look_again(actor=system, at=AFTER_THE_CHANGE)
    page = client.get("/guides/no-luong/").content.decode()
    assert "Lời văn Điều 97, 45/2019/QH14 đã đổi từ 01/07/2026" in page
    assert library().guides["no-luong"].flags[0].reason == "changed"


def test_texts_brought_in_later_are_noticed_at_once(version) -> None:
    with time_machine.travel(AFTER_THE_CHANGE, tick=False):
        make_changed_article(make_edition(make_document()), "97")
        texts_changed.send(sender=LegalDocument, numbers=["12/2030/NĐ-CP"])
        assert StaleMark.objects.get().article == "97"
        StaleMark.objects.all().delete()
        texts_changed.send(sender=LegalDocument, numbers=["1/2000/QH10"])
        assert not StaleMark.objects.exists()


def test_a_document_no_longer_in_force_makes_its_guides_stale(version, system) -> None:
    make_document(expired_on=date(2026, 7, 1))
    look_again(actor=system, at=AFTER_THE_CHANGE)
    assert StaleMark.objects.get().reason == "ended"


def test_words_that_were_compared_are_remembered_when_another_text_takes_their_place(version, system) -> None:
    edition = make_edition(make_document())
    make_article(edition, "97", "Trả lương")
    with time_machine.travel(datetime(2026, 6, 2, 2, tzinfo=UTC), tick=False):
        daily()
    assert Comparison.objects.get().compared_on == date(2026, 6, 1)
    edition.articles.update(sha256="0" * 64)
    assert look_again(actor=system, at=AFTER_THE_CHANGE) == 1


def test_a_mark_goes_away_with_its_reason(version, system) -> None:
    document = make_document(expired_on=date(2026, 7, 1))
    look_again(actor=system, at=AFTER_THE_CHANGE)
    LegalDocument.objects.filter(pk=document.pk).update(expired_on=None)
    look_again(actor=system, at=AFTER_THE_CHANGE)
    assert StaleMark.objects.get().settlement == "went_away"
    assert library().guides["no-luong"].flags == ()


def test_a_guide_past_its_day_of_review_is_marked(version, system) -> None:
    assert look_again(actor=system, at=datetime(2026, 12, 1, 2, tzinfo=UTC)) == 0
    assert look_again(actor=system, at=datetime(2026, 12, 2, 2, tzinfo=UTC)) == 1


@pytest.mark.usefixtures("changed_law")
def test_what_is_found_still_right_is_not_asked_again(version, system, an) -> None:
    look_again(actor=system, at=AFTER_THE_CHANGE)
    mark = StaleMark.objects.get()
    confirm_still_right(mark, actor=an, at=AFTER_THE_CHANGE, note="chỉ đổi số ngày báo trước")
    assert look_again(actor=system, at=AFTER_THE_CHANGE + timedelta(days=30)) == 0
    guide = library().guides["no-luong"]
    assert (guide.flags, guide.compared_on) == ((), date(2026, 7, 2))
    with pytest.raises(AlreadySettled):
        confirm_still_right(mark, actor=an, at=now())


@pytest.mark.usefixtures("changed_law")
def test_writing_a_guide_anew_settles_its_marks(version, system, an) -> None:
    look_again(actor=system, at=AFTER_THE_CHANGE)
    fresh = content(vi=words(title="Theo luật mới"), compared_on=date(2026, 7, 2))
    revise_guide(version.guide, fresh, actor=an, at=AFTER_THE_CHANGE)
    assert StaleMark.objects.get().settlement == "edited"
    assert look_again(actor=system, at=AFTER_THE_CHANGE) == 0


@pytest.mark.usefixtures("changed_law")
def test_a_grassroots_leader_settles_nothing(version, system, dung) -> None:
    look_again(actor=system, at=AFTER_THE_CHANGE)
    with pytest.raises(NotForYou):
        confirm_still_right(StaleMark.objects.get(), actor=dung, at=now())


@pytest.mark.usefixtures("changed_law")
def test_what_other_rooms_let_watch_is_marked_too(system, monkeypatch) -> None:
    monkeypatch.setattr(watching, "_watches", {})
    answer = watching.Standing("17", date(2026, 6, 1), (watching.Cited(CODE, "97"),))
    watching.watch(watching.Watch("answer", lambda: [answer], lambda _keys: {}, lambda key, on, *, actor: None))
    assert look_again(actor=system, at=AFTER_THE_CHANGE) == 1
    assert (StaleMark.objects.get().kind, StaleMark.objects.get().key) == ("answer", "17")


@pytest.mark.usefixtures("changed_law")
def test_the_queue_shows_old_and_new_words_side_by_side(version, system, an, client) -> None:
    look_again(actor=system, at=AFTER_THE_CHANGE)
    mark = StaleMark.objects.get()
    client.force_login(an)
    assert "Bị nợ lương" in client.get("/guides/desk/review/").content.decode()
    with time_machine.travel(AFTER_THE_CHANGE, tick=False):
        page = client.get(f"/guides/desk/review/{mark.pk}/").content.decode()
    assert "Báo trước 30 ngày" in page
    assert "Báo trước 45 ngày" in page
    assert client.post(f"/guides/desk/review/{mark.pk}/", {"note": ""}).status_code == 422
    assert client.post(f"/guides/desk/review/{mark.pk}/", {"note": "Vẫn đúng"}).status_code == 302
    assert StaleMark.objects.get().settled_by == an
