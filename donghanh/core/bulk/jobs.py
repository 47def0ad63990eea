"""Doors for the worker to the work on a bulk change; all safe to repeat."""

from donghanh.core.bulk import changes, running
from donghanh.core.bulk_models import BulkChange


def look(change_id: int) -> None:
    """Try a bulk change out."""
    running.look(_change(change_id))


def run(change_id: int) -> None:
    """Carry a bulk change out."""
    running.run(_change(change_id))


def undo(change_id: int) -> None:
    """Take a bulk change back."""
    running.undo(_change(change_id))


def forget_expired() -> None:
    """Forget the bulk changes and removed views that can no longer be brought back."""
    changes.forget_expired()


def _change(change_id: int) -> BulkChange:
    return BulkChange.objects.select_related("created_by").get(pk=change_id)
