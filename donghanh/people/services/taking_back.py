"""Ways back: what was done to a person on the rolls by mistake is undone as if it had not been."""

from datetime import date

from django.db import transaction

from donghanh.core import audit
from donghanh.org.access import authorize
from donghanh.org.models import User
from donghanh.people.errors import RecordErased
from donghanh.people.models import Employment, Membership


@transaction.atomic
def reopen_employment(employment: Employment, *, actor: User, ends_on: date) -> Employment:
    """Give an employment that was ended by mistake the last day that it had before."""
    authorize(actor, "workers", at=employment.unit)
    if employment.worker.erased_at:
        raise RecordErased(employment.worker)
    employment.ends_on = ends_on
    employment.save(update_fields=["ends_on"])
    audit.record(actor, "reopen_employment", employment.worker, unit_id=employment.unit_id)
    return employment


@transaction.atomic
def withdraw_admission(membership: Membership, *, actor: User) -> None:
    """Remove a membership that was entered by mistake."""
    authorize(actor, "workers", at=membership.unit)
    worker, on = membership.worker, membership.starts_on
    membership.delete()
    audit.record(actor, "withdraw_admission", worker, unit_id=membership.unit_id, on=on.isoformat())
