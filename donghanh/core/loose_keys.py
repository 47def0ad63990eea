"""Which columns name a record without a constraint, because their table is a big one.

A room says so when the application starts, so that nobody deletes a record that such a row names.
"""

from collections.abc import Iterable

from django.db.models import Model

_LOOSE: dict[str, list[tuple[type[Model], str]]] = {}


def declare(label: str, model: type[Model], column: str) -> None:
    """Say that ``column`` of ``model`` holds keys of the records named ``label``, as “people.Worker”."""
    _LOOSE.setdefault(label, []).append((model, column))


def named(label: str, keys: Iterable[int]) -> set[int]:
    """Return which of these records some row names."""
    wanted = list(keys)
    found: set[int] = set()
    for model, column in _LOOSE.get(label, []):
        rows = model._default_manager.filter(**{f"{column}__in": wanted})
        found.update(rows.values_list(column, flat=True).distinct())
    return found
