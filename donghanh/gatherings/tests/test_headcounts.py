"""Numbers without names, and the files behind them."""

from datetime import datetime

import pytest
from django.core.files.base import ContentFile

from donghanh.core.errors import NotForYou
from donghanh.gatherings import services
from donghanh.gatherings.errors import SessionCancelled
from donghanh.gatherings.models import Evidence, Session
from donghanh.gatherings.queries import presence_of
from donghanh.org.models import User

SHEET = b"%PDF-1.7 sheet"


def evidence_of(session: Session, dung: User, nine: datetime, content: bytes = SHEET) -> Evidence:
    file = ContentFile(content, name="sheet.pdf")
    return services.attach_evidence(session, "sign_sheet", file, actor=dung, at=nine)


def test_a_number_alone_is_grade_d(session, dung, nine) -> None:
    assert services.record_headcount(session, "worker", 40, actor=dung, at=nine).grade == "D"


def test_a_number_with_a_signed_sheet_is_grade_c(session, dung, nine) -> None:
    sheet = evidence_of(session, dung, nine)
    headcount = services.record_headcount(session, "worker", 40, actor=dung, at=nine, evidence=sheet)
    assert (headcount.grade, headcount.evidence) == ("C", sheet)


def test_a_new_number_replaces_the_old_one_whose_trace_stays(session, dung, nine) -> None:
    services.record_headcount(session, "worker", 40, actor=dung, at=nine)
    services.record_headcount(session, "worker", 42, actor=dung, at=nine)
    assert session.headcounts.standing().get().count == 42
    assert session.headcounts.exclude(replaced_at=None).get().count == 40


def test_the_same_number_again_changes_nothing(session, dung, nine) -> None:
    first = services.record_headcount(session, "worker", 40, actor=dung, at=nine)
    assert services.record_headcount(session, "worker", 40, actor=dung, at=nine) == first
    assert session.headcounts.count() == 1


def test_the_same_file_again_is_the_same_evidence(session, dung, nine) -> None:
    first = evidence_of(session, dung, nine)
    assert evidence_of(session, dung, nine) == first
    assert evidence_of(session, dung, nine, b"%PDF-1.7 another") != first


def test_one_sheet_may_stand_behind_several_numbers(session, dung, nine) -> None:
    sheet = evidence_of(session, dung, nine)
    services.record_headcounts(session, {"worker": 40, "employer": 3}, actor=dung, at=nine, evidence=sheet)
    assert {headcount.grade for headcount in session.headcounts.standing()} == {"C"}
    assert sheet.headcounts.count() == 2


def test_a_number_adds_attendances_beyond_the_names_and_never_people(session, dung, chi_worker, workmate, nine) -> None:
    services.record_names(session, [chi_worker, workmate], actor=dung, at=nine)
    services.record_headcount(session, "worker", 5, actor=dung, at=nine)
    presence = presence_of(session)
    assert presence.attendances() == {"B": 2, "D": 3}
    assert len(presence.people()) == 2


def test_a_number_below_the_names_adds_nothing(session, dung, chi_worker, workmate, nine) -> None:
    services.record_names(session, [chi_worker, workmate], actor=dung, at=nine)
    services.record_headcount(session, "worker", 1, actor=dung, at=nine)
    assert presence_of(session).attendances() == {"B": 2}


def test_a_cancelled_session_takes_no_number(session, dung, nine) -> None:
    services.cancel_session(session, actor=dung, at=nine, reason="mất điện")
    with pytest.raises(SessionCancelled):
        services.record_headcount(session, "worker", 40, actor=dung, at=nine)


def test_a_viewer_and_a_stranger_record_no_number(session, viewer, binh, nine) -> None:
    for actor in (viewer, binh):
        with pytest.raises(NotForYou):
            services.record_headcount(session, "worker", 40, actor=actor, at=nine)
