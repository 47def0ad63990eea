"""Doors for the worker."""

from donghanh.gatherings import services


def fold_waiting() -> int:
    """Fold what changed since the last minute; safe to repeat."""
    return services.fold_waiting()
