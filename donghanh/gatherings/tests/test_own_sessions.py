"""One's own sessions, and those announced to everybody."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from donghanh.gatherings import services
from donghanh.org.models import User

pytestmark = pytest.mark.usefixtures("clock")


def mine(client: Client, user: User, **query: str) -> Any:
    client.force_login(user)
    return client.get(reverse("gatherings:my-sessions"), query)


@pytest.fixture
def attended(plan, dung, chi_worker, nine):
    for title, starts_at in [("Buổi này", nine), ("Buổi năm trước", nine - timedelta(days=300))]:
        session = plan(title, starts_at=starts_at)
        services.record_names(session, [chi_worker], actor=dung, at=starts_at)


def test_chi_sees_her_own_sessions_year_by_year(client, attended, chi) -> None:
    answer = mine(client, chi)
    assert answer.context["years"] == [2026, 2025]
    assert [session.title for session in answer.context["sessions"]] == ["Buổi này"]
    assert [session.title for session in mine(client, chi, year="2025").context["sessions"]] == ["Buổi năm trước"]


def test_what_was_recorded_under_a_merged_record_is_hers_too(
    client, plan, dung, system, chi, chi_worker, workmate, nine
) -> None:
    from donghanh.people.services import merge_workers

    services.record_names(plan("Ghi dưới tên cũ"), [workmate], actor=dung, at=nine)
    merge_workers(chi_worker, workmate, actor=system, at=nine)
    assert [session.title for session in mine(client, chi).context["sessions"]] == ["Ghi dưới tên cũ"]


def test_an_annulled_presence_is_not_hers(client, session, dung, chi, chi_worker, nine) -> None:
    row = services.record_names(session, [chi_worker], actor=dung, at=nine)[0]
    services.annul_attendance(row, actor=dung, at=nine, reason="nhầm")
    assert not mine(client, chi).context["sessions"]


def test_an_account_without_a_record_is_told_what_to_do(client, attended, dung) -> None:
    answer = mine(client, dung)
    assert answer.context["worker"] is None
    assert "Buổi này" not in answer.content.decode()


def test_a_volunteer_finds_the_sessions_he_helps_at(client, session, dung, volunteer) -> None:
    services.set_volunteers(session, [volunteer], actor=dung)
    assert list(mine(client, volunteer).context["helps_at"]) == [session]


def test_everybody_sees_coming_sessions_that_are_announced_and_no_others(client, plan, dung, nine) -> None:
    plan("Công khai", is_public=True)
    plan("Nội bộ")
    plan("Đã xong", is_public=True, starts_at=nine - timedelta(days=1))
    off = plan("Đã hủy", is_public=True)
    services.cancel_session(off, actor=dung, at=nine, reason="mất điện")
    page = client.get(reverse("gatherings:public-sessions")).content.decode()
    assert "Công khai" in page
    assert not any(title in page for title in ("Nội bộ", "Đã xong", "Đã hủy"))


@pytest.fixture
def listed(client, chi_worker):
    """Return the titles of Chi's sessions as somebody may know them, None where there is no such page."""

    def titles(user: User) -> list[str] | None:
        client.force_login(user)
        answer = client.get(reverse("gatherings:worker-attendances", args=[chi_worker.pk]))
        return None if answer.status_code == 404 else [session.title for session in answer.context["page"].rows]

    return titles


def test_her_own_union_knows_all_her_sessions_and_the_one_above_those_it_reads(
    listed, plan, commune, em, dung, binh, an, neighbour, chi_worker, nine
) -> None:
    services.record_names(plan("Ở xưởng"), [chi_worker], actor=dung, at=nine)
    services.record_names(plan("Ở xã", host=commune, actor=em), [chi_worker], actor=em, at=nine)
    elsewhere = plan("Ở tỉnh khác", host=neighbour, actor=binh)
    services.record_names(elsewhere, [chi_worker], actor=binh, at=nine)
    assert listed(dung) == ["Ở tỉnh khác", "Ở xã", "Ở xưởng"]
    assert listed(em) == ["Ở xã", "Ở xưởng"]
    assert listed(an) is None
    assert listed(binh) is None
