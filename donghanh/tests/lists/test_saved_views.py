"""Views of lists: filters under a name, kept, shared, opened first; never more than their reader may see."""

from typing import Any

import pytest
from django.urls import reverse

from donghanh.core.models import AuditEntry, ListChoice, SavedView

PEOPLE = "/people/"


@pytest.fixture
def view(dung, send, chi_worker) -> SavedView:
    """Dung's own view of those who are not members."""
    send(dung, "view-keep", "workers", name="Chưa gia nhập (quý này)", query="member=no&unit=CS-01")
    return SavedView.objects.get()


def shared(view, send, dung) -> Any:
    assert send(dung, "view-share", "workers", view.pk, unit="CS-01").status_code == 302
    view.refresh_from_db()
    return view


def test_a_view_keeps_the_filters_and_stands_above_the_list(view, dung, open_page) -> None:
    assert view.query == "unit=CS-01&member=no"
    page = open_page(dung, PEOPLE, unit="CS-01", member="no").content.decode()
    assert 'href="/people/?unit=CS-01&amp;member=no" aria-current="true"' in page


def test_words_searched_for_are_not_kept_for_they_may_be_a_name(dung, send, open_page, chi_worker) -> None:
    send(dung, "view-keep", "workers", name="Chị Chi", query="q=Chi&member=no&after=xyz")
    assert SavedView.objects.get().query == "member=no"
    assert "Không giữ lời tìm" in open_page(dung, PEOPLE, q="Chi", unit="CS-01").content.decode()


def test_a_view_that_would_keep_nothing_is_refused(dung, send, chi_worker) -> None:
    assert send(dung, "view-keep", "workers", name="Tất cả", query="q=Chi").status_code == 409
    assert not SavedView.objects.exists()


def test_two_views_of_a_list_cannot_have_one_name(view, dung, send) -> None:
    assert send(dung, "view-keep", "workers", name=view.name, query="member=yes").status_code == 409
    assert SavedView.objects.count() == 1


def test_an_own_view_is_known_to_nobody_else(view, giap, open_page, send) -> None:
    assert view.name not in open_page(giap, PEOPLE).content.decode()
    assert send(giap, "view-rename", "workers", view.pk, name="Khác").status_code == 404


def test_a_shared_view_is_known_to_everybody_with_a_role_at_the_unit(view, dung, giap, send, open_page) -> None:
    shared(view, send, dung)
    assert view.name in open_page(giap, PEOPLE).content.decode()
    assert send(giap, "view-rename", "workers", view.pk, name="Người chưa gia nhập").status_code == 302


def test_a_stranger_never_reads_the_name_of_a_view(view, dung, an, binh, send, open_page) -> None:
    """The name may say more than the list: not to a neighbour, nor to a province above that reads no names here."""
    shared(view, send, dung)
    for stranger in (an, binh):
        answer = open_page(stranger, reverse("lists:view-list", args=["workers"]))
        assert view.name not in answer.content.decode()
        for act in ("view-rename", "view-remove", "view-restore", "view-share"):
            assert send(stranger, act, "workers", view.pk, name="Khác", unit="LDLD-56").status_code == 404
    view.refresh_from_db()
    assert (view.name, view.removed_at) == ("Chưa gia nhập (quý này)", None)


def test_a_worker_finds_no_views_at_all(chi, send, open_page) -> None:
    assert open_page(chi, reverse("lists:view-list", args=["workers"])).status_code == 404
    assert send(chi, "view-keep", "workers", name="Của tôi", query="member=no").status_code == 404
    assert send(chi, "columns", "workers", column="unit").status_code == 404


def test_the_address_of_a_view_shows_another_reader_his_own_scope(view, dung, binh, send, open_page) -> None:
    """Bình opens the very address that Dung shares: the filters are read, the rows are his."""
    address = f"{PEOPLE}?{shared(view, send, dung).query}"
    assert "Ví Dụ Chi" in open_page(dung, address).content.decode()
    assert "Ví Dụ Chi" not in open_page(binh, address).content.decode()


def test_nobody_shares_a_view_with_a_unit_he_holds_no_role_at(view, dung, send) -> None:
    assert send(dung, "view-share", "workers", view.pk, unit="LDLD-56").status_code == 404
    view.refresh_from_db()
    assert view.unit_id is None


def test_a_list_opens_with_the_chosen_view_and_still_opens_whole(view, dung, send, open_page) -> None:
    send(dung, "view-first", "workers", view=view.pk)
    assert open_page(dung, PEOPLE).headers["Location"] == f"{PEOPLE}?{view.query}"
    assert open_page(dung, PEOPLE, view="all").status_code == 200
    send(dung, "view-first", "workers", view="")
    assert open_page(dung, PEOPLE).status_code == 200


def test_a_list_no_longer_opens_with_a_view_that_is_shared_no_more(view, dung, giap, send, open_page) -> None:
    shared(view, send, dung)
    send(giap, "view-first", "workers", view=view.pk)
    assert open_page(giap, PEOPLE).status_code == 302
    send(dung, "view-share", "workers", view.pk, unit="")
    assert open_page(giap, PEOPLE).status_code == 200


def test_a_removed_view_can_be_brought_back(view, dung, send, open_page) -> None:
    send(dung, "view-remove", "workers", view.pk)
    assert view.name not in open_page(dung, PEOPLE).content.decode()
    send(dung, "view-restore", "workers", view.pk)
    assert view.name in open_page(dung, PEOPLE).content.decode()


def test_chosen_columns_are_shown_on_the_page_and_in_the_file(dung, send, open_page, chi_worker) -> None:
    """The first column always stays, since it names the row."""
    send(dung, "columns", "workers", column=["gender", "unit", "no_such"])
    assert ListChoice.objects.get().columns == ["full_name", "unit", "gender"]
    page = open_page(dung, PEOPLE)
    assert [str(column.header) for column in page.context["table"].columns] == ["Họ và tên", "Đơn vị", "Giới tính"]
    lines = b"".join(open_page(dung, PEOPLE, export="csv").streaming_content).decode("utf-8-sig").splitlines()
    assert lines[0] == "Họ và tên,Đơn vị,Giới tính"


def test_columns_in_an_address_are_shown_without_being_chosen(dung, open_page, chi_worker) -> None:
    page = open_page(dung, PEOPLE, columns="department,full_name")
    assert len(page.context["table"].columns) == 2
    assert not ListChoice.objects.exists()


def test_the_usual_columns_come_back_when_none_is_ticked(dung, send, open_page, chi_worker) -> None:
    send(dung, "columns", "workers", column="gender")
    send(dung, "columns", "workers", query="unit=CS-01")
    assert len(open_page(dung, PEOPLE).context["table"].columns) > 3


def test_every_change_of_a_view_is_in_the_trail(view, dung, send) -> None:
    shared(view, send, dung)
    send(dung, "view-remove", "workers", view.pk)
    acts = set(AuditEntry.objects.filter(subject_kind="core.savedview").values_list("action", flat=True))
    assert acts == {"keep_view", "share_view", "remove_view"}


@pytest.mark.parametrize("address", ["org:unit-list", "gatherings:session-list", "indicators:figure-list"])
def test_other_lists_have_views_too(address, dung, send, open_page) -> None:
    name = {"org": "units", "gatherings": "sessions", "indicators": "figures"}[address.partition(":")[0]]
    send(dung, "view-keep", name, name="Riêng tôi", query="state=closed&state=held&kind=x&origin=y&topic=wages")
    assert "Riêng tôi" in open_page(dung, reverse(address), view="all").content.decode()
