"""Shelves of bookcases: made and filled by officers, read and scanned by everybody, mended by readers' words."""

from io import BytesIO

import pytest
from django.db import IntegrityError, transaction
from django.utils.timezone import now
from pypdf import PdfReader

from donghanh.conftest import leader_of
from donghanh.core.errors import NotForYou
from donghanh.core.limits import TooManyTries
from donghanh.core.models import AuditEntry
from donghanh.guides.choices import BookFault
from donghanh.guides.errors import ReportClosed, ShelfRetired
from donghanh.guides.models import BookReport, Shelf, ShelfItem, ShelfScans
from donghanh.guides.services import (
    Thing,
    close_report,
    copy_shelf,
    make_shelf,
    move_up,
    put_on_shelf,
    reinstate_shelf,
    report_book,
    retire_guide,
    retire_shelf,
    revise_shelf,
    take_off_shelf,
)
from donghanh.guides.services.shelves import FROM_A_NETWORK
from donghanh.guides.tests.factories import facts, make_guide
from donghanh.legal.tests.factories import make_document

pytestmark = pytest.mark.django_db
FACTS = {"name": "Tủ mới", "kind": "other", "place": "Cổng sau"}


@pytest.fixture
def shelf(factory_union, dung) -> Shelf:
    """A shelf of the factory's union, with a guide, a law and a book on it."""
    shelf = make_shelf(factory_union, facts(), actor=dung, at=now())
    put_on_shelf(shelf, Thing(guide=make_guide().guide), actor=dung)
    put_on_shelf(shelf, Thing(document="45/2019/QH14", article="97", note="hay hỏi"), actor=dung)
    put_on_shelf(shelf, Thing(title="Sổ tay thử"), actor=dung)
    return shelf


def test_everybody_reads_what_stands_on_a_shelf(shelf, client) -> None:
    page = client.get(f"/shelves/{shelf.code}/").content.decode()
    order = [page.index(part) for part in ("Bị nợ lương", "Điều 97, Bộ luật Lao động", "Sổ tay thử")]
    assert order == sorted(order)
    assert "/guides/no-luong/" in page


def test_law_on_a_shelf_leads_into_the_library_and_says_when_it_has_ended(shelf, client) -> None:
    document = make_document()
    assert "/law/d/45-2019-QH14/97/" in client.get(f"/shelves/{shelf.code}/").content.decode()
    type(document).objects.update(expired_on="2026-01-01")
    assert "Hết hiệu lực" in client.get(f"/shelves/{shelf.code}/").content.decode()


def test_a_retired_guide_leaves_the_shelf_by_itself(shelf, an, client) -> None:
    retire_guide(shelf.items.get(title="", document="").guide, actor=an, at=now())
    assert "Bị nợ lương" not in client.get(f"/shelves/{shelf.code}/").content.decode()


def test_a_scan_is_counted_by_day_and_leads_to_the_page(shelf, client) -> None:
    for _ in range(2):
        assert client.get(f"/shelves/{shelf.code}/s/")["Location"] == f"/shelves/{shelf.code}/"
    client.get(f"/shelves/{shelf.code}/")
    assert ShelfScans.objects.get().count == 2
    assert {field.name for field in ShelfScans._meta.fields} == {"id", "shelf", "day", "count"}


def test_things_are_put_moved_and_taken_off_by_those_who_keep_the_shelf(shelf, dung, binh) -> None:
    first, second, third = shelf.items.all()
    assert put_on_shelf(shelf, Thing(title="Sổ tay thử"), actor=dung) == third
    move_up(third, actor=dung)
    assert list(shelf.items.all()) == [first, third, second]
    move_up(first, actor=dung)
    take_off_shelf(second, actor=dung)
    assert list(shelf.items.all()) == [first, third]
    for deed in (
        lambda: put_on_shelf(shelf, Thing(title="Khác"), actor=binh),
        lambda: take_off_shelf(first, actor=binh),
        lambda: revise_shelf(shelf, facts("Khác"), actor=binh),
        lambda: retire_shelf(shelf, actor=binh, at=now()),
    ):
        with pytest.raises(NotForYou):
            deed()


def test_an_item_is_one_thing_only(shelf) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        ShelfItem.objects.create(shelf=shelf, position=9, title="Sách", document="45/2019/QH14")


def test_a_copy_holds_the_same_and_has_its_own_code(shelf, dung, factory_union) -> None:
    copy = copy_shelf(shelf, factory_union, facts("Tủ hai"), actor=dung, at=now())
    assert copy.code != shelf.code
    assert [str(item) for item in copy.items.all()] == [str(item) for item in shelf.items.all()]
    assert shelf.items.count() == 3


def test_the_union_above_acts_on_behalf_of_a_grassroots_union(factory_union, commune, system) -> None:
    officer = leader_of(commune, "xa", "Phạm Thử Xã", system)
    make_shelf(factory_union, facts(), actor=officer, at=now())
    assert AuditEntry.objects.get(action="make_shelf").on_behalf


def test_a_reader_reports_a_book_without_saying_who_he_is(shelf, client, dung) -> None:
    url = f"/shelves/{shelf.code}/report/"
    assert client.post(url, {"fault": "missing", "words": ""}).status_code == 422
    assert "Đã nhận lời báo" in client.post(url, {"fault": "missing", "words": "Sổ tay thử"}).content.decode()
    report = BookReport.objects.get()
    client.force_login(dung)
    keep = f"/shelves/{shelf.code}/keep/"
    assert "Sổ tay thử" in client.get(keep).content.decode()
    close = f"/shelves/{shelf.code}/reports/{report.pk}/close/"
    assert client.post(close, {"note": ""}).status_code == 422
    assert client.post(close, {"note": "Đã để lại"}).status_code == 302
    with pytest.raises(ReportClosed):
        close_report(report, "lần nữa", actor=dung, at=now())


def test_one_network_reports_only_so_many_books(shelf) -> None:
    """Answer for SECURITY 12: an open form is not flooded."""
    for _ in range(FROM_A_NETWORK.most):
        report_book(shelf, BookFault.MISSING, "Sổ tay", network="192.0.2.1", at=now())
    with pytest.raises(TooManyTries):
        report_book(shelf, BookFault.MISSING, "Sổ tay", network="192.0.2.1", at=now())
    report_book(shelf, BookFault.MISSING, "Sổ tay", network="192.0.2.2", at=now())


def test_a_retired_shelf_says_so_and_takes_nothing(shelf, dung, client) -> None:
    retire_shelf(shelf, actor=dung, at=now())
    answer = client.get(f"/shelves/{shelf.code}/")
    assert answer.status_code == 410
    assert "ngừng" in answer.content.decode()
    shelf.refresh_from_db()
    with pytest.raises(ShelfRetired):
        put_on_shelf(shelf, Thing(title="Khác"), actor=dung)
    with pytest.raises(ShelfRetired):
        report_book(shelf, BookFault.MISSING, "Sổ tay", network="192.0.2.3", at=now())
    reinstate_shelf(shelf, actor=dung)
    assert client.get(f"/shelves/{shelf.code}/").status_code == 200


def test_an_officer_makes_and_fills_a_shelf_by_its_pages(dung, factory_union, client, system) -> None:
    make_guide()
    client.force_login(dung)
    made = client.post("/shelves/new/", {"unit": factory_union.pk, **FACTS})
    shelf = Shelf.objects.get()
    assert made["Location"] == f"/shelves/{shelf.code}/keep/"
    for thing in ({"guide": "no-luong"}, {"citation": "Điều 97 BLLĐ 2019"}, {"title": "Sổ tay"}):
        assert client.post(f"/shelves/{shelf.code}/keep/", thing).status_code == 302
    assert [str(item) for item in shelf.items.all()] == ["no-luong", "45/2019/QH14 97", "Sổ tay"]
    for wrong in ({"title": ""}, {"guide": "no-luong", "title": "Sổ tay"}, {"citation": "điều gì đó"}):
        assert client.post(f"/shelves/{shelf.code}/keep/", wrong).status_code == 422


def test_the_list_shows_counts_below_and_names_no_neighbour(
    shelf, an, binh, client, django_assert_max_num_queries
) -> None:
    client.get(f"/shelves/{shelf.code}/s/")
    client.force_login(an)
    with django_assert_max_num_queries(15):
        page = client.get("/shelves/").content.decode()
    assert shelf.name in page
    assert client.get(f"/shelves/{shelf.code}/keep/").status_code == 404
    client.force_login(binh)
    assert shelf.name not in client.get("/shelves/").content.decode()


def test_the_poster_carries_the_code_that_counts_scans(shelf, dung, client) -> None:
    client.force_login(dung)
    answer = client.get(f"/shelves/{shelf.code}/poster.pdf")
    text = " ".join(PdfReader(BytesIO(answer.content)).pages[0].extract_text().split())
    for part in (shelf.name, f"testserver/shelves/{shelf.code}/s", "Mở Zalo", "Bị nợ lương"):
        assert part in text
