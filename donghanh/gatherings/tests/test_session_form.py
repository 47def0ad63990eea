"""The form of a session: what it fills in, what it refuses, what it changes."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localtime

from donghanh.gatherings.models import Session
from donghanh.legal.models import Topic
from donghanh.org.models import User

pytestmark = pytest.mark.usefixtures("clock")


@pytest.fixture
def typed(factory_union):
    return {
        "host": factory_union.pk,
        "title": "Chế độ thai sản",
        "topics": [Topic.objects.get(code="sickness_and_maternity").pk],
        "day": "15/07/2026",
        "starts": "13:30",
        "ends": "15:00",
        "form": "direct",
        "audiences": ["worker"],
    }


def send(client: Client, user: User, data: dict[str, Any]) -> Any:
    client.force_login(user)
    return client.post(reverse("gatherings:session-new"), data)


def test_a_planned_session_is_what_was_typed(client, dung, typed, commune) -> None:
    answer = send(
        client,
        dung,
        {**typed, "co_host_0": "xa-01", "speakers": "Phạm Thử A\n\nLê Thử B", "document_numbers": "45/2019/QH14"},
    )
    session = Session.objects.get()
    assert answer.url == reverse("gatherings:session-detail", args=[session.pk])
    assert f"{localtime(session.starts_at):%d/%m/%Y %H:%M}" == "15/07/2026 13:30"
    assert commune in session.units.all()
    assert session.speakers == "Phạm Thử A\nLê Thử B"
    assert session.document_numbers == ["45/2019/QH14"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("day", "31/06/2026"),
        ("starts", "25:00"),
        ("expected_count", "một trăm"),
        ("topics", []),
        ("title", " "),
        ("audiences", []),
        ("co_host_0", "KHONG-CO"),
        ("link", "khong phai dia chi"),
    ],
)
def test_a_refused_field_is_named_and_the_rest_is_kept(client, dung, typed, field, value) -> None:
    answer = send(client, dung, {**typed, field: value})
    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert "15:00" in answer.content.decode()
    assert not Session.objects.exists()


def test_an_integrated_session_says_into_what(client, dung, typed) -> None:
    assert "integrated_into" in send(client, dung, {**typed, "form": "integrated"}).context["form"].errors
    send(client, dung, {**typed, "form": "integrated", "integrated_into": "Ngày hội công nhân"})
    assert Session.objects.get().integrated_into == "Ngày hội công nhân"


def test_a_night_shift_ends_the_next_day(client, dung, typed) -> None:
    send(client, dung, {**typed, "starts": "23:30", "ends": "00:30"})
    session = Session.objects.get()
    assert session.ends_at - session.starts_at == timedelta(hours=1)


def test_an_end_before_the_start_is_refused(client, dung, typed) -> None:
    assert "ends" in send(client, dung, {**typed, "starts": "14:00", "ends": "13:00"}).context["form"].errors


def test_hosts_are_the_own_unit_and_those_directly_below(client, em, an, commune, factory_union, typed) -> None:
    client.force_login(em)
    groups = dict(client.get(reverse("gatherings:session-new")).context["form"].fields["host"].choices)
    assert list(groups.values()) == [
        [(commune.pk, commune.name)], [(factory_union.pk, factory_union.name)],
    ]  # fmt: skip
    assert "host" in send(client, an, typed).context["form"].errors


def test_a_worker_and_a_viewer_plan_nothing(client, chi, viewer) -> None:
    for user in (chi, viewer):
        client.force_login(user)
        assert client.get(reverse("gatherings:session-new")).status_code == 404


def test_the_address_fills_in_what_another_page_knows(client, dung, factory_union) -> None:
    client.force_login(dung)
    query = {"unit": "CS-01", "topic": "osh,wages", "expected_count": "35", "title": "Cho người chưa dự"}
    form = client.get(reverse("gatherings:session-new"), query).context["form"]
    assert form["host"].value() == factory_union.pk
    assert {topic.code for topic in form.initial["topics"]} == {"osh", "wages"}
    assert (form["title"].value(), form["expected_count"].value()) == ("Cho người chưa dự", "35")


def test_the_edit_form_starts_from_the_facts_and_saves_them(client, plan, dung, commune) -> None:
    session = plan(co_hosts=[commune], place="Nhà ăn 2", expected_count=1200)
    client.force_login(dung)
    address = reverse("gatherings:session-edit", args=[session.pk])
    form = client.get(address).context["form"]
    data = {
        "title": "Tiêu đề mới", "topics": [Topic.objects.get(code="osh").pk], "day": "02/07/2026",
        "starts": "09:00", "ends": "10:00", "place": form["place"].value(), "form": form["form"].value(),
        "audiences": form["audiences"].value(), "expected_count": form["expected_count"].value(),
    }  # fmt: skip
    assert client.post(address, data).status_code == 302
    saved = Session.objects.get(pk=session.pk)
    assert (saved.title, saved.held_on.isoformat(), saved.expected_count) == ("Tiêu đề mới", "2026-07-02", 1200)
    assert [topic.code for topic in saved.topics.all()] == ["osh"]
    assert commune not in saved.units.all()


def test_a_copy_is_planned_a_week_later_unless_told_otherwise(client, session, dung, nine) -> None:
    client.force_login(dung)
    address = reverse("gatherings:session-copy", args=[session.pk])
    form = client.get(address).context["form"]
    client.post(address, {"day": form["day"].value(), "starts": "09:00"})
    assert Session.objects.latest("pk").starts_at == nine + timedelta(days=7)


def test_cancelling_asks_why(client, session, dung) -> None:
    client.force_login(dung)
    address = reverse("gatherings:session-cancel", args=[session.pk])
    assert client.post(address, {"reason": ""}).status_code == 422
    assert client.post(address, {"reason": "mất điện"}).status_code == 302
    assert "mất điện" in client.get(reverse("gatherings:session-detail", args=[session.pk])).content.decode()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("LDLD-56", "LĐLĐ tỉnh Láng Giềng"),
        ("lang gieng", None),
        ("LĐLĐ tỉnh Láng Giềng", None),
        ("cong doan xa", "Công đoàn xã Ví Dụ"),
        ("bhxh vi du", "BHXH Ví Dụ"),
    ],
)
def test_co_hosts_are_found_by_name_near_by_and_by_code_everywhere(
    client, dung, neighbour, insurance, text, name
) -> None:
    client.force_login(dung)
    address = reverse("gatherings:co-host-suggestions")
    found = client.get(address, {"field": "co_host_0", "co_host_0": text}).content.decode()
    assert found == "" if name is None else (name in found and 'name="co_host_0_found"' in found)


def test_who_plans_no_sessions_is_given_no_names_of_units(client, chi, viewer) -> None:
    address = reverse("gatherings:co-host-suggestions")
    for reader in (chi, viewer):
        client.force_login(reader)
        assert client.get(address, {"field": "co_host_0", "co_host_0": "LDLD"}).status_code == 404


def test_volunteers_of_the_host_can_be_named(client, session, dung, volunteer) -> None:
    client.force_login(dung)
    address = reverse("gatherings:session-volunteers", args=[session.pk])
    assert volunteer.full_name in client.get(address).content.decode()
    client.post(address, {"volunteers": [volunteer.pk]})
    assert session.volunteers.get().user == volunteer
