"""The doors to an import: upload, confirm, stop, take back. Pages and the command line come in here."""

from collections.abc import Sequence
from datetime import timedelta
from hashlib import file_digest
from pathlib import PurePath
from typing import IO, Any

from django.conf import settings
from django.core.files import File
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import get_language

from donghanh.core import audit
from donghanh.core.errors import NotForYou
from donghanh.core.import_models import RESUMABLE, UNDOABLE, BatchState, ImportBatch
from donghanh.core.imports.errors import NotNow, UndoExpired
from donghanh.core.imports.importer import Importer, Place
from donghanh.core.imports.registry import importers
from donghanh.core.imports.running import IGNORED_COLUMNS, importer_for
from donghanh.core.imports.table import open_table
from donghanh.core.jobs import start
from donghanh.kernel.ids import uuid7

CHECK = "donghanh.core.imports.jobs.check"
RUN = "donghanh.core.imports.jobs.run"
UNDO = "donghanh.core.imports.jobs.undo"
COUNTED = ("new_count", "changed_count", "same_count", "bad_count", "position")
_LONGEST_NAME = 200
OpenLists = list[tuple[type[Importer], Sequence[Place]]]


def open_lists(actor: Any) -> OpenLists:
    """Return the lists that ``actor`` may take in, each with the units where he may."""
    found = [(importer, importer.places(actor)) for importer in importers()]
    return [(importer, places) for importer, places in found if places]


def batches_of(lists: OpenLists) -> QuerySet[ImportBatch]:
    """Return the imports of some lists at their units."""
    visible = Q(pk__in=[])
    for importer, places in lists:
        visible |= Q(kind=importer.kind, unit_id__in=[place.pk for place in places])
    return ImportBatch.objects.filter(visible)


def batch_for(actor: Any, batch_id: int) -> ImportBatch:
    """Return an import that ``actor`` has a say in; to others there is none."""
    batch = ImportBatch.objects.filter(pk=batch_id).first()
    if batch is None:
        raise NotForYou
    _authorize(batch, actor)
    return batch


def upload(importer: type[Importer], unit_id: int, file: IO[bytes], name: str, *, actor: Any) -> ImportBatch:
    """Keep a file and have it read; a file that is no such list is refused at once."""
    importer.authorize(actor, unit_id)
    batch = received(importer, unit_id, file, name, actor=actor)
    with transaction.atomic():
        keep(batch)
        start(CHECK, batch.pk)
    return batch


def received(importer: type[Importer], unit_id: int, file: IO[bytes], name: str, *, actor: Any) -> ImportBatch:
    """Make a batch of a file whose headings are in order; it is not in the database yet."""
    name = PurePath(name).name[-_LONGEST_NAME:]
    table = open_table(file, name, importer.columns, IGNORED_COLUMNS)
    now = timezone.now()
    batch = ImportBatch(
        kind=importer.kind,
        unit_id=unit_id,
        file_name=name,
        file_sha256=digest(file),
        sheet_name=table.sheet.name,
        unknown_columns=table.unknown_columns,
        notices=table.notices,
        language=get_language() or "",
        row_count=len(table),
        created_by=actor,
        created_at=now,
        moved_at=now,
    )
    # The name on disk is ours: what people call their files is theirs.
    batch.file.save(f"{uuid7()}{PurePath(name).suffix.lower()[:5]}", File(file), save=False)
    return batch


def keep(batch: ImportBatch) -> None:
    """Put a received batch on record."""
    batch.save()
    rows = batch.row_count
    audit.record(batch.created_by, f"upload_{batch.kind}", batch, unit_id=batch.unit_id, rows=rows)


def digest(file: IO[bytes]) -> str:
    """Return the hash of a file's content, and leave the file at its start."""
    file.seek(0)
    sha256 = file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type]
    file.seek(0)
    return sha256


@transaction.atomic
def confirm(batch: ImportBatch, *, actor: Any) -> None:
    """Have the rows of a checked batch written, or the rest of one that was stopped."""
    admit(batch, actor=actor)
    start(RUN, batch.pk)


def admit(batch: ImportBatch, *, actor: Any) -> None:
    """Let a batch be written in the name of ``actor``."""
    _authorize(batch, actor)
    if not batch.file:
        raise NotNow(batch.get_state_display())
    begun = {} if batch.has_begun else {**dict.fromkeys(COUNTED, 0), "confirmed_at": timezone.now()}
    _step(
        batch,
        (BatchState.CHECKED, *(RESUMABLE if batch.has_begun else ())),
        BatchState.RUNNING,
        confirmed_by=actor,
        finished_at=None,
        failure="",
        rows_per_second=None,
        **begun,
    )
    audit.record(actor, f"confirm_{batch.kind}", batch, unit_id=batch.unit_id)


@transaction.atomic
def stop(batch: ImportBatch, *, actor: Any) -> None:
    """Let the work end after the rows in hand; what is written stays."""
    _authorize(batch, actor)
    _step(batch, (BatchState.RUNNING,), BatchState.STOPPED, finished_at=timezone.now())
    audit.record(actor, f"stop_{batch.kind}", batch, unit_id=batch.unit_id)


@transaction.atomic
def undo(batch: ImportBatch, *, actor: Any) -> None:
    """Have an import taken back; what was changed or used since stays, row by row."""
    _authorize(batch, actor)
    reason = why_not_undo(batch)
    if reason is not None:
        raise reason
    _step(batch, UNDOABLE, BatchState.UNDOING, confirmed_by=actor, position=0, failure="", rows_per_second=None)
    audit.record(actor, f"undo_{batch.kind}", batch, unit_id=batch.unit_id)
    start(UNDO, batch.pk)


def why_not_undo(batch: ImportBatch) -> NotNow | UndoExpired | None:
    """Return why a batch cannot be taken back, None when it can."""
    until = batch.undo_until
    if batch.state not in UNDOABLE or not batch.has_begun or until is None:
        return NotNow(batch.get_state_display())
    return UndoExpired(until) if timezone.now() > until else None


def forget_expired() -> None:
    """Drop the files and old values of imports that can no longer be taken back. Safe to repeat."""
    quiet_since = timezone.now() - timedelta(days=settings.UNDO_DAYS)
    expired = ImportBatch.objects.exclude(file="").filter(moved_at__lt=quiet_since)
    for batch in expired:
        batch.changes.all().delete()
        batch.problems.all().delete()
        batch.file.delete(save=False)
        ImportBatch.objects.filter(pk=batch.pk).update(file="")


def _authorize(batch: ImportBatch, actor: Any) -> None:
    importer_for(batch).authorize(actor, batch.unit_id)


def _step(batch: ImportBatch, states: tuple[BatchState, ...], to: BatchState, **fields: Any) -> None:
    """Take a batch from one of some states to another, once, whoever else tries the same."""
    here = ImportBatch.objects.filter(pk=batch.pk, state__in=states)
    taken = here.update(state=to, moved_at=timezone.now(), **fields)
    batch.refresh_from_db()
    if not taken:
        raise NotNow(batch.get_state_display())
