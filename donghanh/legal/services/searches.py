"""Searches of the library that people keep, to hear of new law: each is its owner's alone."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction

from donghanh.core import audit
from donghanh.core.errors import NotForYou
from donghanh.kernel.text import clean
from donghanh.legal.errors import NothingToSearchFor, SearchNameMissing, SearchNameTaken, TooManySearches
from donghanh.legal.models import SavedSearch
from donghanh.org.models import User

MOST = 30
"""As many searches of one person are looked through every day."""
KEPT_AFTER_REMOVAL = timedelta(days=30)
NAME_LENGTH = 120


@transaction.atomic
def keep_search(
    name: str, words: str, filters: Mapping[str, str], found: Sequence[str], *, actor: User, at: datetime
) -> SavedSearch:
    """Keep a search under a name; ``found`` are the keys of what it finds today, which is not new."""
    if not clean(words):
        raise NothingToSearchFor
    if SavedSearch.objects.filter(user=actor, removed_at=None).count() >= MOST:
        raise TooManySearches(MOST)
    search = SavedSearch(
        user=actor, query=clean(words), filters=dict(filters), seen=list(found), created_at=at, checked_at=at
    )
    _name(search, name)
    audit.record(actor, "keep_search", search)
    return search


@transaction.atomic
def rename_search(search: SavedSearch, name: str, *, actor: User) -> SavedSearch:
    """Call a search something else."""
    _require_owner(search, actor)
    _name(search, name)
    audit.record(actor, "rename_search", search)
    return search


@transaction.atomic
def remove_search(search: SavedSearch, *, actor: User, at: datetime) -> SavedSearch:
    """Take a search away; it can be brought back for some days."""
    _require_owner(search, actor)
    search.removed_at = at
    search.save(update_fields=["removed_at"])
    audit.record(actor, "remove_search", search)
    return search


@transaction.atomic
def restore_search(search: SavedSearch, *, actor: User) -> SavedSearch:
    """Bring a removed search back."""
    _require_owner(search, actor)
    search.removed_at = None
    _name(search, search.name)
    audit.record(actor, "restore_search", search)
    return search


def note_new(search: SavedSearch, found: Sequence[str], *, at: datetime) -> int:
    """Count what a search finds now and its owner has not seen; return the count."""
    search.new_count = len(set(found) - set(search.seen))
    search.checked_at = at
    search.save(update_fields=["new_count", "checked_at"])
    return search.new_count


def note_seen(search: SavedSearch, found: Sequence[str], *, at: datetime) -> None:
    """Remember what the owner of a search has just looked at."""
    search.seen, search.new_count, search.checked_at = list(found), 0, at
    search.save(update_fields=["seen", "new_count", "checked_at"])


def forget_removed_searches(*, at: datetime) -> None:
    """Delete the searches that were removed long enough ago."""
    SavedSearch.objects.filter(removed_at__lt=at - KEPT_AFTER_REMOVAL).delete()


def _require_owner(search: SavedSearch, actor: User) -> None:
    if search.user_id != actor.pk:
        raise NotForYou


def _name(search: SavedSearch, name: str) -> None:
    """Save a search under a name that its owner has not given yet."""
    search.name = clean(name)[:NAME_LENGTH]
    if not search.name:
        raise SearchNameMissing
    try:
        with transaction.atomic():
            search.save()
    except IntegrityError:
        raise SearchNameTaken(search.name) from None
