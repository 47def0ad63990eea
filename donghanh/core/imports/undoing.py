"""Taking an import back: old values return in reverse order, new records go.

A row whose records were edited since, or are in use elsewhere, is left whole and named.
"""

import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import F, Model, QuerySet
from django.utils import timezone

from donghanh.core import audit
from donghanh.core.fields import follow
from donghanh.core.import_models import BatchState, ImportBatch, ImportChange, Outcome
from donghanh.core.imports.failing import failing
from donghanh.core.imports.journal import model_of, read_back, stored_fields
from donghanh.core.imports.references import Key, references_to
from donghanh.core.imports.running import Progress, silent

SLICE = 1500
"""How many changes are taken back in one transaction."""


def undo_batch(batch: ImportBatch, *, progress: Progress = silent) -> None:
    """Take back what can be taken back of a batch. Safe to repeat: it goes on where it stopped."""
    with failing(batch, BatchState.DONE):
        while _undo_slice(batch):
            progress(batch.position, batch.row_count)
        _finish(batch)


@dataclass(frozen=True, slots=True)
class LeftRow:
    """A row of the file whose records were left as they are."""

    number: int
    name: str
    why: str


def rows_left(batch: ImportBatch, most: int) -> tuple[list[LeftRow], int]:
    """Name the first rows that were not taken back and why, and say how many there are."""
    if batch.state != BatchState.UNDONE:
        return [], 0
    left = batch.changes.filter(outcome__in=[Outcome.EDITED, Outcome.IN_USE])
    numbers = left.order_by("row").values_list("row", flat=True).distinct()
    shown = left.filter(row__in=list(numbers[:most])).order_by("row", "-pk")
    first = {change.row: change for change in shown}
    records = _records(first.values())
    rows = [
        LeftRow(number, str(records.get(_key(change), "")), str(Outcome(change.outcome).label))
        for number, change in first.items()
    ]
    return rows, numbers.count()


def _undo_slice(batch: ImportBatch) -> bool:
    """Take back the last rows that still stand; False when there are none, or others are at it."""
    began = time.monotonic()
    with transaction.atomic():
        ours = ImportBatch.objects.filter(pk=batch.pk, state=BatchState.UNDOING)
        if not ours.update(moved_at=timezone.now()):
            return False
        standing = batch.changes.filter(outcome=Outcome.STANDING)
        last = set(standing.order_by("-pk").values_list("row", flat=True)[:SLICE])
        if not last:
            return False
        rows = _rows(standing.filter(row__in=last).order_by("-pk"))
        _Judgement(rows).carry_out()
        pace = len(rows) / max(time.monotonic() - began, 0.001)
        ours.update(position=F("position") + len(rows), rows_per_second=pace)
    batch.position += len(rows)
    return True


def _finish(batch: ImportBatch) -> None:
    with transaction.atomic():
        ours = ImportBatch.objects.filter(pk=batch.pk, state=BatchState.UNDOING)
        if ours.update(state=BatchState.UNDONE, position=F("row_count"), moved_at=timezone.now()):
            batch.refresh_from_db()
            left = batch.changes.exclude(outcome=Outcome.UNDONE).values("row").distinct().count()
            actor = batch.confirmed_by or batch.created_by
            audit.record(actor, f"undo_import_{batch.kind}", batch, unit_id=batch.unit_id, rows_left=left)


@dataclass(slots=True)
class _Row:
    """The changes that one row of the file made, the last one first."""

    changes: list[ImportChange] = field(default_factory=list)

    @property
    def made(self) -> set[Key]:
        """Return the records that the row brought into being."""
        return {_key(change) for change in self.changes if change.before is None}


def _rows(changes: Iterable[ImportChange]) -> list[_Row]:
    """Group changes by the row that made them; the rows stay in the order of the changes."""
    rows: dict[int, _Row] = defaultdict(_Row)
    for change in changes:
        rows[change.row].changes.append(change)
    return list(rows.values())


class _Judgement:
    """Which of some rows can be taken back, decided from the last to the first."""

    def __init__(self, rows: list[_Row]) -> None:
        changes = [change for row in rows for change in row.changes]
        self._records = _locked_records(changes)
        self._used_by = references_to(key for row in rows for key in row.made)
        self._gone: set[Key] = set()
        self._undone: list[ImportChange] = []
        self._left: dict[Outcome, list[ImportChange]] = defaultdict(list)
        for row in rows:
            self._judge(row)

    def carry_out(self) -> None:
        """Restore, delete, and note what became of each change."""
        _restore(self._records, [change for change in self._undone if change.before is not None])
        _delete([change for change in self._undone if change.before is None])
        _note(self._undone, Outcome.UNDONE)
        for outcome, changes in self._left.items():
            _note(changes, outcome)

    def _judge(self, row: _Row) -> None:
        made = row.made
        if not all(self._is_as_written(change) for change in row.changes):
            self._left[Outcome.EDITED] += row.changes
        elif any(self._used_by[key] - self._gone - made for key in made):
            self._left[Outcome.IN_USE] += row.changes
        else:
            self._gone |= made
            self._undone += row.changes

    def _is_as_written(self, change: ImportChange) -> bool:
        """Tell whether a record still has the values that the import gave it, or is gone as it should be."""
        record = self._records.get(_key(change))
        if record is None:
            return change.before is None
        fields = [field for field in stored_fields(type(record)) if field.attname in change.after]
        # Compared as texts: a seal of the journal may be of an older key than one made now.
        return all(getattr(record, field.attname) == read_back(field, change.after[field.attname]) for field in fields)


def _key(change: ImportChange) -> Key:
    return change.model, change.record_id


def _found(changes: Iterable[ImportChange]) -> Iterator[tuple[str, QuerySet[Model]]]:
    """Give the records that changes are about, model by model."""
    keys = defaultdict(set)
    for change in changes:
        keys[change.model].add(change.record_id)
    for label, ids in keys.items():
        yield label, model_of(label)._default_manager.filter(pk__in=ids)


def _records(changes: Iterable[ImportChange]) -> dict[Key, Model]:
    """Read the records that changes are about."""
    return {(label, record.pk): record for label, records in _found(changes) for record in records}


def _locked_records(changes: Iterable[ImportChange]) -> dict[Key, Model]:
    """Read the records that changes are about, and let nobody edit them meanwhile."""
    return {(label, record.pk): record for label, records in _found(changes) for record in records.select_for_update()}


def _restore(records: dict[Key, Model], changes: Iterable[ImportChange]) -> None:
    """Give records their old values back, with everything that follows from these."""
    alike: dict[tuple[type[Model], tuple[str, ...]], list[Model]] = defaultdict(list)
    for change in changes:
        record, before = records[_key(change)], change.before or {}
        model = type(record)
        restored = [field for field in stored_fields(model) if field.attname in before]
        for column in restored:
            setattr(record, column.attname, read_back(column, before[column.attname]))
        names = [column.name for column in restored]
        alike[model, (*names, *follow(record, names))].append(record)
    for (model, written), found in alike.items():
        model._default_manager.bulk_update(found, written, batch_size=500)


def _delete(changes: list[ImportChange]) -> None:
    """Delete new records, what was made last first."""
    ids: dict[str, list[int]] = defaultdict(list)
    for change in sorted(changes, key=lambda change: -change.pk):
        ids[change.model].append(change.record_id)
    for label, keys in ids.items():
        model_of(label)._default_manager.filter(pk__in=keys).delete()


def _note(changes: Iterable[ImportChange], outcome: Outcome) -> None:
    keys = [change.pk for change in changes]
    ImportChange.objects.filter(pk__in=keys).update(outcome=outcome)
