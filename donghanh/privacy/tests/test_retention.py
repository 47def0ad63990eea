"""What is kept too long goes, by dated rules; what a reason keeps stays."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.utils.timezone import now

from donghanh.core.errors import NotForYou
from donghanh.core.models import AuditEntry
from donghanh.gatherings import services as gatherings
from donghanh.gatherings.models import Attendance, Evidence
from donghanh.people.models import Worker
from donghanh.people.services import employ, end_employment
from donghanh.people.services.identity import person_for
from donghanh.privacy import jobs, retaining, services
from donghanh.privacy.models import ErasureRecord
from donghanh.privacy.rules import retention

LEFT_ON = date(2024, 3, 1)
KEPT = timedelta(days=retention("leaver", on=date(2026, 11, 22)).days or 0)


@pytest.fixture
def leaver(known_chi: Worker, factory_union: Any, dung: Any) -> Worker:
    """Chi's record, her last day at work in March 2024."""
    end_employment(known_chi, factory_union, actor=dung, last_day=LEFT_ON)
    return known_chi


@pytest.mark.parametrize(("days", "goes"), [(0, False), (1, True)])
def test_a_leaver_becomes_anonymous_when_the_time_is_up(leaver, days, goes) -> None:
    on = LEFT_ON + KEPT + timedelta(days=days)
    assert retaining.leavers(on=on).filter(pk=leaver.pk).exists() is goes


def test_the_daily_job_writes_down_what_it_let_go(leaver, system) -> None:
    jobs.apply_retention()
    leaver.refresh_from_db()
    assert leaver.erased_at
    assert ErasureRecord.objects.get().cause == "leaver"
    entry = AuditEntry.objects.get(action="apply_retention")
    assert (entry.actor_id, entry.details["gone"]["leaver"]) == (system.pk, 1)


def test_who_came_back_to_work_stays(leaver, factory_union, dung) -> None:
    employ(leaver, factory_union, actor=dung, starts_on=date(2025, 1, 1))
    assert not retaining.leavers(on=date(2030, 1, 1)).exists()


def test_a_hold_or_an_open_request_keeps_a_leaver(leaver, chi, dung) -> None:
    hold = services.place_hold(leaver, actor=dung, reason="Vụ kiện", until=date(2031, 1, 1), at=now())
    assert not retaining.leavers(on=date(2030, 1, 1)).exists()
    services.lift_hold(hold, actor=dung, at=now())
    services.ask(leaver, "correction", actor=chi, at=now())
    assert not retaining.leavers(on=date(2030, 1, 1)).exists()


def test_a_dry_run_counts_and_changes_nothing(leaver) -> None:
    counts = {rule.code: count for rule, count in retaining.waiting(at=now())}
    assert counts["leaver"] == 1
    assert counts["presence"] is None
    leaver.refresh_from_db()
    assert leaver.erased_at is None


def test_provisional_people_go_a_year_after_they_were_last_seen(session, dung, nine, system) -> None:
    stranger = gatherings.record_walk_in(session, "0900000055", "Khách Ví Dụ", actor=dung, at=nine)
    day = nine.date()
    assert not retaining.unconfirmed(on=day + timedelta(days=365)).exists()
    assert retaining.unconfirmed(on=day + timedelta(days=367)).get().pk == stranger.worker_id
    services.apply_retention(actor=system, at=nine + timedelta(days=367))
    assert Attendance.objects.filter(worker_id=stranger.worker_id).count() == 1
    assert person_for("0900000055", "Khách Ví Dụ").pk != stranger.worker_id


def test_photos_go_and_the_line_about_them_stays(
    session, dung, nine, client, system, django_capture_on_commit_callbacks
) -> None:
    evidence = Evidence(session=session, kind="photo", sha256="0" * 64, uploaded_at=nine, uploaded_by=dung)
    evidence.file.save("anh.jpg", ContentFile(b"anh"), save=True)
    with django_capture_on_commit_callbacks(execute=True):
        services.apply_retention(actor=system, at=nine + timedelta(days=5 * 365 + 3))
    evidence.refresh_from_db()
    assert not evidence.file
    client.force_login(dung)
    assert client.get(f"/sessions/{session.pk}/evidence/{evidence.pk}/").status_code == 404


def test_the_words_of_an_answered_request_go_and_its_days_stay(known_chi, chi, dung, system) -> None:
    asked = services.ask(known_chi, "correction", actor=chi, at=now(), words="Sai tên")
    services.answer(asked, actor=dung, at=now(), outcome="done", words="Đã sửa")
    services.apply_retention(actor=system, at=now() + timedelta(days=740))
    asked.refresh_from_db()
    assert (asked.words, asked.answer, asked.outcome) == ("", "", "done")


def test_nobody_but_the_administrator_of_the_root_runs_it(leaver, dung, an) -> None:
    for user in (dung, an):
        with pytest.raises(NotForYou):
            services.apply_retention(actor=user, at=now())
