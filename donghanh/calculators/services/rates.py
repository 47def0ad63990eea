"""Proposing, approving, refusing and withdrawing levels and rates: two officers for every change."""

from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from donghanh.calculators.choices import ChangeState
from donghanh.calculators.in_force import rates_in_force
from donghanh.calculators.models import RateChange
from donghanh.calculators.rate_errors import RateDecidedByItsProposer, RateNotWaiting, RateUnknown, RateWaitsAlready
from donghanh.calculators.told import told_value
from donghanh.calculators.values import Value
from donghanh.core import audit
from donghanh.core.errors import NotForYou
from donghanh.legal.access import authorize_keeper
from donghanh.org.models import User


def propose_rate(value: Value, *, actor: User, at: datetime) -> RateChange:
    """Write down a level that shall count from a day; it waits for a second officer."""
    unit_id = authorize_keeper(actor)
    known = [each for each in rates_in_force() if (each.code, each.key) == (value.code, value.key)]
    if not known:
        raise RateUnknown(value.code)
    before = next((each for each in known if each.starts_on == value.starts_on), None)
    change = RateChange(
        code=value.code,
        key=value.key,
        amount=value.amount,
        unit=value.unit,
        starts_on=value.starts_on,
        ends_on=value.ends_on,
        document=value.basis.document,
        article=value.basis.article,
        clause=value.basis.clause,
        certainty=value.certainty,
        source=value.source,
        before=told_value(before, "vi") if before else None,
        proposed_by=actor,
        proposed_at=at,
    )
    try:
        with transaction.atomic():
            change.save()
            audit.record(actor, "propose_rate", change, unit_id=unit_id, **_facts(change))
    except IntegrityError:
        raise RateWaitsAlready(change) from None
    return change


@transaction.atomic
def approve_rate(change: RateChange, *, actor: User, at: datetime) -> RateChange:
    """Let a proposed level count, in the name of a second officer; what it replaces no longer does."""
    unit_id = authorize_keeper(actor)
    change = _waiting(change, actor)
    same = RateChange.objects.in_use().filter(code=change.code, key=change.key, starts_on=change.starts_on)
    same.update(state=ChangeState.SUPERSEDED)
    _decide(change, ChangeState.APPROVED, actor, at)
    audit.record(actor, "approve_rate", change, unit_id=unit_id, **_facts(change))
    return change


@transaction.atomic
def refuse_rate(change: RateChange, *, actor: User, at: datetime, reason: str) -> RateChange:
    """Refuse a proposed level with a reason, in the name of a second officer."""
    unit_id = authorize_keeper(actor)
    change = _waiting(change, actor)
    change.reason = reason
    _decide(change, ChangeState.REFUSED, actor, at)
    audit.record(actor, "refuse_rate", change, unit_id=unit_id, **_facts(change))
    return change


@transaction.atomic
def withdraw_rate(change: RateChange, *, actor: User, at: datetime) -> RateChange:
    """Take back a level that one proposed oneself, while it waits."""
    unit_id = authorize_keeper(actor)
    change = _locked(change)
    if change.proposed_by_id != actor.pk:
        raise NotForYou
    change.state, change.decided_at = ChangeState.WITHDRAWN, at
    change.save(update_fields=["state", "decided_at"])
    audit.record(actor, "withdraw_rate", change, unit_id=unit_id, **_facts(change))
    return change


def _waiting(change: RateChange, actor: User) -> RateChange:
    change = _locked(change)
    if change.proposed_by_id == actor.pk or actor.is_system:
        raise RateDecidedByItsProposer(change)
    return change


def _locked(change: RateChange) -> RateChange:
    change = RateChange.objects.select_for_update().get(pk=change.pk)
    if change.state != ChangeState.WAITING:
        raise RateNotWaiting(change)
    return change


def _decide(change: RateChange, state: ChangeState, actor: User, at: datetime) -> None:
    change.state, change.decided_by, change.decided_at = state, actor, at
    change.save(update_fields=["state", "decided_by", "decided_at", "reason"])


def _facts(change: RateChange) -> dict[str, Any]:
    return {
        "code": change.code,
        "key": change.key,
        "amount": str(change.amount.normalize()),
        "starts_on": change.starts_on.isoformat(),
    }
