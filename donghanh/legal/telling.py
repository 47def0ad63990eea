"""Telling rooms that cite law that texts changed: after the change is kept, and after many texts only once."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import transaction

from donghanh.legal.citing import texts_changed
from donghanh.legal.models import LegalDocument

_waiting: ContextVar[set[str] | None] = ContextVar("documents to tell of", default=None)


def tell_of(numbers: Iterable[str]) -> None:
    """Let rooms that cite law look again, once the change is kept; one that fails stops nothing."""
    listed = sorted(numbers)
    transaction.on_commit(lambda: _tell(listed), robust=True)


@contextmanager
def told_together() -> Iterator[None]:
    """Let rooms that cite law look again only once, after many texts."""
    waiting: set[str] = set()
    token = _waiting.set(waiting)
    try:
        yield
    finally:
        _waiting.reset(token)
        if waiting:
            _tell(sorted(waiting))


def _tell(numbers: list[str]) -> None:
    waiting = _waiting.get()
    if waiting is None:
        texts_changed.send_robust(LegalDocument, numbers=numbers)
    else:
        waiting.update(numbers)
