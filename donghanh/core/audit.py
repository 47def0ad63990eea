"""The trail of writes: one function, called by services in the transaction of the write."""

from typing import Any, Protocol

from django.db import models
from django.utils import timezone

from donghanh.core.models import AuditEntry

NO_UNIT = 0
"""Stands for the whole country in entries about records that belong to no unit."""


class Actor(Protocol):
    """Whoever acts: a signed-in user, or the system on the command line."""

    pk: Any


def record(
    actor: Actor,
    action: str,
    subject: models.Model,
    *,
    unit_id: int = NO_UNIT,
    on_behalf: bool = False,
    **details: Any,
) -> None:
    """Write down that ``actor`` did ``action`` to ``subject``; details carry no personal data."""
    AuditEntry.objects.create(
        unit_id=unit_id,
        at=timezone.now(),
        actor_id=actor.pk,
        action=action,
        subject_kind=subject._meta.label_lower,
        subject_id=str(subject.pk),
        on_behalf=on_behalf,
        details=details,
    )
