"""An import from file to undo: nothing lost, nothing twice, and everything as before when taken back."""

from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps
from django.utils import timezone

from donghanh.core.errors import NotForYou
from donghanh.core.import_models import BatchState, ImportBatch, ImportChange
from donghanh.core.imports import batches, jobs
from donghanh.core.imports.errors import NotNow, UndoExpired, UnknownKind
from donghanh.core.imports.importer import Importer
from donghanh.core.imports.inline import run_import
from donghanh.core.imports.registry import importer_of, importers
from donghanh.core.imports.running import run_batch
from donghanh.core.imports.undoing import rows_left
from donghanh.core.models import AuditEntry
from donghanh.core.tests.spreadsheets import Lines, saved, xlsx

CHUNK = 5
HEADINGS = ["Họ và tên", "Mã đoàn viên", "Số điện thoại", "Ngày vào làm", "Ngày kết nạp"]


def people(first: int, last: int, surname: str = "Lê") -> list[list[str]]:
    return [[f"{surname} Thử {n}", f"DV{n}", f"09{n:08d}", "01/03/2024", "01/06/2024"] for n in range(first, last + 1)]


@pytest.fixture(autouse=True)
def _small_chunks(monkeypatch) -> None:
    monkeypatch.setattr(workers(), "chunk_size", CHUNK)


def workers() -> type[Importer]:
    importer = importer_of("workers")
    assert importer is not None
    return importer


@pytest.fixture
def upload(dung, factory_union):
    """Upload a list of workers as Dung and have it looked through."""

    def run(lines: Lines) -> ImportBatch:
        batch = batches.upload(workers(), factory_union.pk, xlsx([HEADINGS, *lines]), "danh-sach.xlsx", actor=dung)
        jobs.check(batch.pk)
        batch.refresh_from_db()
        return batch

    return run


@pytest.fixture
def take_in(upload, dung):
    """Upload a list and have it written."""

    def run(lines: Lines) -> ImportBatch:
        batch: ImportBatch = upload(lines)
        batches.confirm(batch, actor=dung)
        jobs.run(batch.pk)
        batch.refresh_from_db()
        return batch

    return run


def undo(batch: ImportBatch, actor: Any) -> None:
    batches.undo(batch, actor=actor)
    jobs.undo(batch.pk)
    batch.refresh_from_db()


def worker_table() -> Any:
    return apps.get_model("people", "Worker").objects


def everything() -> list[Any]:
    """Return all that is on record about people, whole."""
    names = ("Worker", "Employment", "Membership", "Enterprise")
    return [list(apps.get_model("people", name).objects.order_by("pk").values()) for name in names]


def counts(batch: ImportBatch) -> tuple[int, int, int, int]:
    return batch.new_count, batch.changed_count, batch.same_count, batch.bad_count


# --- Reading and writing -----------------------------------------------------------------------


def test_looking_through_a_file_counts_and_writes_nothing(upload) -> None:
    before = everything()
    batch = upload([*people(1, 12), ["Lê Sai", "DVx", "12"]])
    assert (batch.state, counts(batch)) == (BatchState.CHECKED, (12, 0, 0, 1))
    problem = batch.problems.get()
    assert (problem.row, problem.typed) == (14, "12")
    assert everything() == before


def test_a_confirmed_import_writes_the_good_rows_and_says_so(take_in) -> None:
    batch = take_in([*people(1, 12), ["Lê Sai", "DVx", "12"]])
    assert (batch.state, counts(batch), batch.position) == (BatchState.DONE, (12, 0, 0, 1), 13)
    assert worker_table().count() == 12
    assert AuditEntry.objects.filter(action="import_workers", subject_id=str(batch.pk)).exists()


def test_what_changed_on_record_since_the_trial_is_seen_when_writing(upload, take_in, dung) -> None:
    waiting = upload(people(1, 8))
    take_in(people(1, 4))
    batches.confirm(waiting, actor=dung)
    jobs.run(waiting.pk)
    waiting.refresh_from_db()
    assert counts(waiting) == (4, 0, 4, 0)
    assert worker_table().count() == 8


@pytest.mark.parametrize("killed_in", [1, 2, 3])
def test_a_killed_import_goes_on_where_it_stopped(upload, dung, monkeypatch, killed_in) -> None:
    batch = upload(people(1, 12))
    batches.confirm(batch, actor=dung)
    monkeypatch.setattr(workers(), "write", dying(workers().write, killed_in, KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        jobs.run(batch.pk)
    batch.refresh_from_db()
    assert (batch.state, batch.position) == (BatchState.RUNNING, (killed_in - 1) * CHUNK)
    assert worker_table().count() == batch.position

    jobs.run(batch.pk)
    batch.refresh_from_db()
    assert (batch.state, counts(batch)) == (BatchState.DONE, (12, 0, 0, 0))
    assert worker_table().count() == 12


def dying(write: Any, turn: int, death: type[BaseException]) -> Any:
    """Let ``write`` die once, after it has written a chunk that is not yet committed."""
    calls = iter(range(1, 1000))

    def run(importer: Importer, rows: Any, journal: Any) -> None:
        write(importer, rows, journal)
        if next(calls) == turn:
            raise death

    return run


def test_an_unforeseen_fault_says_what_is_saved_and_the_rest_can_go_on(upload, dung, monkeypatch) -> None:
    batch = upload(people(1, 12))
    batches.confirm(batch, actor=dung)
    monkeypatch.setattr(workers(), "write", dying(workers().write, 2, RuntimeError))
    with pytest.raises(RuntimeError):
        jobs.run(batch.pk)
    batch.refresh_from_db()
    assert (batch.state, batch.position, batch.may_go_on) == (BatchState.FAILED, CHUNK, True)
    assert batch.failure

    batches.confirm(batch, actor=dung)
    jobs.run(batch.pk)
    batch.refresh_from_db()
    assert (batch.state, counts(batch)) == (BatchState.DONE, (12, 0, 0, 0))


def test_stopping_keeps_what_is_written_and_lets_the_rest_go_on(upload, dung) -> None:
    batch = upload(people(1, 12))
    batches.confirm(batch, actor=dung)
    run_batch(batch, progress=lambda _done, _total: batches.stop(batch, actor=dung))
    batch.refresh_from_db()
    assert (batch.state, worker_table().count()) == (BatchState.STOPPED, CHUNK)

    batches.confirm(batch, actor=dung)
    jobs.run(batch.pk)
    batch.refresh_from_db()
    assert (batch.state, counts(batch)) == (BatchState.DONE, (12, 0, 0, 0))


def test_a_job_that_comes_twice_writes_once(upload, dung) -> None:
    batch = upload(people(1, 12))
    batches.confirm(batch, actor=dung)
    late = ImportBatch.objects.get(pk=batch.pk)
    jobs.run(batch.pk)
    run_batch(late)
    jobs.run(batch.pk)
    jobs.check(batch.pk)
    batch.refresh_from_db()
    assert (batch.state, counts(batch), worker_table().count()) == (BatchState.DONE, (12, 0, 0, 0), 12)


@pytest.mark.parametrize("step", [batches.stop, batches.undo])
def test_a_step_out_of_turn_is_refused(upload, dung, step) -> None:
    with pytest.raises(NotNow):
        step(upload(people(1, 2)), actor=dung)


def test_a_finished_import_is_not_written_again(take_in, dung) -> None:
    with pytest.raises(NotNow):
        batches.confirm(take_in(people(1, 2)), actor=dung)


def test_no_step_is_open_to_a_stranger(upload, take_in, factory_union, binh, chi) -> None:
    waiting, done = upload(people(1, 2)), take_in(people(3, 4))
    for stranger in (binh, chi):
        with pytest.raises(NotForYou):
            batches.upload(workers(), factory_union.pk, xlsx([HEADINGS]), "a.xlsx", actor=stranger)
        for step, batch in [(batches.confirm, waiting), (batches.stop, waiting), (batches.undo, done)]:
            with pytest.raises(NotForYou):
                step(batch, actor=stranger)
        with pytest.raises(NotForYou):
            batches.batch_for(stranger, done.pk)
    assert not batches.batches_of(batches.open_lists(chi)).exists()


# --- Taking back -------------------------------------------------------------------------------


def test_taking_back_restores_exactly_what_was_there(take_in, dung) -> None:
    take_in(people(1, 7))
    before = everything()
    renamed = [[f"Lê Thử {n}", f"DV{n}", f"08{n:08d}", "02/03/2024", "02/06/2024"] for n in range(3, 8)]
    batch = take_in([*renamed, *people(8, 17)])
    assert counts(batch) == (10, 5, 0, 0)
    assert everything() != before
    undo(batch, dung)
    assert (batch.state, everything()) == (BatchState.UNDONE, before)
    assert rows_left(batch, 50) == ([], 0)


def test_a_name_that_returns_is_found_by_its_old_spelling(take_in, dung) -> None:
    take_in(people(1, 1))
    undo(take_in([["Lê Thử Mới", "DV1", "0900000001"]]), dung)
    assert worker_table().get().folded_name == "le thu 1"


def test_a_row_that_was_edited_since_is_left_and_named(take_in, dung) -> None:
    batch = take_in(people(1, 3))
    worker_table().filter(member_no="DV2").update(phone="0911111111")
    undo(batch, dung)
    rows, count = rows_left(batch, 50)
    assert [(row.number, row.name) for row in rows] == [(3, "Lê Thử 2")]
    assert count == 1
    kept = worker_table().get()
    assert kept.member_no == "DV2"
    assert kept.employments.exists(), "a row is left whole"


def test_a_person_who_was_present_somewhere_is_left_and_named(take_in, dung, factory_union) -> None:
    batch = take_in(people(1, 3))
    worker = worker_table().get(member_no="DV3")
    attendance = apps.get_model("gatherings", "Attendance")
    now = timezone.now()
    attendance.objects.create(
        unit_id=factory_union.pk, session_id=1, worker_id=worker.pk, grade="A", source="qr", checked_in_at=now,
        recorded_at=now,
    )  # fmt: skip
    undo(batch, dung)
    rows, _count = rows_left(batch, 50)
    assert [row.name for row in rows] == ["Lê Thử 3"]
    assert list(worker_table().values_list("pk", flat=True)) == [worker.pk]


def test_a_person_who_got_an_account_is_left_and_named(take_in, dung, system, factory_union) -> None:
    batch = take_in(people(1, 1))
    account = apps.get_model("people", "WorkerAccount")
    account.objects.create(user=system, worker=worker_table().get(), bound_by=system, bound_at=timezone.now())
    undo(batch, dung)
    assert worker_table().count() == 1


def test_a_record_that_is_gone_already_is_no_obstacle(take_in, dung) -> None:
    batch = take_in(people(1, 2))
    worker = worker_table().get(member_no="DV1")
    worker.employments.all().delete()
    worker.memberships.all().delete()
    worker.delete()
    undo(batch, dung)
    assert not worker_table().exists()
    assert rows_left(batch, 50) == ([], 0)


def test_taking_back_that_was_killed_goes_on_where_it_stopped(take_in, dung, monkeypatch) -> None:
    from donghanh.core.imports import undoing

    batch = take_in(people(1, 12))
    monkeypatch.setattr(undoing, "SLICE", 9)
    batches.undo(batch, actor=dung)
    with monkeypatch.context() as dying_now:
        dying_now.setattr(undoing, "_note", raising(undoing._note, 2, KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            jobs.undo(batch.pk)
    assert 0 < worker_table().count() < 12
    jobs.undo(batch.pk)
    jobs.undo(batch.pk)
    assert not worker_table().exists()
    assert AuditEntry.objects.filter(action="undo_import_workers").count() == 1


def raising(function: Any, turn: int, death: type[BaseException]) -> Any:
    calls = iter(range(1, 1000))

    def run(*args: Any) -> None:
        if next(calls) == turn:
            raise death
        function(*args)

    return run


def test_a_stopped_import_is_taken_back_as_far_as_it_came(upload, dung) -> None:
    batch = upload(people(1, 12))
    batches.confirm(batch, actor=dung)
    run_batch(batch, progress=lambda _done, _total: batches.stop(batch, actor=dung))
    undo(batch, dung)
    assert not worker_table().exists()


def test_any_import_is_taken_back_but_for_the_rows_that_a_later_one_changed(take_in, dung) -> None:
    first = take_in(people(1, 3))
    second = take_in([*people(2, 2, surname="Trần"), *people(4, 6)])
    undo(first, dung)
    rows, _count = rows_left(first, 50)
    assert [(row.number, row.name) for row in rows] == [(3, "Trần Thử 2")]
    assert set(worker_table().values_list("member_no", flat=True)) == {"DV2", "DV4", "DV5", "DV6"}
    undo(second, dung)
    assert list(worker_table().values_list("full_name", flat=True)) == ["Lê Thử 2"]


@pytest.mark.parametrize(("days", "allowed"), [(29, True), (31, False)])
def test_an_import_is_taken_back_within_its_days(take_in, dung, settings, days, allowed) -> None:
    settings.UNDO_DAYS = 30
    batch = take_in(people(1, 2))
    ImportBatch.objects.update(finished_at=timezone.now() - timedelta(days=days))
    batch.refresh_from_db()
    assert (batches.why_not_undo(batch) is None) is allowed
    if allowed:
        undo(batch, dung)
    else:
        with pytest.raises(UndoExpired):
            batches.undo(batch, actor=dung)


def test_files_and_old_values_are_forgotten_with_the_right_to_take_back(take_in, settings) -> None:
    settings.UNDO_DAYS = 30
    batch = take_in([*people(1, 2), ["Lê Sai", "DVx", "12"]])
    path = batch.file.path
    ImportBatch.objects.update(moved_at=timezone.now() - timedelta(days=31))
    batches.forget_expired()
    batch.refresh_from_db()
    assert not batch.file
    assert not ImportChange.objects.exists()
    assert not batch.problems.exists()
    with pytest.raises(FileNotFoundError):
        open(path, "rb")  # noqa: PTH123, SIM115 - it is not there


# --- From the command line ---------------------------------------------------------------------


def test_the_same_file_goes_on_where_the_command_was_killed(tmp_path, dung, factory_union, monkeypatch) -> None:
    path = saved(tmp_path, [HEADINGS, *people(1, 12)])
    with monkeypatch.context() as dying_now:
        dying_now.setattr(workers(), "write", dying(workers().write, 2, KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            run_import("workers", path, actor=dung, unit=factory_union)
    heard: list[tuple[int, int]] = []
    report = run_import(
        "workers", path, actor=dung, unit=factory_union, progress=lambda *how_far: heard.append(how_far)
    )
    assert (report.new, report.bad) == (12, 0)
    assert (ImportBatch.objects.count(), worker_table().count()) == (1, 12)
    assert heard == [(10, 12), (12, 12)]


def test_a_kind_that_nobody_takes_in_is_named_with_those_there_are(tmp_path, system) -> None:
    with pytest.raises(UnknownKind, match="units, enterprises, workers"):
        run_import("ducks", saved(tmp_path, [HEADINGS]), actor=system)


@pytest.mark.parametrize("importer", importers(), ids=lambda importer: importer.kind)
def test_no_heading_names_two_columns(importer) -> None:
    headings = [heading for column in importer.columns for heading in column.keys]
    assert len(headings) == len(set(headings))
