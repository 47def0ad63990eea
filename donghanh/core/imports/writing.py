"""Writing many records of one kind at once, each noted in the journal."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Model

from donghanh.core.fields import follow
from donghanh.core.imports.importer import Journal
from donghanh.core.imports.rows import Row

BATCH = 500


def create_all(made: Iterable[tuple[Row, Model]], journal: Journal) -> None:
    """Insert new records of one model."""
    pairs = list(made)
    if pairs:
        type(pairs[0][1])._default_manager.bulk_create([record for _row, record in pairs], batch_size=BATCH)
    for row, record in pairs:
        journal.created(row, record)


def change_all(changed: Iterable[tuple[Row, Model, dict[str, Any]]], journal: Journal) -> None:
    """Give records of one model new values, by the names of their columns."""
    records: list[Model] = []
    names: set[str] = set()
    for row, record, values in changed:
        before = {name: getattr(record, name) for name in values}
        for name, value in values.items():
            setattr(record, name, value)
        names.update(values, follow(record, values))
        journal.changed(row, record, before)
        records.append(record)
    if records:
        type(records[0])._default_manager.bulk_update(records, sorted(names), batch_size=BATCH)
