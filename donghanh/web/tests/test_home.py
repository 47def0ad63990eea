"""First pages and the search box: each reader sees his own work, and nobody else's people."""

import pytest
from django.test import Client

from donghanh.gatherings.services import plan_session, set_volunteers
from donghanh.legal.models import Topic
from donghanh.org.models import User
from donghanh.org.services import create_user, grant_role

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine("2026-07-01T10:00+07:00", tick=False)]


def page(user: User | None, address: str = "/") -> str:
    client = Client()
    if user:
        client.force_login(user)
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture
def talk(factory_union, system, nine) -> object:
    return plan_session(
        "Tiền làm thêm giờ",
        factory_union,
        topics=Topic.objects.filter(code="wages"),
        starts_at=nine,
        ends_at=nine.replace(hour=11),
        actor=system,
        at=nine,
        is_public=True,
    )


def test_a_stranger_learns_what_this_is_and_which_sessions_are_open(talk) -> None:
    seen = page(None)
    assert "Điểm danh vào buổi" in seen
    assert "Tiền làm thêm giờ" in seen


def test_an_officer_sees_his_sessions_of_today_and_the_way_to_the_hall_screen(talk, dung) -> None:
    seen = page(dung)
    assert "Việc hôm nay: 1 buổi" in seen
    assert f"/sessions/{talk.pk}/hall/" in seen


def test_an_officer_above_sees_the_session_but_does_not_take_its_presence(talk, an) -> None:
    seen = page(an)
    assert "Tiền làm thêm giờ" in seen
    assert f"/sessions/{talk.pk}/hall/" not in seen


def test_a_neighbour_sees_nothing_of_it(talk, binh) -> None:
    assert "Tiền làm thêm giờ" not in page(binh)


def test_a_worker_finds_check_in_and_her_own_sessions(chi) -> None:
    seen = page(chi)
    assert "Chào Chi" in seen
    assert "/me/sessions/" in seen


def test_a_volunteer_finds_the_session_he_helps_at(talk, factory_union, system) -> None:
    helper = create_user("giup", "Mai Thử Giúp", actor=system, unit=factory_union)
    grant_role(helper, "volunteer", factory_union, actor=system, starts_on=factory_union.founded_on)
    set_volunteers(talk, [helper], actor=system)
    assert f"/sessions/{talk.pk}/desk/" in page(helper)


@pytest.mark.parametrize("typed", ["ví dụ chi", "vi du chi", "CHI"])
def test_the_search_finds_people_with_or_without_diacritics_among_ones_own(typed, chi_worker, dung, binh, an) -> None:
    address = f"/search/?q={typed}"
    assert "Lê Thị Ví Dụ Chi" in page(dung, address)
    assert "Lê Thị Ví Dụ Chi" not in page(an, address)
    assert "Lê Thị Ví Dụ Chi" not in page(binh, address)


def test_the_search_finds_units_and_sessions_a_reader_may_open(talk, commune, an, binh) -> None:
    assert "Công đoàn xã Ví Dụ" in page(an, "/search/?q=cong doan xa")
    assert "Công đoàn xã Ví Dụ" not in page(binh, "/search/?q=cong doan xa")
    assert "Tiền làm thêm giờ" in page(an, "/search/?q=lam them")
    assert "Tiền làm thêm giờ" not in page(binh, "/search/?q=lam them")


def test_a_search_that_finds_nothing_says_what_to_type(an) -> None:
    assert "bốn số cuối" in page(an, "/search/?q=zzz")
