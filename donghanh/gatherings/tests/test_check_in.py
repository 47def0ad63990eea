"""Checking in at the door, by card, by account, by phone and name."""

from datetime import timedelta

import pytest

from donghanh.core.errors import NotForYou
from donghanh.gatherings import services
from donghanh.gatherings.errors import CheckInClosed, PhoneUnreadable, SessionCancelled, TicketMissing
from donghanh.gatherings.models import Attendance
from donghanh.gatherings.tickets import Ticket
from donghanh.people.models import Worker

MINUTE = timedelta(minutes=1)


@pytest.fixture
def ticket(session, nine) -> Ticket:
    return Ticket(session.pk, nine + 10 * MINUTE)


def standing(session) -> list[Attendance]:
    return list(Attendance.objects.of(session).standing())


def test_a_scanned_card_is_grade_a(session, dung, chi_worker, nine) -> None:
    attendance = services.check_in(session, chi_worker, actor=dung, at=nine)
    assert (attendance.grade, attendance.source) == ("A", "scan")


def test_a_second_scan_returns_the_first_attendance(session, dung, chi_worker, nine) -> None:
    first = services.check_in(session, chi_worker, actor=dung, at=nine)
    second = services.check_in(session, chi_worker, actor=dung, at=nine + MINUTE)
    assert second.id == first.id
    assert second.checked_in_at == nine
    assert len(standing(session)) == 1


@pytest.mark.parametrize(("minutes", "allowed"), [(-61, False), (-60, True), (119, True), (120, False)])
def test_check_in_opens_an_hour_before_and_closes_an_hour_after(
    session, dung, chi_worker, nine, minutes, allowed
) -> None:
    at = nine + minutes * MINUTE
    if allowed:
        assert services.check_in(session, chi_worker, actor=dung, at=at).checked_in_at == at
    else:
        with pytest.raises(CheckInClosed, match="08:00 01/07"):
            services.check_in(session, chi_worker, actor=dung, at=at)


def test_nobody_checks_in_at_a_cancelled_session(session, dung, chi_worker, nine) -> None:
    services.cancel_session(session, actor=dung, at=nine - MINUTE, reason="mất điện")
    with pytest.raises(SessionCancelled, match="mất điện"):
        services.check_in(session, chi_worker, actor=dung, at=nine)


def test_an_account_bound_to_the_person_is_grade_a(session, ticket, chi, chi_worker, nine) -> None:
    attendance = services.check_in_by_account(session, ticket, actor=chi, at=nine)
    assert (attendance.worker_id, attendance.grade) == (chi_worker.pk, "A")


def test_an_account_without_a_record_cannot_check_in(session, ticket, dung, nine) -> None:
    with pytest.raises(NotForYou):
        services.check_in_by_account(session, ticket, actor=dung, at=nine)


def test_without_a_ticket_nobody_checks_himself_in(session, chi, nine) -> None:
    over = Ticket(session.pk, nine)
    with pytest.raises(TicketMissing):
        services.check_in_by_account(session, over, actor=chi, at=nine)
    with pytest.raises(TicketMissing):
        services.check_in_by_phone(session, over, "0900000001", "Lê Thị Ví Dụ Chi", at=nine)


def test_phone_and_name_of_one_person_on_record_are_that_person(session, ticket, chi_worker, nine) -> None:
    attendance = services.check_in_by_phone(session, ticket, "+84 900 000 001", "le thi vi du chi", at=nine)
    assert (attendance.worker_id, attendance.grade) == (chi_worker.pk, "B")


@pytest.mark.parametrize(("phone", "name"), [("0900000001", "Người Khác"), ("0911111111", "Lê Thị Ví Dụ Chi")])
def test_a_phone_or_a_name_alone_identifies_nobody(session, ticket, chi_worker, nine, phone, name) -> None:
    attendance = services.check_in_by_phone(session, ticket, phone, name, at=nine)
    assert attendance.worker_id != chi_worker.pk
    assert Worker.objects.get(pk=attendance.worker_id).is_provisional


def test_phone_and_name_of_two_people_on_record_are_neither(session, ticket, factory_union, system, nine) -> None:
    from donghanh.people.services import register_worker

    twins = [
        register_worker("Ngô Thử Sinh", factory_union, actor=system, starts_on=nine.date(), phone="0900000009")
        for _ in range(2)
    ]
    attendance = services.check_in_by_phone(session, ticket, "0900000009", "Ngô Thử Sinh", at=nine)
    assert attendance.worker_id not in {twin.pk for twin in twins}


def test_the_same_phone_and_name_twice_are_one_attendance(session, ticket, nine) -> None:
    first = services.check_in_by_phone(session, ticket, "0911111111", "Hồ Mẫu Lạ", at=nine)
    second = services.check_in_by_phone(session, ticket, "0911 111 111", "hồ mẫu lạ", at=nine + MINUTE)
    assert second.id == first.id
    assert len(standing(session)) == 1


@pytest.mark.parametrize("phone", ["", "0123", "abc", "84"])
def test_without_a_whole_phone_number_nobody_is_made_up(session, ticket, nine, phone) -> None:
    with pytest.raises(PhoneUnreadable):
        services.check_in_by_phone(session, ticket, phone, "Hồ Mẫu Lạ", at=nine)
    assert not Worker.objects.filter(is_provisional=True).exists()


def test_an_officer_of_another_province_cannot_check_in_anybody(session, binh, chi_worker, nine) -> None:
    with pytest.raises(NotForYou):
        services.check_in(session, chi_worker, actor=binh, at=nine)


def test_the_union_directly_above_checks_in_on_behalf(session, em, chi_worker, nine) -> None:
    assert services.check_in(session, chi_worker, actor=em, at=nine).is_on_behalf


def test_the_province_does_not_record_for_a_grassroots_union(session, an, chi_worker, nine) -> None:
    with pytest.raises(NotForYou):
        services.check_in(session, chi_worker, actor=an, at=nine)


def test_social_security_takes_presence_at_its_own_session(plan, insurance, giang, chi_worker, nine) -> None:
    session = plan("Luật Bảo hiểm xã hội", host=insurance, actor=giang)
    assert services.check_in(session, chi_worker, actor=giang, at=nine).grade == "A"


def test_a_co_host_does_not_record(plan, insurance, giang, chi_worker, nine) -> None:
    session = plan("Luật Bảo hiểm xã hội", co_hosts=[insurance])
    with pytest.raises(NotForYou):
        services.check_in(session, chi_worker, actor=giang, at=nine)
