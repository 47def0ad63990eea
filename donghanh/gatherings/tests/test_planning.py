"""Sessions planned, corrected, copied and called off."""

from datetime import timedelta

import pytest

from donghanh.core.errors import NotForYou
from donghanh.core.models import AuditEntry
from donghanh.gatherings import services
from donghanh.gatherings.errors import (
    CoHostIsHost,
    ReasonMissing,
    SessionCancelled,
    SessionHasPresence,
    TopicMissing,
)
from donghanh.gatherings.models import Attendance, Session
from donghanh.legal.models import Topic

WEEK = timedelta(days=7)


def actions(session) -> list[str]:
    entries = AuditEntry.objects.filter(subject_kind="gatherings.session", subject_id=str(session.pk))
    return sorted(entries.values_list("action", flat=True))


def test_a_session_has_its_host_among_its_units(session, factory_union) -> None:
    assert list(session.units.all()) == [factory_union]


def test_a_session_needs_a_topic(plan) -> None:
    with pytest.raises(TopicMissing):
        plan(topics=["none"])


def test_the_host_is_no_co_host(plan, factory_union) -> None:
    with pytest.raises(CoHostIsHost, match="May Ví Dụ"):
        plan(co_hosts=[factory_union])


def test_the_union_directly_above_plans_on_behalf(plan, em, dung) -> None:
    assert plan(actor=em).is_entered_on_behalf
    assert not plan(actor=dung).is_entered_on_behalf


def test_neither_the_province_nor_a_stranger_plans_for_a_grassroots_union(plan, an, binh) -> None:
    for actor in (an, binh):
        with pytest.raises(NotForYou):
            plan(actor=actor)


def test_a_retopiced_session_is_under_its_new_topics_only(session, dung) -> None:
    services.retopic_session(session, Topic.objects.filter(code="osh"), actor=dung)
    assert [topic.code for topic in session.topics.all()] == ["osh"]


def test_a_form_saved_without_a_change_leaves_no_trace(session, dung) -> None:
    facts = {"title": session.title, "starts_at": session.starts_at, "ends_at": session.ends_at}
    services.revise_session(session, actor=dung, topics=session.topics.all(), co_hosts=[], **facts)
    assert actions(session) == ["plan_session"]


def test_a_corrected_start_moves_the_day(session, dung, nine) -> None:
    services.update_session(session, actor=dung, starts_at=nine + WEEK, ends_at=nine + WEEK + timedelta(hours=1))
    assert Session.objects.get(pk=session.pk).held_on == (nine + WEEK).date()


def test_a_copy_takes_the_facts_and_not_the_presence(plan, commune, dung, chi_worker, nine) -> None:
    original = plan(co_hosts=[commune], place="Nhà ăn 2", topics=["wages", "osh"], expected_count=80)
    services.record_names(original, [chi_worker], actor=dung, at=nine)
    services.record_headcount(original, "worker", 40, actor=dung, at=nine)
    copy = services.copy_session(original, actor=dung, starts_at=nine + WEEK, at=nine)
    assert (copy.title, copy.place, copy.expected_count) == (original.title, "Nhà ăn 2", 80)
    assert {topic.code for topic in copy.topics.all()} == {"wages", "osh"}
    assert set(copy.units.all()) == set(original.units.all())
    assert copy.ends_at - copy.starts_at == original.ends_at - original.starts_at
    assert not Attendance.objects.of(copy).exists()
    assert not copy.headcounts.exists()
    assert copy.secret != original.secret


def test_a_cancelled_session_counts_nowhere_and_keeps_its_reason(session, dung, nine) -> None:
    services.cancel_session(session, actor=dung, at=nine, reason=" mất điện ")
    kept = Session.objects.get(pk=session.pk)
    assert (kept.cancelled_at, kept.cancel_reason) == (nine, "mất điện")
    assert not Session.objects.held(by=nine + WEEK).filter(pk=session.pk).exists()


def test_cancelling_needs_a_reason(session, dung, nine) -> None:
    with pytest.raises(ReasonMissing):
        services.cancel_session(session, actor=dung, at=nine, reason=" ")


def test_a_session_is_cancelled_once(session, dung, nine) -> None:
    services.cancel_session(session, actor=dung, at=nine, reason="mất điện")
    with pytest.raises(SessionCancelled):
        services.cancel_session(session, actor=dung, at=nine, reason="mất điện")


def test_a_session_with_people_on_record_is_not_cancelled(session, dung, chi_worker, nine) -> None:
    row = services.record_names(session, [chi_worker], actor=dung, at=nine)[0]
    with pytest.raises(SessionHasPresence, match="1"):
        services.cancel_session(session, actor=dung, at=nine, reason="mất điện")
    services.annul_attendance(row, actor=dung, at=nine, reason="nhầm")
    services.cancel_session(session, actor=dung, at=nine, reason="mất điện")
    assert session.cancelled_at == nine
