"""A backup gives back identical checksums and the uploaded files, on every engine; or changes nothing."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from shutil import copyfile
from threading import Event, Thread
from time import sleep

import pytest
from django.contrib.sessions.models import Session
from django.db import OperationalError, connection, connections
from django.utils.timezone import now

from donghanh.core import audit, audit_chain, audit_guard
from donghanh.core.backup import contents, database, steps
from donghanh.core.backup.errors import (
    BackupBroken,
    BackupLocked,
    BackupTooNew,
    DatabaseInUse,
    DatabaseNotEmpty,
    FieldKeyMissing,
    PresentUnreadable,
)
from donghanh.core.backup.restoring import has_work, restore
from donghanh.core.backup.taking import take
from donghanh.core.models import Allowance, AuditEntry
from donghanh.kernel.configuration import new_field_key
from donghanh.org.models import User
from donghanh.org.services import found_unit
from donghanh.people.services import register_worker

pytestmark = pytest.mark.django_db
KEY = b"a key of a good length"
DAY = date(2024, 1, 1)


@pytest.fixture(autouse=True)
def files(settings, tmp_path) -> Path:
    """Keep uploaded files in a folder of the test."""
    folder: Path = tmp_path / "files"
    settings.MEDIA_ROOT = folder
    return folder


@contextmanager
def sqlite_site(path: Path, *, like: Path | None = None) -> Iterator[None]:
    """Work on an SQLite database of its own, made afresh or as a copy."""
    if like:
        copyfile(like, path)
    options = {"timeout": 20, "transaction_mode": "IMMEDIATE", "init_command": "PRAGMA journal_mode=WAL"}
    with database.standing_in(ENGINE="django.db.backends.sqlite3", NAME=str(path), OPTIONS=options, TEST={}):
        if not like:
            database.migrate_to_newest()
        yield


@contextmanager
def postgres_site(name: str) -> Iterator[None]:
    """Work on a PostgreSQL database of its own, beside the one of the suite."""
    usual = connections["default"].copy()
    with usual.cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {name}")
    try:
        with database.standing_in(NAME=name):
            yield
    finally:
        with usual.cursor() as cursor:
            cursor.execute(f"DROP DATABASE {name} WITH (FORCE)")
        usual.close()


def work(files: Path) -> None:
    """Leave some work behind: rows of many kinds, sealed entries, files, a gap after the last number."""
    system = User.objects.system()
    root = found_unit("TLD", "Tổng Liên đoàn", "confederation", actor=system, parent=None, on=DAY)
    register_worker("Lê Thị Ví Dụ “Chi”", root, actor=system, starts_on=DAY, phone="0900000001")
    Allowance.objects.create(name="first", key="x", opened_at=now(), used=1)
    Allowance.objects.create(name="last", key="x", opened_at=now(), used=1).delete()
    for number in range(3):
        audit.record(system, "try", system, words=f"“{number}”\n\\", share=0.1 + number)
    audit_chain.seal_waiting()
    audit.record(system, "waits", system)
    Session.objects.create(session_key="a" * 32, session_data="x", expire_date=now() + timedelta(days=1))
    (files / "anh").mkdir(parents=True)
    (files / "anh" / "ký.jpg").write_bytes(bytes(range(256)) * 9000)
    (files / "empty.pdf").touch()


def quiet(words: str) -> None:
    """Take what is told."""


@pytest.fixture(scope="module")
def taken(tmp_path_factory, django_db_setup, django_db_blocker) -> Path:
    """Take one backup of an SQLite site for the whole module."""
    from django.test import override_settings

    folder: Path = tmp_path_factory.mktemp("taken")
    with django_db_blocker.unblock(), override_settings(MEDIA_ROOT=folder / "files"):
        with sqlite_site(folder / "empty"):
            pass
        with sqlite_site(folder / "db", like=folder / "empty"):
            work(folder / "files")
            take(folder / "backup", at=now())
            take(folder / "sealed", at=now(), key=KEY)
    return folder


@contextmanager
def empty_site(taken: Path, tmp_path: Path) -> Iterator[None]:
    """Work on an empty database of the engine that the suite runs on."""
    if connection.vendor == "postgresql":
        with postgres_site("donghanh_restored"):
            yield
    else:
        with sqlite_site(tmp_path / "db", like=taken / "empty"):
            yield


def test_rows_and_files_come_back_the_same(taken, tmp_path, files) -> None:
    wanted = contents.check(taken / "backup")[1]
    assert wanted.tables["people_worker"]["rows"] == 1
    assert wanted.tables["core_auditentry"]["rows"] > 4
    assert wanted.files.keys() == {"anh/ký.jpg", "empty.pdf"}
    with empty_site(taken, tmp_path):
        restore(taken / "backup", at=now(), tell=quiet)
        again = take(tmp_path / "again", at=now())
        assert again.tables == wanted.tables
        assert again.files == wanted.files
        assert again.counters == wanted.counters
        assert audit_chain.first_fault() is None
        assert audit_guard.is_whole(connection)
        assert not Session.objects.exists()
        assert User.objects.system().is_system
        fresh = Allowance.objects.create(name="fresh", key="x", opened_at=now(), used=1)
        assert fresh.pk == wanted.counters["core_allowance"] + 1 == 3, "a number was given out twice"
    assert (files / "anh" / "ký.jpg").read_bytes() == bytes(range(256)) * 9000


def test_a_database_with_work_is_replaced_only_when_told_to(taken, tmp_path, files) -> None:
    with empty_site(taken, tmp_path):
        system = User.objects.system() if connection.vendor == "sqlite" else None
        if system is None:
            database.migrate_to_newest()
            system = User.objects.system()
        audit.record(system, "later_work", system)
        with pytest.raises(DatabaseNotEmpty, match="--replace"):
            restore(taken / "backup", at=now(), tell=quiet)
        assert AuditEntry.objects.get().action == "later_work"
        done = restore(taken / "backup", at=now(), replace=True, tell=quiet)
        assert not AuditEntry.objects.filter(action="later_work").exists()
    if done.kept_aside:
        with sqlite3.connect(done.kept_aside) as old:
            assert old.execute("SELECT action FROM core_auditentry").fetchall() == [("later_work",)]
        old.close()


def test_a_sealed_backup_opens_with_its_key_only(taken) -> None:
    assert contents.check(taken / "sealed", KEY)[1].row_count == contents.check(taken / "backup")[1].row_count
    with pytest.raises(BackupLocked, match="--key-file"):
        contents.check(taken / "sealed")
    with pytest.raises(BackupLocked, match="does not open"):
        contents.check(taken / "sealed", b"another key of good length")
    with pytest.raises(BackupLocked, match="at least 16"):
        contents.check(taken / "sealed", b"short")


def test_a_sealed_backup_shows_nothing(taken) -> None:
    assert b"core_auditentry" not in (taken / "sealed").read_bytes()
    assert (taken / "sealed").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(("name", "key"), [("backup", None), ("sealed", KEY)])
@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.999])
def test_a_backup_that_was_cut_off_is_refused(taken, tmp_path, name, key, share) -> None:
    whole = (taken / name).read_bytes()
    (tmp_path / "cut").write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(BackupBroken):
        contents.check(tmp_path / "cut", key)


@pytest.mark.parametrize(("name", "key"), [("backup", None), ("sealed", KEY)])
def test_a_backup_that_was_changed_is_refused(taken, tmp_path, name, key) -> None:
    changed = bytearray((taken / name).read_bytes())
    for place in range(len(changed) // 5, len(changed), len(changed) // 5):
        changed[place] ^= 0xFF
    (tmp_path / "changed").write_bytes(changed)
    with pytest.raises((BackupBroken, BackupLocked)):
        contents.check(tmp_path / "changed", key)


def test_what_is_no_backup_is_refused(tmp_path) -> None:
    (tmp_path / "photo").write_bytes(b"\xff\xd8\xff" * 100)
    with pytest.raises(BackupBroken, match="no backup"):
        contents.check(tmp_path / "photo")


def test_a_restore_that_fails_leaves_everything_as_it_was(taken, tmp_path, files) -> None:
    whole = (taken / "backup").read_bytes()
    (tmp_path / "cut").write_bytes(whole[: int(len(whole) * 0.9)])
    with empty_site(taken, tmp_path):
        database.migrate_to_newest()
        system = User.objects.system()
        audit.record(system, "present_work", system)
        with pytest.raises(BackupBroken):
            restore(tmp_path / "cut", at=now(), replace=True, tell=quiet)
        assert AuditEntry.objects.get().action == "present_work"
    assert not files.exists()
    assert not list(tmp_path.glob("*.restoring*"))


def test_a_backup_of_a_newer_version_is_refused(taken, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(database, "unknown", lambda migrations: ["core.9999_from_the_future"])
    with empty_site(taken, tmp_path), pytest.raises(BackupTooNew, match="9999_from_the_future"):
        restore(taken / "backup", at=now(), tell=quiet)


def test_a_backup_is_not_restored_where_its_phones_could_not_be_read(taken, tmp_path, settings) -> None:
    settings.FIELD_KEYS = [new_field_key()]
    with empty_site(taken, tmp_path), pytest.raises(FieldKeyMissing, match=r"field\.keys"):
        restore(taken / "backup", at=now(), tell=quiet)


def test_what_must_not_be_undone_is_done_again_before_anybody_sees_the_data(taken, tmp_path, monkeypatch) -> None:
    seen: list[object] = []

    def replay(kept: object) -> None:
        seen.append(kept)
        system = User.objects.system()
        audit.record(system, "done_again", system)

    monkeypatch.setattr(steps, "_STEPS", {})
    steps.register("try", keep=lambda: sorted(AuditEntry.objects.values_list("action", flat=True)), replay=replay)
    with empty_site(taken, tmp_path):
        database.migrate_to_newest()
        system = User.objects.system()
        audit.record(system, "since", system)
        restore(taken / "backup", at=now(), replace=True, tell=quiet)
        assert seen == [["since"]]
        assert AuditEntry.objects.filter(action="done_again").count() == 1


def test_a_database_that_does_not_tell_what_must_not_be_undone_is_not_replaced(taken, tmp_path, monkeypatch) -> None:
    def keep() -> None:
        raise OperationalError("no such table")

    monkeypatch.setattr(steps, "_STEPS", {})
    steps.register("try", keep=keep, replay=lambda kept: None)
    with empty_site(taken, tmp_path):
        database.migrate_to_newest()
        system = User.objects.system()
        audit.record(system, "present_work", system)
        with pytest.raises(PresentUnreadable, match="replay-erasures"):
            restore(taken / "backup", at=now(), replace=True, tell=quiet)
        assert AuditEntry.objects.get().action == "present_work"


def test_a_database_that_somebody_has_open_is_not_replaced(taken, tmp_path) -> None:
    path = tmp_path / "open.sqlite3"
    with sqlite_site(path, like=taken / "empty"):
        other = sqlite3.connect(path)
        other.execute("SELECT count(*) FROM core_auditentry").fetchone()
        with pytest.raises(DatabaseInUse, match="Stop the server"):
            restore(taken / "backup", at=now(), tell=quiet)
        other.close()
        assert not has_work()


def test_a_backup_sees_one_moment_while_others_write(taken, tmp_path, files) -> None:
    path = tmp_path / "busy.sqlite3"
    with sqlite_site(path, like=taken / "empty"):
        work(files)
        with database.one_moment():
            before = AuditEntry.objects.count()
            writer = sqlite3.connect(path, timeout=1)
            with writer:
                writer.execute(
                    "INSERT INTO core_auditentry"
                    " (unit_id, id, at, action, subject_kind, subject_id, on_behalf, details)"
                    " VALUES (0, 'x', '2026-01-01', 'meanwhile', 'a', '1', 0, '{}')"
                )
            writer.close()
            assert AuditEntry.objects.count() == before
        assert AuditEntry.objects.count() == before + 1


def test_what_was_acknowledged_before_a_backup_began_is_in_it_while_others_go_on_writing(
    taken, tmp_path, files
) -> None:
    path, is_over = tmp_path / "busy.sqlite3", Event()
    acknowledged: list[int] = []

    def write() -> None:
        writer = sqlite3.connect(path, timeout=20)
        while not is_over.is_set():
            with writer:
                row = ("busy", str(len(acknowledged)), "2026-01-01", 1)
                writer.execute("INSERT INTO core_allowance (name, key, opened_at, used) VALUES (?, ?, ?, ?)", row)
            acknowledged.append(1)
        writer.close()

    with sqlite_site(path, like=taken / "empty"):
        work(files)
        thread = Thread(target=write)
        thread.start()
        while len(acknowledged) < 20:
            sleep(0.01)
        before = len(acknowledged)
        manifest = take(tmp_path / "backup", at=now())
        is_over.set()
        thread.join()
    saved = manifest.tables["core_allowance"]["rows"] - 1
    assert before <= saved <= len(acknowledged)
    assert contents.check(tmp_path / "backup")[1].tables == manifest.tables
