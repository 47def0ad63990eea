"""What went wrong with personal data: entered, worked on step by step, notified in time, closed."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from donghanh.core import audit
from donghanh.org.access import authorize
from donghanh.org.models import Unit, User
from donghanh.privacy.choices import BreachStep
from donghanh.privacy.errors import BreachClosed, FoundInTheFuture
from donghanh.privacy.models import Breach, BreachEntry
from donghanh.privacy.querysets import BREACHES
from donghanh.privacy.rules import clock

_MOMENTS = {
    BreachStep.AUTHORITY: "authority_told_at",
    BreachStep.PEOPLE: "people_told_at",
    BreachStep.CLOSED: "closed_at",
}


@transaction.atomic
def record_breach(unit: Unit, *, actor: User, found_at: datetime, at: datetime, **facts: Any) -> Breach:
    """Enter a breach; the clock runs from the moment it was found, not from now."""
    authorize(actor, BREACHES, at=unit)
    if found_at > at:
        raise FoundInTheFuture(found_at)
    breach = Breach.objects.create(
        unit=unit,
        found_at=found_at,
        notify_by=clock("breach", on=localdate(found_at)).due(found_at),
        entered_at=at,
        entered_by=actor,
        **facts,
    )
    BreachEntry.objects.create(breach=breach, step=BreachStep.FOUND, at=found_at, entered_by=actor)
    audit.record(actor, "record_breach", breach, unit_id=unit.pk)
    return breach


@transaction.atomic
def correct_breach(breach: Breach, *, actor: User, **facts: Any) -> Breach:
    """Correct what is known about a breach as more is found."""
    authorize(actor, BREACHES, at=breach.unit)
    if breach.closed_at:
        raise BreachClosed(breach.closed_at)
    changed = {name: value for name, value in facts.items() if getattr(breach, name) != value}
    if changed:
        for name, value in changed.items():
            setattr(breach, name, value)
        breach.save(update_fields=list(changed))
        audit.record(actor, "correct_breach", breach, unit_id=breach.unit_id, fields=sorted(changed))
    return breach


@transaction.atomic
def add_step(breach: Breach, step: str, *, actor: User, at: datetime, words: str = "") -> BreachEntry:
    """Add a line to the timeline; some lines stop a clock or close the breach."""
    authorize(actor, BREACHES, at=breach.unit)
    breach = Breach.objects.select_for_update().get(pk=breach.pk)
    if breach.closed_at:
        raise BreachClosed(breach.closed_at)
    entry = BreachEntry.objects.create(breach=breach, step=step, at=at, words=words.strip(), entered_by=actor)
    moment = _MOMENTS.get(BreachStep(step))
    if moment and getattr(breach, moment) is None:
        setattr(breach, moment, at)
        breach.save(update_fields=[moment])
    audit.record(actor, "add_breach_step", breach, unit_id=breach.unit_id, step=step)
    return entry
