"""Joining by a unit's code: anybody may make an account by it, and it is nobody's until an officer binds it.

Whoever joins is told nothing about whether he is known: his phone and name are compared by the officer, not by the
page. Until then the account holds no role, so it sees nothing of anybody.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from donghanh.accounts.choices import JoinState
from donghanh.accounts.errors import JoinAlreadyAnswered
from donghanh.accounts.models import JoinCode, JoinRequest, OneTimeCode
from donghanh.core import audit
from donghanh.core.limits import Limit, spend
from donghanh.kernel.text import clean
from donghanh.org.access import authorize
from donghanh.org.models import Unit, User
from donghanh.people.models import Worker
from donghanh.people.services import bind_own_account

BY_CODE = Limit("join: code", 1000, timedelta(days=1))
FROM_A_NETWORK = Limit("join: network", 200, timedelta(hours=1))
"""A whole hall joins through one network address in a few minutes."""
WAITING_KEPT = timedelta(days=180)
REFUSED_KEPT = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Joiner:
    """What somebody who joins says about himself, and the code that proves his phone where one was sent."""

    full_name: str
    phone: str
    password: str
    proof: OneTimeCode | None = None


@transaction.atomic
def make_join_code(unit: Unit, *, actor: User, at: datetime, lasts: timedelta) -> JoinCode:
    """Make a code for a poster of ``unit``."""
    authorize(actor, "workers", at=unit)
    code = JoinCode.objects.create(unit=unit, made_by=actor, made_at=at, expires_at=at + lasts)
    audit.record(actor, "make_join_code", code, unit_id=unit.pk)
    return code


@transaction.atomic
def revoke_join_code(code: JoinCode, *, actor: User, at: datetime) -> None:
    """Make a code worthless from now on; who joined by it stays."""
    authorize(actor, "workers", at=code.unit)
    JoinCode.objects.filter(pk=code.pk, revoked_at=None).update(revoked_at=at)
    audit.record(actor, "revoke_join_code", code, unit_id=code.unit_id)


def join(code: JoinCode, joiner: Joiner, *, network: str, at: datetime) -> JoinRequest:
    """Make an account that waits to be bound; it signs in by a name made here, since the phone is only claimed."""
    spend(BY_CODE, code.pk, at=at)
    spend(FROM_A_NETWORK, network, at=at)
    with transaction.atomic():
        user = User.objects.create_user(_new_name(), joiner.password, full_name=clean(joiner.full_name))
        request = JoinRequest.objects.create(
            code=code, unit=code.unit, user=user, phone=joiner.phone, joined_at=at,
            phone_proved_at=joiner.proof.used_at if joiner.proof and joiner.proof.phone == joiner.phone else None,
        )  # fmt: skip
        audit.record(user, "join", request, unit_id=code.unit_id)
    return request


@transaction.atomic
def bind_joiner(request: JoinRequest, worker: Worker, *, actor: User, at: datetime) -> None:
    """Say who somebody is: from now on the account is his, and what he does with it counts as done by him."""
    authorize(actor, "workers", at=request.unit)
    _answer(request, JoinState.BOUND, actor, at)
    bind_own_account(worker, request.user, request.unit, actor=actor, at=at)
    is_his = request.phone_proved_at is not None or request.phone == worker.phone
    if is_his and not User.objects.filter(phone=request.phone).exists():
        request.user.phone = request.phone
        request.user.save(update_fields=["phone"])
    audit.record(actor, "bind_joiner", request, unit_id=request.unit_id)


@transaction.atomic
def refuse_joiner(request: JoinRequest, *, actor: User, at: datetime) -> None:
    """Say that somebody is not of the unit; the account is closed."""
    authorize(actor, "workers", at=request.unit)
    _answer(request, JoinState.REFUSED, actor, at)
    request.user.is_active = False
    request.user.save(update_fields=["is_active"])
    audit.record(actor, "refuse_joiner", request, unit_id=request.unit_id)


def forget_joiners(*, at: datetime) -> None:
    """Delete the accounts of those who were refused, or whom nobody answered, when their time is up."""
    refused = JoinRequest.objects.filter(state=JoinState.REFUSED, answered_at__lt=at - REFUSED_KEPT)
    waiting = JoinRequest.objects.filter(state=JoinState.WAITING, joined_at__lt=at - WAITING_KEPT)
    for request in (refused | waiting).select_related("user"):
        request.user.delete()


def _answer(request: JoinRequest, state: JoinState, actor: User, at: datetime) -> None:
    """Write an answer unless there is one; of two at once the first counts."""
    waiting = JoinRequest.objects.filter(pk=request.pk, state=JoinState.WAITING)
    if not waiting.update(state=state, answered_by=actor, answered_at=at):
        request.refresh_from_db()
        raise JoinAlreadyAnswered(request.user, request.get_state_display())


def _new_name() -> str:
    """Return a sign-in name that says nothing and can be read out."""
    digits = f"{secrets.randbelow(10**8):08d}"
    return f"nld-{digits[:4]}-{digits[4:]}"
