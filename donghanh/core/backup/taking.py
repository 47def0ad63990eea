"""Taking a backup: every row of one moment, then every file, then the manifest."""

from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from django.db.models import Model
from django.utils.crypto import salted_hmac

from donghanh.core.backup import archive, database, files
from donghanh.core.backup.archive import ArchiveWriter
from donghanh.core.backup.contents import VERSION, Header, Manifest
from donghanh.core.backup.rows import Tally, columns, lines
from donghanh.core.models import AuditEntry
from donghanh.core.sealed import sealer

FIELD_KEYS = "DONGHANH_FIELD_KEYS"
TAKEN = "take_backup"
"""What the trail calls it."""

_PART = 4 << 20
"""How many letters of rows are held before they go out."""


def take(path: Path, *, at: datetime, key: bytes | None = None) -> Manifest:
    """Write a backup to ``path``; whatever was acknowledged before ``at`` is in it."""
    manifest = Manifest()
    with archive.writing(path, key) as target:
        with database.one_moment():
            migrations = database.applied()
            models = database.tables(migrations)
            target.put_json(archive.HEADER, asdict(_header(at, migrations, models)))
            for model in models:
                manifest.tables[model._meta.db_table] = _put_table(target, model).as_json()
            manifest.counters = database.counters(models)
        # Files are written before the row that names them, so those of the moment are all there by now.
        for name, file in files.stored():
            with file.open("rb") as source:
                counted = files.HashingReader(source)
                target.put_stream(archive.FILES + name, counted, file.stat().st_size)  # type: ignore[arg-type]
                manifest.files[name] = counted.as_json()
        target.put_json(archive.MANIFEST, manifest.as_json())
    return manifest


def last_taken_at() -> datetime | None:
    """Return when the last backup was taken, as the trail has it."""
    last = AuditEntry.objects.filter(action=TAKEN).order_by("-at").first()
    return last.at if last else None


def key_mark() -> str:
    """Return a mark that tells whether two sites sign with the same key, and nothing else about it."""
    return salted_hmac("donghanh.core.backup", "signing key", algorithm="sha256").hexdigest()[:16]


def _header(at: datetime, migrations: database.Applied, models: list[type[Model]]) -> Header:
    return Header(
        version=VERSION,
        taken_at=at.isoformat(),
        engine=database.here().vendor,
        migrations=migrations,
        tables={model._meta.db_table: [str(field.column) for field in columns(model)] for model in models},
        tables_left_out=database.LEFT_OUT,
        keys_not_included={"DONGHANH_SECRET_KEY": key_mark(), FIELD_KEYS: " ".join(sealer().names)},
    )


def _put_table(target: ArchiveWriter, model: type[Model]) -> Tally:
    tally, waiting, size, part = Tally(), [], 0, 0
    for line in lines(model):
        tally.add(line)
        waiting.append(line)
        size += len(line)
        if size >= _PART:
            part += 1
            _put_part(target, model, part, waiting)
            waiting, size = [], 0
    if waiting:
        _put_part(target, model, part + 1, waiting)
    return tally


def _put_part(target: ArchiveWriter, model: type[Model], part: int, waiting: list[str]) -> None:
    name = f"{archive.TABLES}{model._meta.db_table}/{part:06}.jsonl"
    target.put_bytes(name, "".join(f"{line}\n" for line in waiting).encode())
