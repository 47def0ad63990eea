"""An erased person is nowhere by name, and every figure stays what it was."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.apps import apps
from django.core.files.base import ContentFile
from django.db import models, transaction
from django.db.models.functions import Cast
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from donghanh.core.backup import steps
from donghanh.core.errors import NotForYou
from donghanh.core.import_models import BatchState, ImportBatch, ImportChange, Outcome
from donghanh.gatherings import services as gatherings
from donghanh.gatherings.models import Attendance
from donghanh.kernel.periods import Period
from donghanh.org.models import Unit, User
from donghanh.people.errors import RecordErased
from donghanh.people.models import Employment, Worker, WorkerAccount
from donghanh.people.services import admit_member, end_membership, merge_workers, register_worker, update_worker
from donghanh.people.services.identity import person_for
from donghanh.privacy import journal, services
from donghanh.privacy.choices import ErasureCause
from donghanh.privacy.choices import Outcome as Answered
from donghanh.privacy.erasing import erase
from donghanh.privacy.errors import HeldByLaw, SecondPersonNeeded
from donghanh.privacy.models import DataRequest, ErasureRecord
from donghanh.privacy.persons import person_behind
from donghanh.privacy.tests.conftest import CANARIES
from donghanh.reporting.reach import Question, home, hosted
from donghanh.reporting.tests.test_random_histories import MOMENT, fold, histories


def where(needle: str) -> Iterator[str]:
    """Name every column of the database that holds a text."""
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            texts: Any = Cast(field.name, models.TextField())
            if isinstance(field, (models.BinaryField, models.CompositePrimaryKey)):
                continue
            if model._base_manager.annotate(as_text=texts).filter(as_text__icontains=needle).exists():
                yield f"{model._meta.label}.{field.name}"


def columns_with_canaries() -> set[str]:
    return {column for needle in CANARIES for column in where(needle)}


def ask_for_erasure(worker: Worker, user: User, at) -> DataRequest:
    return services.ask(worker, "erasure", actor=user, at=at, words=f"Xóa giúp tôi, {CANARIES[0]}, {CANARIES[2]}")


def imported(worker: Worker, user: User, at, **facts: Any) -> ImportBatch:
    """Leave behind what an import of the person's row leaves."""
    batch = ImportBatch(
        kind="workers", unit_id=1, state=BatchState.DONE, file_name="danh-sach.csv", file_sha256="0" * 64,
        language="vi", row_count=2, position=2, created_by=user, created_at=at, moved_at=at, **facts,
    )  # fmt: skip
    batch.file.save("danh-sach.csv", ContentFile(CANARIES[0].encode()), save=False)
    batch.save()
    batch.changes.create(
        row=2, model="people.Worker", record_id=worker.pk, before={"phone": "0900"}, after={"phone": CANARIES[2]}
    )
    employment = worker.employments.get()
    batch.changes.create(
        row=2, model="people.Employment", record_id=employment.pk, before=None, after={"department": CANARIES[5]}
    )
    batch.problems.create(row=3, column="Họ tên", typed=CANARIES[0], sentence=f"{CANARIES[2]} đã có", hint="")
    return batch


def test_nothing_that_identified_her_is_left_in_any_column(known_chi, chi, dung, session, nine) -> None:
    gatherings.check_in(session, known_chi, actor=dung, at=nine)
    services.give_consent(known_chi, "contact", actor=dung, at=nine, evidence=f"Tủ 2, {CANARIES[0]}")
    imported(known_chi, dung, nine)
    request = ask_for_erasure(known_chi, chi, nine)
    assert len(columns_with_canaries()) > 12
    services.erase_by_request(request, actor=dung, at=nine)
    assert columns_with_canaries() == set()


def test_her_numbers_and_her_presence_stay(known_chi, chi, dung, session, nine) -> None:
    gatherings.check_in(session, known_chi, actor=dung, at=nine)
    services.erase_by_request(ask_for_erasure(known_chi, chi, nine), actor=dung, at=nine)
    known_chi.refresh_from_db()
    assert (known_chi.full_name, known_chi.erased_at) == (f"Đã ẩn danh {known_chi.pk}", nine)
    assert Attendance.objects.filter(worker_id=known_chi.pk).count() == 1
    assert Employment.objects.filter(worker=known_chi).count() == 1


def test_her_account_is_closed_and_identifies_nobody(known_chi, chi, dung, nine, client) -> None:
    client.force_login(chi)
    services.erase_by_request(ask_for_erasure(known_chi, chi, nine), actor=dung, at=nine)
    chi.refresh_from_db()
    assert (chi.is_active, chi.phone, chi.has_usable_password()) == (False, None, False)
    assert not chi.grants.on(date(2099, 1, 1)).exists()
    assert not WorkerAccount.objects.exists()
    assert client.get("/privacy/mine/").status_code == 302


def test_records_that_were_merged_into_hers_go_with_it(known_chi, chi, dung, factory_union, nine) -> None:
    double = register_worker(CANARIES[0], factory_union, actor=dung, starts_on=nine.date(), phone=CANARIES[2])
    merge_workers(known_chi, double, actor=dung, at=nine)
    services.erase_by_request(ask_for_erasure(known_chi, chi, nine), actor=dung, at=nine)
    assert columns_with_canaries() == set()
    assert set(ErasureRecord.objects.values_list("worker_id", flat=True)) == {known_chi.pk, double.pk}


def test_two_provisional_people_may_both_be_anonymous(system, nine) -> None:
    for name in ("Thử Một", "Thử Hai"):
        erase(person_behind(person_for("0900000009", name)), cause=ErasureCause.PROVISIONAL, at=nine)
    names = Worker.objects.filter(is_provisional=True).values_list("full_name", flat=True)
    assert len(set(names)) == 2


def test_an_import_that_brought_her_is_not_taken_back_over_her(known_chi, chi, dung, nine) -> None:
    batch = imported(known_chi, dung, nine)
    stored = batch.file.path
    services.erase_by_request(ask_for_erasure(known_chi, chi, nine), actor=dung, at=nine)
    assert set(ImportChange.objects.values_list("outcome", flat=True)) == {Outcome.IN_USE}
    assert list(ImportChange.objects.order_by("pk").values_list("before", "after")) == [({}, {}), (None, {})]
    batch.refresh_from_db()
    assert not batch.file
    with pytest.raises(FileNotFoundError):
        open(stored)  # noqa: PTH123, SIM115 - the path must lead nowhere


def test_an_erased_record_takes_no_new_facts(known_chi, chi, dung, factory_union, workmate, nine) -> None:
    services.erase_by_request(ask_for_erasure(known_chi, chi, nine), actor=dung, at=nine)
    known_chi.refresh_from_db()
    with pytest.raises(RecordErased):
        update_worker(known_chi, actor=dung, unit=factory_union, full_name="Ví Dụ")
    with pytest.raises(RecordErased):
        admit_member(known_chi, factory_union, actor=dung, on=nine.date())
    with pytest.raises(RecordErased):
        merge_workers(workmate, known_chi, actor=dung, at=nine)


def test_a_member_is_erased_only_after_the_membership_has_ended(known_chi, chi, dung, factory_union, nine) -> None:
    today = nine.date()
    admit_member(known_chi, factory_union, actor=dung, on=today - timedelta(days=30))
    request = ask_for_erasure(known_chi, chi, nine)
    with pytest.raises(HeldByLaw, match="đoàn viên"):
        services.erase_by_request(request, actor=dung, at=nine)
    end_membership(known_chi, factory_union, actor=dung, last_day=today - timedelta(days=1))
    assert services.erase_by_request(request, actor=dung, at=nine).outcome == Answered.DONE


def test_a_hold_keeps_the_data_until_it_is_lifted(known_chi, chi, dung, nine) -> None:
    hold = services.place_hold(known_chi, actor=dung, reason="Vụ kiện", until=date(2027, 1, 1), at=nine)
    request = ask_for_erasure(known_chi, chi, nine)
    with pytest.raises(HeldByLaw, match="Vụ kiện"):
        services.erase_by_request(request, actor=dung, at=nine)
    services.lift_hold(hold, actor=dung, at=nine)
    services.erase_by_request(request, actor=dung, at=nine)
    known_chi.refresh_from_db()
    assert known_chi.erased_at


def test_whoever_entered_an_erasure_from_paper_does_not_carry_it_out(known_chi, dung, giang, em, nine) -> None:
    request = services.ask(known_chi, "erasure", actor=dung, at=nine, evidence="Tủ 1, hồ sơ 3")
    with pytest.raises(SecondPersonNeeded, match="Dung"):
        services.erase_by_request(request, actor=dung, at=nine)
    with transaction.atomic():
        services.erase_by_request(request, actor=em, at=nine)  # The union directly above finds a second person too.
        transaction.set_rollback(True)
    services.erase_by_request(request, actor=giang, at=nine)


def test_a_stranger_erases_nobody(known_chi, chi, binh, an, nine) -> None:
    request = ask_for_erasure(known_chi, chi, nine)
    for stranger in (binh, an, chi):
        with pytest.raises(NotForYou):
            services.erase_by_request(request, actor=stranger, at=nine)


def test_an_older_backup_is_erased_again_by_the_restore(
    known_chi, chi, dung, system, nine, django_capture_on_commit_callbacks
) -> None:
    before = {field.attname: getattr(known_chi, field.attname) for field in Worker._meta.concrete_fields}
    with django_capture_on_commit_callbacks(execute=True):
        services.erase_by_request(ask_for_erasure(known_chi, chi, nine), actor=dung, at=nine)
    kept = services.kept_erasures()
    Worker.objects.filter(pk=known_chi.pk).update(**before)
    ErasureRecord.objects.all().delete()
    {step.name: step for step in steps.steps()}["erasures"].replay(kept)
    known_chi.refresh_from_db()
    assert known_chi.erased_at
    assert CANARIES[0] not in known_chi.full_name
    assert services.replay_erasures(kept, actor=system).erased == []
    assert ErasureRecord.objects.filter(worker_id=known_chi.pk).count() == 2


def test_the_list_beside_the_database_is_enough_to_erase_again(
    known_chi, chi, dung, system, nine, django_capture_on_commit_callbacks
) -> None:
    before = {field.attname: getattr(known_chi, field.attname) for field in Worker._meta.concrete_fields}
    with django_capture_on_commit_callbacks(execute=True):
        services.erase_by_request(ask_for_erasure(known_chi, chi, nine), actor=dung, at=nine)
    assert not any(needle in journal.journal().read_text("utf-8") for needle in CANARIES)
    Worker.objects.filter(pk=known_chi.pk).update(**before)
    ErasureRecord.objects.all().delete()
    assert services.replay_erasures(actor=system).erased == [known_chi.pk]


def test_somebody_who_got_the_number_since_is_not_erased_for_another(known_chi, chi, dung, system, nine) -> None:
    services.erase_by_request(ask_for_erasure(known_chi, chi, nine), actor=dung, at=nine)
    kept = services.kept_erasures()
    ErasureRecord.objects.all().delete()
    Worker.objects.filter(pk=known_chi.pk).update(full_name="Ai Khác Thử", phone="0900000077", erased_at=None)
    done = services.replay_erasures(kept, actor=system)
    assert (done.erased, done.unsure) == ([], [known_chi.pk])


@pytest.mark.django_db
@settings(
    max_examples=15, deadline=None, suppress_health_check=list(HealthCheck), phases=(Phase.explicit, Phase.generate)
)
@given(history=histories(), gone=st.sets(st.integers(0, 5), min_size=1), folded=st.sampled_from(["none", "all"]))
def test_figures_of_any_history_are_the_same_after_any_erasure(history, gone, folded) -> None:
    from donghanh.reporting.history import import_history

    with transaction.atomic():
        import_history(history, actor=User.objects.system())
        fold(folded)
        before = _figures()
        workers = list(Worker.objects.order_by("pk"))
        for number in gone:
            worker = workers[number % len(workers)]
            worker.refresh_from_db()
            if not worker.erased_at:
                erase(person_behind(worker), cause=ErasureCause.REQUEST, at=MOMENT)
        fold("all")
        assert _figures() == before
        transaction.set_rollback(True)


def _figures() -> list[Any]:
    found = []
    for unit in Unit.objects.order_by("pk"):
        question = Question(unit, Period.parse("2026"), at=MOMENT)
        was_hosted, at_home = hosted(question), home(question)
        found.append(
            (was_hosted.sessions, was_hosted.attendances, was_hosted.people, was_hosted.people_by_best_grade,
             sorted(at_home.on_rolls), sorted(at_home.reached), sorted(at_home.not_reached))
        )  # fmt: skip
    return found
