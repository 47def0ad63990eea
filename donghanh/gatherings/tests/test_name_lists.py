"""Names typed at the desk, and presence taken back."""

from datetime import timedelta

import pytest

from donghanh.core.errors import NotForYou
from donghanh.core.models import AuditEntry
from donghanh.gatherings import services
from donghanh.gatherings.errors import AttendanceGone, ReasonMissing, SessionNotBegun, TooLateToRecord
from donghanh.gatherings.models import Attendance
from donghanh.gatherings.queries import presence_of

DAY = timedelta(days=1)


def test_a_name_list_is_grade_b(session, dung, chi_worker, workmate, nine) -> None:
    recorded = services.record_names(session, [chi_worker, workmate], actor=dung, at=nine)
    assert {row.grade for row in recorded} == {"B"}


def test_a_name_recorded_twice_keeps_its_first_attendance(session, dung, chi_worker, nine) -> None:
    scanned = services.check_in(session, chi_worker, actor=dung, at=nine)
    listed = services.record_names(session, [chi_worker], actor=dung, at=nine + DAY)
    assert listed[0].id == scanned.id
    assert listed[0].grade == "A"


def test_a_walk_in_becomes_a_provisional_person(session, dung, nine) -> None:
    first = services.record_walk_in(session, "0977000111", "Hồ Mẫu Lạ", actor=dung, at=nine)
    again = services.record_walk_in(session, "0977 000 111", "ho mau la", actor=dung, at=nine)
    assert first.id == again.id
    assert first.grade == "B"


@pytest.mark.parametrize(("days", "allowed"), [(0, True), (60, True), (61, False)])
def test_names_are_recorded_up_to_sixty_days_later(session, dung, chi_worker, nine, days, allowed) -> None:
    at = nine + days * DAY
    if allowed:
        row = services.record_names(session, [chi_worker], actor=dung, at=at)[0]
        assert row.recorded_at == at
        assert row.checked_in_at <= session.closes_at
    else:
        with pytest.raises(TooLateToRecord, match="60"):
            services.record_names(session, [chi_worker], actor=dung, at=at)


def test_nobody_is_recorded_before_check_in_opens(session, dung, chi_worker, nine) -> None:
    with pytest.raises(SessionNotBegun, match="08:00 01/07/2026"):
        services.record_names(session, [chi_worker], actor=dung, at=nine - 2 * timedelta(hours=1))


def test_an_annulled_presence_no_longer_counts_and_says_why(session, dung, chi_worker, nine) -> None:
    row = services.record_names(session, [chi_worker], actor=dung, at=nine)[0]
    services.annul_attendance(row, actor=dung, at=nine + DAY, reason=" ghi nhầm người ")
    kept = Attendance.objects.of(session).get(id=row.id)
    assert (kept.annulled_by_id, kept.annul_reason) == (dung.pk, "ghi nhầm người")
    assert not presence_of(session).attendances()


def test_annulling_leaves_a_trace(session, dung, chi_worker, nine) -> None:
    row = services.record_names(session, [chi_worker], actor=dung, at=nine)[0]
    services.annul_attendance(row, actor=dung, at=nine, reason="nhầm")
    assert AuditEntry.objects.filter(action="annul_attendance", subject_id=str(session.pk)).count() == 1


@pytest.mark.parametrize("reason", ["", "   "])
def test_annulling_needs_a_reason(session, dung, chi_worker, nine, reason) -> None:
    row = services.record_names(session, [chi_worker], actor=dung, at=nine)[0]
    with pytest.raises(ReasonMissing):
        services.annul_attendance(row, actor=dung, at=nine, reason=reason)


def test_an_attendance_is_annulled_once(session, dung, chi_worker, nine) -> None:
    row = services.record_names(session, [chi_worker], actor=dung, at=nine)[0]
    services.annul_attendance(row, actor=dung, at=nine, reason="nhầm")
    with pytest.raises(AttendanceGone):
        services.annul_attendance(row, actor=dung, at=nine, reason="nhầm")


def test_whoever_was_annulled_can_be_recorded_again(session, dung, chi_worker, nine) -> None:
    row = services.record_names(session, [chi_worker], actor=dung, at=nine)[0]
    services.annul_attendance(row, actor=dung, at=nine, reason="nhầm")
    again = services.record_names(session, [chi_worker], actor=dung, at=nine + DAY)[0]
    assert again.id != row.id


def test_a_stranger_annuls_nothing(session, dung, binh, chi_worker, nine) -> None:
    row = services.record_names(session, [chi_worker], actor=dung, at=nine)[0]
    with pytest.raises(NotForYou):
        services.annul_attendance(row, actor=binh, at=nine, reason="nhầm")
