"""Restoring: a second database is made beside the present one, held to the manifest, and only then put in its place.

On SQLite it is a new file that is renamed over the old one, which stays aside. On PostgreSQL everything happens in one
transaction. Whoever pulls the plug in between finds the old database.
"""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import DatabaseError, transaction

from donghanh.core import audit_guard
from donghanh.core.backup import contents, database, files, rows, steps
from donghanh.core.backup.contents import Backup, Header, Manifest
from donghanh.core.backup.errors import (
    BackupBroken,
    BackupTooNew,
    DatabaseInUse,
    DatabaseNotEmpty,
    FieldKeyMissing,
    PresentUnreadable,
)
from donghanh.core.backup.taking import FIELD_KEYS
from donghanh.core.models import AuditEntry
from donghanh.core.sealed import sealer

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Restored:
    """What was restored, and where the database from before lies."""

    header: Header
    manifest: Manifest
    kept_aside: Path | None


def restore(path: Path, *, at: datetime, key: bytes | None = None, replace: bool = False, tell: Tell) -> Restored:
    """Put a backup in the place of the database and its files; one that is not whole is refused and changes nothing."""
    was_worked_in = has_work()
    if was_worked_in and not replace:
        message = (
            "The database holds work already. Add --replace to put the backup in its place; it is kept aside then."
        )
        raise DatabaseNotEmpty(message)
    unpacked = files.folder().with_name(f"{files.folder().name}.restoring")
    shutil.rmtree(unpacked, ignore_errors=True)
    kept = _keep() if was_worked_in else {}
    try:
        with contents.opened(path, key) as backup:
            _refuse_newer(backup.header)
            _refuse_without_keys(backup.header)
            with _replacement(at, lambda: files.put_in_place(unpacked), keeps=was_worked_in) as aside:
                manifest = _fill(backup, unpacked)
                tell(f"{manifest.row_count} rows and {len(manifest.files)} files are as the manifest says.")
                database.migrate_to_newest()
                for step in steps.steps():
                    tell(f"Doing again what happened since: {step.name}.")
                    step.replay(kept.get(step.name))
    finally:
        shutil.rmtree(unpacked, ignore_errors=True)
    ContentType.objects.clear_cache()
    return Restored(backup.header, manifest, aside)


def has_work() -> bool:
    """Tell whether anybody did anything here; whatever is written leaves a trace."""
    connection = database.here()
    with connection.cursor() as cursor:
        is_made = audit_guard.ENTRIES in connection.introspection.table_names(cursor)
    return is_made and AuditEntry.objects.exists()


def _keep() -> dict[str, Any]:
    """Read from the present database what must not be undone."""
    try:
        return {step.name: step.keep() for step in steps.steps()}
    except DatabaseError as error:
        message = (
            f"The present database does not say what a restore must not undo, such as erasures: {error}. "
            "Run donghanh upgrade and restore again; if it is broken, move it away, restore, "
            "and run donghanh privacy replay-erasures."
        )
        raise PresentUnreadable(message) from None


def _refuse_newer(header: Header) -> None:
    unknown = database.unknown(header.migrations)
    if unknown:
        message = (
            f"The backup was made by version {header.version} and knows changes that this version does not: "
            f"{', '.join(unknown[:5])}. Install that version or a newer one, then restore."
        )
        raise BackupTooNew(message)


def _refuse_without_keys(header: Header) -> None:
    missing = set(header.keys_not_included.get(FIELD_KEYS, "").split()) - set(sealer().names)
    if missing:
        message = (
            f"The phones and ids of the backup are sealed under the key {', '.join(sorted(missing))}, "
            f"which is not here. Add it to {FIELD_KEYS}, or its line to field.keys, then restore again."
        )
        raise FieldKeyMissing(message)


def _fill(backup: Backup, unpacked: Path) -> Manifest:
    """Make the tables as they were, fill them, and compare what the database now says with the manifest."""
    header = backup.header
    database.migrate_to(header.migrations)
    connection = database.here()
    models = {model._meta.db_table: model for model in database.tables(header.migrations)}
    with transaction.atomic():
        audit_guard.remove(connection)  # Entries come with their seals; the guard goes up with the newest migrations.
        manifest = backup.read(lambda table, lines: rows.load(models[table], lines, connection), unpacked)
        database.set_counters(models.values(), manifest.counters)
        connection.check_constraints()
    for table, model in models.items():
        found = rows.tally(model).as_json()
        if found != manifest.tables[table]:
            message = f"The table {table} should hold {manifest.tables[table]} and holds {found}. Nothing was changed."
            raise BackupBroken(message)
    return manifest


@contextmanager
def _replacement(at: datetime, put_files: Callable[[], None], *, keeps: bool) -> Iterator[Path | None]:
    """Work on a new database; when the block ends well, its files go in place, and then it does."""
    if database.here().vendor == "postgresql":
        with transaction.atomic():
            database.drop_everything()
            yield None
            put_files()
        return
    present = Path(str(database.here().settings_dict["NAME"]))
    fresh = present.with_name(f"{present.name}.restoring")
    aside = present.with_name(f"{present.name}.before-{at:%Y%m%dT%H%M%S}") if keeps else None
    _close_present(present)
    _remove(fresh)
    try:
        with database.standing_in(NAME=str(fresh)):
            yield aside
        _close(fresh)
        _close_present(present)
        put_files()
        _swap(fresh, present, aside)
    finally:
        _remove(fresh)


def _close_present(present: Path) -> None:
    database.here().close()
    if present.exists():
        _close(present)


def _swap(fresh: Path, present: Path, aside: Path | None) -> None:
    if aside:
        os.link(present, aside)
    fresh.replace(present)
    folder = os.open(present.parent, os.O_RDONLY)
    os.fsync(folder)
    os.close(folder)


def _close(path: Path) -> None:
    """Bring an SQLite database into its one file; this succeeds only when nobody else has it open."""
    connection = sqlite3.connect(path, timeout=1)
    try:
        mode = connection.execute("PRAGMA journal_mode=DELETE").fetchone()[0]
    except sqlite3.OperationalError:
        mode = "busy"
    finally:
        connection.close()
    if mode != "delete":
        message = f"{path.name} is still in use. Stop the server and the worker, then restore again."
        raise DatabaseInUse(message)


def _remove(path: Path) -> None:
    for ending in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
