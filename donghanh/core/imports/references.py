"""Who refers to a record: by a foreign key, or by a column that a room declared."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import Model

from donghanh.core import loose_keys
from donghanh.core.imports.journal import model_of

Key = tuple[str, int]
"""The label of a model and the id of one of its records."""
NAMED_LOOSELY: Key = ("", 0)
"""Stands for rows of a big table, of which it is enough to know that there are some."""


def references_to(keys: Iterable[Key]) -> defaultdict[Key, set[Key]]:
    """Return, for each of these records, the records that refer to it."""
    wanted: dict[str, set[int]] = defaultdict(set)
    for label, record_id in keys:
        wanted[label].add(record_id)
    found: defaultdict[Key, set[Key]] = defaultdict(set)
    for label, ids in wanted.items():
        for relation in _relations(model_of(label)):
            referring = relation.related_model
            rows = referring._base_manager.filter(**{f"{relation.field.name}__in": ids})
            for target, record_id in rows.values_list(relation.field.name, "pk"):
                found[label, target].add((referring._meta.label, record_id))
        for record_id in loose_keys.named(label, ids):
            found[label, record_id].add(NAMED_LOOSELY)
    return found


def _relations(model: type[Model]) -> Iterable[Any]:
    """Return the relations that point at a model, also those without a name of their own."""
    return (
        relation
        for relation in model._meta.get_fields(include_hidden=True)
        if relation.auto_created and not relation.concrete
    )
