"""The work itself: the trial reading of a batch, and writing it chunk by chunk.

A chunk, its changes and how far the batch has come are one transaction, so work that was killed
goes on exactly where it stopped, and running twice writes nothing twice.
"""

import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from django.db import transaction
from django.db.models import F
from django.utils import timezone, translation

from donghanh.core import audit
from donghanh.core.import_models import BatchState, ImportBatch, ImportProblem
from donghanh.core.imports.checking import check
from donghanh.core.imports.failing import failing
from donghanh.core.imports.importer import Importer
from donghanh.core.imports.journal import ChangeJournal
from donghanh.core.imports.registry import importer_of
from donghanh.core.imports.rows import Fate, Row
from donghanh.core.imports.table import Table, chunks, open_table

Progress = Callable[[int, int], None]
"""Is told how many rows are handled, of how many."""
IGNORED_COLUMNS = ("Lỗi", "Error")
"""The column that our own marked files have; it is nobody's mistake."""

_COUNTS = {
    Fate.NEW: "new_count",
    Fate.CHANGED: "changed_count",
    Fate.SAME: "same_count",
    Fate.BAD: "bad_count",
}


def silent(done: int, total: int) -> None:
    """Tell nobody how far the work has come."""


def importer_for(batch: ImportBatch) -> Importer:
    """Return the importer of a batch, acting for whoever confirmed it."""
    importer = importer_of(batch.kind)
    if importer is None:
        message = f"No room takes in {batch.kind} any more."
        raise LookupError(message)
    return importer(batch.confirmed_by or batch.created_by, batch.unit_id)


def table_of(batch: ImportBatch, importer: Importer) -> Table:
    """Read the stored file of a batch again."""
    with batch.file.open("rb") as file:
        return open_table(file, batch.file_name, importer.columns, IGNORED_COLUMNS)


def check_batch(batch: ImportBatch, *, progress: Progress = silent) -> None:
    """Read the whole file of a batch and keep what is wrong with it. Safe to repeat."""
    if batch.state != BatchState.UPLOADED:
        return
    with translation.override(batch.language), failing(batch, BatchState.FAILED):
        importer = importer_for(batch)
        table = table_of(batch, importer)
        batch.problems.all().delete()
        counts: Counter[Fate] = Counter()
        done = 0
        for rows in check(table, importer):
            counts.update(row.fate for row in rows)
            _keep_problems(batch, rows)
            done += len(rows)
            progress(done, len(table))
        found = {name: counts[fate] for fate, name in _COUNTS.items()}
        ours = ImportBatch.objects.filter(pk=batch.pk, state=BatchState.UPLOADED)
        ours.update(state=BatchState.CHECKED, moved_at=timezone.now(), **found)
        batch.refresh_from_db()


def run_batch(batch: ImportBatch, *, progress: Progress = silent) -> None:
    """Write the rows of a confirmed batch that are still to be written. Safe to repeat."""
    with translation.override(batch.language), failing(batch, BatchState.FAILED):
        importer = importer_for(batch)
        table = table_of(batch, importer)
        left_out = set(batch.problems.values_list("row", flat=True))
        rest = importer.arrange(table)[batch.position :]
        for rows in chunks(table, rest, importer.chunk_size):
            if not _write_chunk(batch, importer, rows, left_out):
                return
            progress(batch.position, batch.row_count)
        _finish(batch)


def _write_chunk(batch: ImportBatch, importer: Importer, rows: Sequence[Row], left_out: set[int]) -> bool:
    """Write some rows in one transaction; False when the batch is no longer ours to write."""
    began = time.monotonic()
    for row in rows:
        if row.number in left_out:
            row.fate = Fate.BAD
        else:
            row.read()
    good = [row for row in rows if row.fate is not Fate.BAD]
    with transaction.atomic():
        ours = ImportBatch.objects.filter(pk=batch.pk, state=BatchState.RUNNING, position=batch.position)
        if not ours.update(position=F("position") + len(rows)):
            return False
        importer.check(good)
        journal = ChangeJournal(batch)
        importer.write([row for row in good if row.is_good], journal)
        journal.save()
        _keep_problems(batch, rows)
        counts = Counter(row.fate for row in rows)
        pace = len(rows) / max(time.monotonic() - began, 0.001)
        added = {name: F(name) + counts[fate] for fate, name in _COUNTS.items()}
        ImportBatch.objects.filter(pk=batch.pk).update(**added, rows_per_second=pace, moved_at=timezone.now())
    batch.position += len(rows)
    return True


def _finish(batch: ImportBatch) -> None:
    with transaction.atomic():
        now = timezone.now()
        ours = ImportBatch.objects.filter(pk=batch.pk, state=BatchState.RUNNING, position=batch.row_count)
        if ours.update(state=BatchState.DONE, finished_at=now, moved_at=now):
            batch.refresh_from_db()
            counts = {name: getattr(batch, name) for name in _COUNTS.values()}
            actor = batch.confirmed_by or batch.created_by
            audit.record(actor, f"import_{batch.kind}", batch, unit_id=batch.unit_id, **counts)


def _keep_problems(batch: ImportBatch, rows: Iterable[Row]) -> None:
    ImportProblem.objects.bulk_create(
        [
            ImportProblem(
                batch=batch,
                row=problem.row,
                column=problem.column,
                typed=problem.typed,
                sentence=problem.sentence,
                hint=problem.hint,
            )
            for row in rows
            for problem in row.problems
        ],
        batch_size=500,
    )
