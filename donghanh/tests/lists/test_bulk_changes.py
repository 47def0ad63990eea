"""Bulk changes: looked through first, carried out by the services row by row, taken back the same way."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils.timezone import localdate, now

from donghanh.core.bulk import changes, jobs
from donghanh.core.models import AuditEntry, BulkChange
from donghanh.gatherings.services import cancel_session
from donghanh.legal.models import Topic
from donghanh.org.querysets import FOREVER
from donghanh.people.models import Membership
from donghanh.people.services import admit_member, place_at_work, register_enterprise, register_worker


def chosen(send, user, name, action, *ids) -> Any:
    answer = send(user, "bulk-choose", name, action=action, scope="picked", pick=ids)
    assert answer.status_code == 302, answer.content.decode()
    return BulkChange.objects.latest("pk")


def looked(send, user, change, **typed) -> Any:
    assert send(user, "bulk-detail", change.pk, **typed).status_code == 302
    change.refresh_from_db()
    return change


def outcomes(change) -> dict[int, str]:
    return dict(change.rows.values_list("record_id", "outcome"))


@pytest.fixture
def admission(send, dung, chi_worker, phuc) -> Any:
    """Chi and Phúc are to be admitted; Dung has looked."""
    change = chosen(send, dung, "workers", "admit", chi_worker.pk, phuc.pk)
    return looked(send, dung, change, unit="CS-01", on=localdate().strftime("%d/%m/%Y"))


def test_looking_says_what_would_change_and_changes_nothing(admission, open_page, dung) -> None:
    assert set(outcomes(admission).values()) == {"ready"}
    assert not Membership.objects.exists()
    assert not AuditEntry.objects.filter(action="admit_member").exists()
    page = open_page(dung, f"/lists/changes/{admission.pk}/").content.decode()
    assert "Ngô Mẫu Phúc" in page
    assert "không là đoàn viên → đoàn viên từ" in page


def test_carrying_out_goes_through_the_service_of_each_row(admission, send, dung) -> None:
    send(dung, "bulk-confirm", admission.pk)
    assert Membership.objects.count() == 2
    assert AuditEntry.objects.filter(action="admit_member", actor_id=dung.pk).count() == 2


def test_what_was_carried_out_is_taken_back(admission, send, dung) -> None:
    send(dung, "bulk-confirm", admission.pk)
    send(dung, "bulk-undo", admission.pk)
    assert not Membership.objects.exists()
    assert AuditEntry.objects.filter(action="withdraw_admission").count() == 2


def test_a_row_the_service_refuses_is_left_out_with_its_reason(send, dung, chi_worker, phuc, factory_union) -> None:
    admit_member(chi_worker, factory_union, actor=dung, on=localdate())
    change = chosen(send, dung, "workers", "admit", chi_worker.pk, phuc.pk)
    looked(send, dung, change, unit="CS-01", on=localdate().strftime("%d/%m/%Y"))
    assert outcomes(change) == {chi_worker.pk: "left", phuc.pk: "ready"}
    assert "Chi" in change.rows.get(record_id=chi_worker.pk).words
    send(dung, "bulk-confirm", change.pk)
    assert outcomes(change) == {chi_worker.pk: "left", phuc.pk: "done"}


def test_a_row_somebody_changed_since_the_look_is_left_out(admission, send, dung, phuc, factory_union) -> None:
    admit_member(phuc, factory_union, actor=dung, on=localdate() - timedelta(days=1))
    send(dung, "bulk-confirm", admission.pk)
    assert outcomes(admission)[phuc.pk] == "left"
    assert phuc.memberships.count() == 1


def test_a_row_changed_after_the_change_is_not_taken_back(send, dung, chi_worker, phuc) -> None:
    change = chosen(send, dung, "workers", "department", chi_worker.pk, phuc.pk)
    looked(send, dung, change, unit="CS-01", department="Chuyền 2")
    send(dung, "bulk-confirm", change.pk)
    place_at_work(phuc.employments.get(), actor=dung, enterprise=None, department="Chuyền 9")
    send(dung, "bulk-undo", change.pk)
    assert outcomes(change) == {chi_worker.pk: "undone", phuc.pk: "kept"}
    assert (chi_worker.employments.get().department, phuc.employments.get().department) == ("", "Chuyền 9")


def test_people_taken_off_the_rolls_come_back_also_after_their_last_day(send, dung, chi_worker) -> None:
    change = chosen(send, dung, "workers", "leave", chi_worker.pk)
    yesterday = localdate() - timedelta(days=1)
    looked(send, dung, change, unit="CS-01", last_day=yesterday.strftime("%d/%m/%Y"))
    send(dung, "bulk-confirm", change.pk)
    assert chi_worker.employments.get().ends_on == yesterday
    send(dung, "bulk-undo", change.pk)
    assert chi_worker.employments.get().ends_on == FOREVER


def test_a_record_of_another_reach_is_never_among_the_chosen(send, dung, chi_worker, neighbour, system) -> None:
    stranger = register_worker("Lạ Thử Mẫu", neighbour, actor=system, starts_on=localdate())
    change = chosen(send, dung, "workers", "department", chi_worker.pk, stranger.pk)
    assert list(outcomes(change)) == [chi_worker.pk]
    assert send(dung, "bulk-choose", "workers", action="leave", scope="picked", pick=stranger.pk).status_code == 409


def test_all_that_match_means_all_that_the_filters_find_for_this_reader(send, dung, chi_worker, phuc) -> None:
    send(dung, "bulk-choose", "workers", action="leave", scope="all", query="q=Phúc")
    assert list(outcomes(BulkChange.objects.get())) == [phuc.pk]


def test_nobody_else_finds_a_bulk_change(admission, giap, binh, chi, send, open_page) -> None:
    for stranger in (giap, binh, chi):
        assert open_page(stranger, f"/lists/changes/{admission.pk}/").status_code == 404
        for act in ("bulk-confirm", "bulk-undo"):
            assert send(stranger, act, admission.pk).status_code == 404
    assert not Membership.objects.exists()


def test_a_worker_and_a_stranger_may_choose_nothing(send, chi, binh, chi_worker) -> None:
    assert send(chi, "bulk-choose", "workers", action="leave", scope="picked", pick=chi_worker.pk).status_code == 404
    assert send(binh, "bulk-choose", "workers", action="leave", scope="picked", pick=chi_worker.pk).status_code == 409


def test_a_change_is_carried_out_once(admission, send, dung) -> None:
    send(dung, "bulk-confirm", admission.pk)
    assert send(dung, "bulk-confirm", admission.pk).status_code == 409
    assert Membership.objects.count() == 2


def test_after_the_days_for_it_a_change_is_not_taken_back(admission, send, dung) -> None:
    send(dung, "bulk-confirm", admission.pk)
    BulkChange.objects.update(finished_at=now() - timedelta(days=31), moved_at=now() - timedelta(days=31))
    assert send(dung, "bulk-undo", admission.pk).status_code == 409
    jobs.forget_expired()
    assert not BulkChange.objects.exists()


def test_many_rows_are_a_job_that_goes_on_where_it_stopped(send, dung, factory_union, monkeypatch) -> None:
    monkeypatch.setattr(changes, "AT_ONCE", 2)
    monkeypatch.setattr("donghanh.core.bulk.running.CHUNK", 2)
    people = [register_worker(f"Thử {n}", factory_union, actor=dung, starts_on=localdate()) for n in range(5)]
    change = chosen(send, dung, "workers", "department", *[worker.pk for worker in people])
    looked(send, dung, change, unit="CS-01", department="Chuyền 3")
    assert change.state == "looking"
    jobs.look(change.pk)
    send(dung, "bulk-confirm", change.pk)
    jobs.run(change.pk)
    jobs.run(change.pk)
    change.refresh_from_db()
    assert (change.state, set(outcomes(change).values())) == ("done", {"done"})
    assert AuditEntry.objects.filter(action="place_at_work").count() == 5


def test_work_that_breaks_off_says_so_and_goes_on(admission, send, dung, phuc, monkeypatch) -> None:
    """What was written stays, what was not is written when it goes on."""
    apply = "donghanh.people.bulk_workers.Admit.apply"
    with monkeypatch.context() as broken:
        broken.setattr(apply, lambda _self, _record: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            changes.carry_out(admission)
    admission.refresh_from_db()
    assert admission.state == "stopped"
    assert not Membership.objects.exists()
    send(dung, "bulk-confirm", admission.pk)
    assert Membership.objects.count() == 2


def test_sessions_are_put_under_another_topic_and_back(send, dung, session) -> None:
    topic = Topic.objects.in_use().exclude(code="wages")[0]
    change = chosen(send, dung, "sessions", "topics", session.pk)
    looked(send, dung, change, how="replace", topics=topic.pk)
    send(dung, "bulk-confirm", change.pk)
    assert list(session.topics.values_list("code", flat=True)) == [topic.code]
    send(dung, "bulk-undo", change.pk)
    assert list(session.topics.values_list("code", flat=True)) == ["wages"]


def test_sessions_are_cancelled_and_stand_again(send, dung, session) -> None:
    change = chosen(send, dung, "sessions", "cancel", session.pk)
    looked(send, dung, change, reason="Mất điện")
    send(dung, "bulk-confirm", change.pk)
    session.refresh_from_db()
    assert session.cancelled_at is not None
    send(dung, "bulk-undo", change.pk)
    session.refresh_from_db()
    assert session.cancelled_at is None


def test_a_session_that_is_cancelled_already_is_left_out(send, dung, session) -> None:
    cancel_session(session, actor=dung, at=now(), reason="Mưa")
    change = chosen(send, dung, "sessions", "cancel", session.pk)
    looked(send, dung, change, reason="Mất điện")
    assert outcomes(change) == {session.pk: "left"}


def test_what_is_typed_wrongly_is_asked_again(send, dung, session) -> None:
    change = chosen(send, dung, "sessions", "cancel", session.pk)
    assert send(dung, "bulk-detail", change.pk, reason="").status_code == 422


def test_employers_get_a_sector_and_the_old_one_back(send, dung, factory_union) -> None:
    one = register_enterprise("Công ty Thử", factory_union, actor=dung, sector="gỗ")
    change = chosen(send, dung, "enterprises", "sector", one.pk)
    looked(send, dung, change, sector="may mặc")
    send(dung, "bulk-confirm", change.pk)
    one.refresh_from_db()
    assert one.sector == "may mặc"
    send(dung, "bulk-undo", change.pk)
    one.refresh_from_db()
    assert one.sector == "gỗ"


def test_an_erased_person_leaves_nothing_to_take_back(admission, send, dung, phuc) -> None:
    send(dung, "bulk-confirm", admission.pk)
    changes.forget_record("people.Worker", [phuc.pk])
    send(dung, "bulk-undo", admission.pk)
    assert phuc.memberships.count() == 1
    assert admission.rows.get(record_id=phuc.pk).before is None
