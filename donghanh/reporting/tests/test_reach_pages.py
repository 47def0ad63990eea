"""The reach pages: the same figures for all who may ask, names only for those near the people."""

import html
import re

import pytest
from django.test import Client

from donghanh.gatherings.models import Session
from donghanh.gatherings.services import plan_session, record_headcount, record_names
from donghanh.legal.models import Topic
from donghanh.org.models import User
from donghanh.org.services import create_user, found_unit, grant_role
from donghanh.people.services import merge_workers, register_worker

TODAY = "2026-07-20T12:00+07:00"
pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(TODAY, tick=False)]
PERIOD = "period=2026"


@pytest.fixture
def client_of() -> object:
    def signed_in(user: User) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return signed_in


@pytest.fixture
def silent(factory_union, system) -> object:
    """A worker of the factory whom nothing reaches."""
    return register_worker(
        "Vũ Thị Mẫu Im", factory_union, actor=system, starts_on=factory_union.founded_on, member_no="MAU-0009"
    )


@pytest.fixture
def held(factory_union, chi_worker, system, nine) -> Session:
    """A session at the factory: Chi by name, four more by number."""
    session = plan_session(
        "Tiền làm thêm giờ",
        factory_union,
        topics=Topic.objects.filter(code="wages"),
        starts_at=nine,
        ends_at=nine.replace(hour=11),
        actor=system,
        at=nine,
    )
    record_names(session, [chi_worker], actor=system, at=nine)
    record_headcount(session, "worker", 5, actor=system, at=nine)
    return session


def test_the_people_of_a_unit_are_named_to_its_own_officers_and_to_the_union_directly_above(
    held, silent, factory_union, commune, dung, an, system, client_of
) -> None:
    above = create_user("xa", "Cao Thử Xã", actor=system, unit=commune)
    grant_role(above, "officer", commune, actor=system, starts_on=commune.founded_on)
    address = f"/reach/{factory_union.code}/records/not-reached/?{PERIOD}"
    assert "Vũ Thị Mẫu Im" in client_of(dung).get(address).content.decode()
    assert "Vũ Thị Mẫu Im" in client_of(above).get(address).content.decode()
    seen_by_an = client_of(an).get(address).content.decode()
    assert "Vũ Thị Mẫu Im" not in seen_by_an
    assert "data-records" not in seen_by_an
    assert "nhóm nhỏ, không nêu" in seen_by_an


@pytest.mark.parametrize("what", ["sessions", "attendances", "people", "reached", "not-reached", "rolls"])
def test_no_record_page_of_a_province_names_anybody(held, silent, province, an, client_of, what) -> None:
    page = client_of(an).get(f"/reach/{province.code}/records/{what}/?{PERIOD}").content.decode()
    assert "Ví Dụ Chi" not in page
    assert "Mẫu Im" not in page


@pytest.mark.parametrize("path", ["", "records/people/", "records/sessions/", "plan/"])
def test_a_neighbour_finds_nothing_and_a_stranger_is_asked_to_sign_in(factory_union, binh, client_of, path) -> None:
    address = f"/reach/{factory_union.code}/{path}"
    assert client_of(binh).get(address).status_code == 404
    assert Client().get(address).status_code == 302


def test_attendances_are_the_named_and_what_the_headcount_adds(held, factory_union, dung, client_of) -> None:
    client = client_of(dung)
    page = client.get(f"/reach/{factory_union.code}/?{PERIOD}").content.decode()
    assert 'data-figure="attendances" data-value="5"' in page
    assert 'data-figure="people" data-value="1"' in page
    records = client.get(f"/reach/{factory_union.code}/records/attendances/?{PERIOD}").content.decode()
    assert 'data-records="5"' in records


def test_a_merged_person_stands_once_in_the_list(
    held, silent, chi_worker, factory_union, dung, system, nine, client_of
) -> None:
    record_names(held, [silent], actor=system, at=nine)
    merge_workers(chi_worker, silent, actor=system, at=nine)
    page = client_of(dung).get(f"/reach/{factory_union.code}/records/attendances/?{PERIOD}").content.decode()
    assert page.count('data-rows="1"') == 1
    assert "Mẫu Im" not in page


def test_a_social_security_officer_sees_joint_sessions_of_a_union_and_nothing_else(
    held, factory_union, province, system, nine, client_of
) -> None:
    root = found_unit("BHXH", "BHXH", "social_security", actor=system, parent=None, on=province.founded_on)
    officer = create_user("bhxh", "Lý Thử Bảo", actor=system, unit=root)
    grant_role(officer, "social_security_officer", root, actor=system, starts_on=province.founded_on)
    joint = plan_session(
        "Phối hợp",
        factory_union,
        topics=Topic.objects.filter(code="pension"),
        co_hosts=[root],
        starts_at=nine,
        ends_at=nine.replace(hour=11),
        actor=system,
        at=nine,
    )
    record_headcount(joint, "worker", 7, actor=system, at=nine)
    client = client_of(officer)
    page = client.get(f"/reach/{factory_union.code}/?{PERIOD}").content.decode()
    assert 'data-figure="attendances" data-value="7"' in page
    assert 'data-figure="reached"' not in page
    assert client.get(f"/reach/{factory_union.code}/records/rolls/?{PERIOD}").status_code == 404


@pytest.mark.parametrize(
    ("query", "words"),
    [("period=2026-13", "2026-13"), ("from=2026-05-01&to=2026-04-01", "2026-05-01"), ("topic=rain", "rain")],
)
def test_a_question_that_cannot_be_asked_names_what_is_wrong(factory_union, dung, client_of, query, words) -> None:
    answer = client_of(dung).get(f"/reach/{factory_union.code}/?{query}")
    assert answer.status_code == 409
    assert words in answer.content.decode()


def test_the_table_and_the_records_can_be_taken_away_as_files(held, factory_union, dung, client_of) -> None:
    client = client_of(dung)
    table = b"".join(client.get(f"/reach/{factory_union.code}/?{PERIOD}&by=topic&export=csv")).decode()
    assert "Bộ luật Lao động" in table
    records = b"".join(client.get(f"/reach/{factory_union.code}/records/attendances/?{PERIOD}&export=csv")).decode()
    assert "Ví Dụ Chi" in records


def test_reading_names_behind_a_figure_leaves_a_trace(held, factory_union, dung, client_of) -> None:
    from donghanh.core.models import AuditEntry

    client_of(dung).get(f"/reach/{factory_union.code}/records/people/?{PERIOD}")
    assert AuditEntry.objects.filter(action="read_people", unit_id=factory_union.pk, actor_id=dung.pk).count() == 1


def test_planning_for_those_not_reached_opens_a_prefilled_session(held, silent, factory_union, dung, client_of) -> None:
    answer = client_of(dung).get(f"/reach/{factory_union.code}/plan/?{PERIOD}&topic=wages", follow=True)
    assert answer.status_code == 200
    assert factory_union.name in answer.content.decode()


@pytest.mark.parametrize("by", ["unit", "topic", "audience"])
def test_the_page_asks_the_database_little_however_many_units_hang_below(
    held, province, commune, an, system, client_of, django_assert_max_num_queries, by
) -> None:
    for number in range(12):
        found_unit(
            f"CS-9{number}",
            f"CĐCS Mẫu {number}",
            "grassroots_union",
            actor=system,
            parent=commune,
            on=province.founded_on,
        )
    client = client_of(an)
    client.get(f"/reach/{province.code}/")
    with django_assert_max_num_queries(60):
        client.get(f"/reach/{commune.code}/?{PERIOD}&by={by}")


@pytest.mark.parametrize("by", ["unit", "topic", "audience"])
def test_each_number_of_a_breakdown_opens_as_many_records(held, silent, commune, system, nine, client_of, by) -> None:
    meeting = plan_session(
        "Gặp doanh nghiệp",
        commune,
        topics=Topic.objects.filter(code__in=["osh", "wages"]),
        starts_at=nine,
        ends_at=nine.replace(hour=11),
        actor=system,
        at=nine,
    )
    record_names(meeting, [silent], actor=system, at=nine, audience="member")
    record_headcount(meeting, "employer", 3, actor=system, at=nine)
    client = client_of(system)
    page = client.get(f"/reach/{commune.code}/?{PERIOD}&by={by}").content.decode()
    shown = re.findall(r'href="([^"]+)" data-figure="\w+" data-value="(\d+)"', page)
    assert len(shown) > 10
    for address, value in shown:
        records = client.get(html.unescape(address)).content.decode()
        assert f'data-records="{value}"' in records, (address, value)
