"""What the worker does for the library: it fetches, and calls what decides."""

from django.utils.timezone import localdate, now

from donghanh.legal import indexed
from donghanh.legal.models import SavedSearch
from donghanh.legal.queries.asking import found_for, result_keys, saved_question
from donghanh.legal.services import searches
from donghanh.legal.trial_files import forget_old_trials


def look_through_searches() -> None:
    """Ask every saved search again, and count what is new; run daily."""
    for search in SavedSearch.objects.filter(removed_at=None).iterator():
        question = saved_question(search.query, search.filters, on=localdate())
        searches.note_new(search, result_keys(found_for(question)), at=now())


def forget_removed_searches() -> None:
    """Delete the saved searches that were removed long enough ago; run daily."""
    searches.forget_removed_searches(at=now())


def forget_trials() -> None:
    """Delete the files that were tried out and that nobody decided on; run daily."""
    forget_old_trials(at=now())


def check_index() -> None:
    """Make the search index anew when it does not hold what the library gives; run daily."""
    if not indexed.is_right():
        indexed.rebuild()
