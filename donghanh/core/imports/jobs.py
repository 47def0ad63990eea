"""Doors for the worker to the work on an import; all safe to repeat."""

from donghanh.core.import_models import ImportBatch
from donghanh.core.imports.batches import forget_expired
from donghanh.core.imports.running import check_batch, run_batch
from donghanh.core.imports.undoing import undo_batch


def check(batch_id: int) -> None:
    """Read an uploaded file, and forget the files that are no longer needed."""
    forget_expired()
    check_batch(ImportBatch.objects.get(pk=batch_id))


def run(batch_id: int) -> None:
    """Write a confirmed import."""
    run_batch(ImportBatch.objects.get(pk=batch_id))


def undo(batch_id: int) -> None:
    """Take an import back."""
    undo_batch(ImportBatch.objects.get(pk=batch_id))
