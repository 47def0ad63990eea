"""Legal holds: placed and lifted by a leader or officer of the unit, with a reason and an end."""

from datetime import date, datetime

from django.db import transaction

from donghanh.core import audit
from donghanh.core.errors import NotForYou
from donghanh.org.access import authorize
from donghanh.org.models import User
from donghanh.people.errors import RecordErased
from donghanh.people.models import Worker
from donghanh.privacy.models import LegalHold
from donghanh.privacy.persons import keeper_of
from donghanh.privacy.querysets import REQUESTS


@transaction.atomic
def place_hold(worker: Worker, *, actor: User, reason: str, until: date, at: datetime) -> LegalHold:
    """Keep a person's data for a reason in law, up to a day."""
    unit = keeper_of(worker)
    if unit is None:
        raise NotForYou
    authorize(actor, REQUESTS, at=unit)
    if worker.erased_at:
        raise RecordErased(worker)
    hold = LegalHold.objects.create(worker=worker, reason=reason.strip(), until=until, placed_at=at, placed_by=actor)
    audit.record(actor, "place_legal_hold", worker, unit_id=unit.pk, until=until.isoformat())
    return hold


@transaction.atomic
def lift_hold(hold: LegalHold, *, actor: User, at: datetime) -> LegalHold:
    """Say that the reason is gone; safe to repeat."""
    unit = keeper_of(hold.worker)
    if unit is None:
        raise NotForYou
    authorize(actor, REQUESTS, at=unit)
    if hold.lifted_at is None:
        hold.lifted_at, hold.lifted_by = at, actor
        hold.save(update_fields=["lifted_at", "lifted_by"])
        audit.record(actor, "lift_legal_hold", hold.worker, unit_id=unit.pk)
    return hold
