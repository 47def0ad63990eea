"""An import from the command line: all steps at once, in this process."""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.db import transaction

from donghanh.core.import_models import RESUMABLE, BatchState, ImportBatch
from donghanh.core.imports.batches import admit, digest, keep, received
from donghanh.core.imports.checking import check
from donghanh.core.imports.errors import UnknownKind
from donghanh.core.imports.importer import Importer
from donghanh.core.imports.registry import importer_of, importers
from donghanh.core.imports.rows import Fate, Problem
from donghanh.core.imports.running import IGNORED_COLUMNS, Progress, check_batch, run_batch, silent
from donghanh.core.imports.table import open_table

NO_UNIT = 0


@dataclass(slots=True)
class ImportReport:
    """What an import did, or with a dry run would do; ``problems`` are the rows left out."""

    new: int = 0
    changed: int = 0
    same: int = 0
    bad: int = 0
    problems: list[Problem] = field(default_factory=list)
    unknown_columns: list[str] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)


def run_import(
    kind: str, path: Path, *, actor: Any, unit: Any = None, dry_run: bool = False, progress: Progress = silent
) -> ImportReport:
    """Take a file in, in the name of ``actor``, at a unit or at none.

    The same file given again after an interruption goes on where that one stopped.
    """
    importer = importer_of(kind)
    if importer is None:
        raise UnknownKind(kind, [known.kind for known in importers()])
    unit_id = NO_UNIT if unit is None else unit.pk
    importer.authorize(actor, unit_id)
    if dry_run:
        return _trial(importer(actor, unit_id), path, progress)
    batch = _unfinished(kind, unit_id, path)
    if batch is None:
        with path.open("rb") as file:
            batch = received(importer, unit_id, file, path.name, actor=actor)
        with transaction.atomic():
            keep(batch)
        check_batch(batch)
        if not batch.to_write:
            return _report(batch)
    if batch.state != BatchState.RUNNING:
        with transaction.atomic():
            admit(batch, actor=actor)
    run_batch(batch, progress=progress)
    batch.refresh_from_db()
    return _report(batch)


def _trial(importer: Importer, path: Path, progress: Progress) -> ImportReport:
    with path.open("rb") as file:
        table = open_table(file, path.name, importer.columns, IGNORED_COLUMNS)
    counts: Counter[Fate] = Counter()
    report = ImportReport(unknown_columns=table.unknown_columns, notices=table.notices)
    for rows in check(table, importer):
        counts.update(row.fate for row in rows)
        report.problems += [problem for row in rows for problem in row.problems]
        progress(counts.total(), len(table))
    report.new, report.changed = counts[Fate.NEW], counts[Fate.CHANGED]
    report.same, report.bad = counts[Fate.SAME], counts[Fate.BAD]
    return report


def _unfinished(kind: str, unit_id: int, path: Path) -> ImportBatch | None:
    """Return the import of the same file that did not come to its end."""
    with path.open("rb") as file:
        sha256 = digest(file)
    same = ImportBatch.objects.filter(kind=kind, unit_id=unit_id, file_sha256=sha256).exclude(file="")
    begun = same.filter(state__in=[BatchState.RUNNING, *RESUMABLE], confirmed_at__isnull=False)
    return begun.order_by("-pk").first()


def _report(batch: ImportBatch) -> ImportReport:
    return ImportReport(
        new=batch.new_count,
        changed=batch.changed_count,
        same=batch.same_count,
        bad=batch.bad_count,
        problems=[
            Problem(problem.row, problem.column, problem.typed, problem.sentence, problem.hint)
            for problem in batch.problems.all()
        ],
        unknown_columns=batch.unknown_columns,
        notices=batch.notices,
    )
