"""The scanner at the door: one big answer to every card, safe to repeat, and a mistake taken back at once."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from donghanh.conftest import FIRST_DAY
from donghanh.core.models import AuditEntry
from donghanh.gatherings import services
from donghanh.gatherings.models import Attendance
from donghanh.people.choices import CardEnding
from donghanh.people.services import annul_card, issue_cards, register_worker

pytestmark = pytest.mark.usefixtures("clock")
SCRIPT = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture
def card(chi_worker, factory_union, dung, nine):
    """Chi's card."""
    return issue_cards([chi_worker], factory_union, actor=dung, at=nine - timedelta(days=1))[0]


@pytest.fixture
def door(client, session, dung):
    """Send something to the scanner of the session as Dung."""
    client.force_login(dung)

    def send(name="scan", **data):
        return client.post(reverse(f"gatherings:scanner-{name}", args=[session.pk]), data, **SCRIPT)

    return send


@pytest.fixture
def volunteer_at_door(volunteer, session, dung):
    """The volunteer is named for the session."""
    services.set_volunteers(session, [volunteer], actor=dung)
    return volunteer


def test_a_card_is_recorded_at_grade_a(door, session, card, chi_worker) -> None:
    answer = door(number=card.code, scan=uuid4())
    assert answer.context["kind"] == "done"
    assert chi_worker.full_name in answer.content.decode()
    assert Attendance.objects.of(session).standing().get().grade == "A"


def test_the_same_scan_sent_again_gets_the_same_answer(door, session, card, clock) -> None:
    scan = uuid4()
    door(number=card.code, scan=scan)
    clock.shift(5)
    assert door(number=card.code, scan=scan).context["kind"] == "done"
    assert Attendance.objects.of(session).count() == 1


def test_a_second_scan_says_since_when(door, session, card, clock) -> None:
    door(number=card.code, scan=uuid4())
    clock.shift(300)
    answer = door(number=card.code, scan=uuid4())
    assert answer.context["kind"] == "there"
    assert "09:00" in answer.content.decode()
    assert Attendance.objects.of(session).count() == 1


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("DH1.1234567890123456.123456789012", "DH1.1234567890123456"),
        ("1234567890123456", "1234567890123456"),
        ("https://cd.example.vn/check-in/123456/abcd2345/", "áp phích"),
    ],
)
def test_what_is_no_card_says_what_to_do(door, session, number, words) -> None:
    answer = door(number=number)
    assert (answer.status_code, answer.context["kind"]) == (409, "refused")
    assert words in answer.content.decode()
    assert not Attendance.objects.of(session).exists()


def test_an_annulled_card_is_refused_without_a_name(door, session, card, chi_worker, factory_union, dung, nine) -> None:
    annul_card(chi_worker, factory_union, actor=dung, at=nine, ending=CardEnding.LOST)
    answer = door(number=card.code)
    assert answer.context["kind"] == "refused"
    assert chi_worker.full_name not in answer.content.decode()
    assert not Attendance.objects.of(session).exists()


def test_a_closed_session_says_when_it_took_presence(client, dung, door, session, card, clock) -> None:
    clock.move_to(session.closes_at + timedelta(seconds=1))
    client.force_login(dung)
    answer = door(number=card.code)
    assert answer.context["kind"] == "refused"
    assert "11:00" in answer.content.decode()


def test_somebody_of_another_unit_is_let_in_and_told_apart(door, session, commune, system, nine) -> None:
    guest = register_worker("Tạ Thử Khách", commune, actor=system, starts_on=FIRST_DAY)
    [card] = issue_cards([guest], commune, actor=system, at=nine)
    answer = door(number=card.code)
    assert answer.context["kind"] == "done"
    assert answer.context["scanned"].is_from_elsewhere
    own = register_worker("Tạ Thử Nhà", session.host, actor=system, starts_on=FIRST_DAY, member_no="0104000055")
    answer = door(number=own.member_no)
    assert not answer.context["scanned"].is_from_elsewhere


def test_numbers_are_not_tried_out(door, session) -> None:
    for number in range(30):
        assert door(number=f"99{number}").context["kind"] == "refused"
    answer = door(number="0104000002")
    assert "09:10:00" in answer.content.decode()


def test_a_mistake_is_taken_back_with_a_reason(door, session, card, clock) -> None:
    door(number=card.code)
    row = Attendance.objects.of(session).get()
    clock.shift(60)
    assert door("take-back", attendance=row.id, reason="mistake").context["kind"] == "back"
    row = Attendance.objects.of(session).get()
    assert row.annulled_at is not None
    assert row.annul_reason
    assert AuditEntry.objects.filter(action="take_back_scan").count() == 1
    assert door(number=card.code, scan=uuid4()).context["kind"] == "done"


@pytest.mark.parametrize(("minutes", "kind"), [(10, "back"), (11, "refused")])
def test_a_scan_is_taken_back_within_ten_minutes(door, session, card, clock, minutes, kind) -> None:
    door(number=card.code)
    clock.shift(minutes * 60)
    row = Attendance.objects.of(session).get()
    assert door("take-back", attendance=row.id, reason="person").context["kind"] == kind


def test_a_volunteer_scans_and_takes_back_his_own_scans_only(
    client, door, session, card, workmate, volunteer_at_door, nine
) -> None:
    door(number=workmate.member_no)
    of_the_officer = Attendance.objects.of(session).get()
    client.force_login(volunteer_at_door)
    assert door(number=card.code).context["kind"] == "done"
    assert door("take-back", attendance=of_the_officer.id, reason="person").context["kind"] == "refused"
    own = Attendance.objects.of(session).standing().get(worker_id=card.worker_id)
    assert door("take-back", attendance=own.id, reason="person").context["kind"] == "back"


def test_a_stranger_finds_no_scanner(client, door, session, card, binh, volunteer, chi) -> None:
    for user in (binh, volunteer, chi):
        client.force_login(user)
        assert client.get(reverse("gatherings:session-scanner", args=[session.pk])).status_code == 404
        assert door(number=card.code).status_code == 404


def test_only_the_scanner_may_use_the_camera_and_compile_its_reader(client, session, dung) -> None:
    client.force_login(dung)
    scanner = client.get(reverse("gatherings:session-scanner", args=[session.pk]))
    desk = client.get(reverse("gatherings:session-desk", args=[session.pk]))
    assert "camera=(self)" in scanner["Permissions-Policy"]
    assert "'wasm-unsafe-eval'" in scanner["Content-Security-Policy"]
    assert "'unsafe-eval'" not in scanner["Content-Security-Policy"]
    assert "camera=()" in desk["Permissions-Policy"]
    assert "wasm" not in desk["Content-Security-Policy"]


def test_the_scanner_works_without_script(client, session, dung, card) -> None:
    client.force_login(dung)
    page = client.post(reverse("gatherings:scanner-scan", args=[session.pk]), {"number": card.number})
    assert "<form" in page.content.decode()
    assert page.context["kind"] == "done"


def test_a_worker_sees_her_own_card(client, chi, card) -> None:
    client.force_login(chi)
    answer = client.get(reverse("gatherings:my-card"))
    page = answer.content.decode()
    assert str(card) in page
    assert "dh-qr" in page
    assert "no-store" in answer["Cache-Control"]


def test_who_has_no_card_is_told_whom_to_ask(client, chi, binh) -> None:
    for user in (chi, binh):
        client.force_login(user)
        assert "dh-qr" not in client.get(reverse("gatherings:my-card")).content.decode()
