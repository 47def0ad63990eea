"""Setting a password or second steps anew for somebody who cannot sign in: started by one, confirmed by another.

The code that results is handed to the person by the officer who started it and works once, for an hour. A new
password leaves the second steps in place; taking those away asks for the password. Recovery goes through people who
know the person, never through an address, least of all the employer's.
"""

import hmac
from datetime import datetime, timedelta

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.db import transaction
from django.utils.crypto import salted_hmac

from donghanh.accounts.access import authorize_answer, authorize_start
from donghanh.accounts.choices import ResetKind, ResetState
from donghanh.accounts.errors import (
    PasswordWrong,
    ResetAlreadyOpen,
    ResetCodeWrong,
    ResetNeedsAnother,
    ResetNotForYourself,
    ResetNotWaiting,
)
from donghanh.accounts.models import ResetRequest
from donghanh.core import audit
from donghanh.core.errors import NotForYou
from donghanh.core.limits import Limit, spend
from donghanh.kernel.text import clean, fold
from donghanh.org.first_passwords import first_password
from donghanh.org.models import Unit, User

TO_CONFIRM = timedelta(hours=24)
TO_USE = timedelta(hours=1)
PASSWORD_TRIES = Limit("reset: password", 5, timedelta(hours=1))


@transaction.atomic
def start_reset(user: User, kind: ResetKind, *, unit: Unit, reason: str, actor: User, at: datetime) -> ResetRequest:
    """Ask that something of an account be set anew; nothing changes until somebody else confirms."""
    authorize_start(actor, user, unit)
    if actor == user:
        raise ResetNotForYourself
    running = user.resets.open_at(at).filter(kind=kind).select_related("started_by").first()
    if running is not None:
        raise ResetAlreadyOpen(user, running.started_by)
    request = ResetRequest.objects.create(
        user=user, kind=kind, unit=unit, reason=clean(reason), started_by=actor, started_at=at,
        expires_at=at + TO_CONFIRM,
    )  # fmt: skip
    audit.record(actor, "start_reset", user, unit_id=unit.pk, kind=str(kind))
    return request


@transaction.atomic
def confirm_reset(request: ResetRequest, *, actor: User, at: datetime) -> None:
    """Say that the request is right; from now on the one who started it can get the code."""
    authorize_answer(actor, request)
    _must_be_another(request, actor)
    _answer(request, at, answered_by=actor, confirmed_at=at, expires_at=at + TO_CONFIRM)
    audit.record(actor, "confirm_reset", request.user, unit_id=request.unit_id, kind=request.kind)


@transaction.atomic
def refuse_reset(request: ResetRequest, *, actor: User, at: datetime) -> None:
    """Say that the request is wrong; it ends here."""
    authorize_answer(actor, request)
    _must_be_another(request, actor)
    _answer(request, at, answered_by=actor, refused_at=at)
    audit.record(actor, "refuse_reset", request.user, unit_id=request.unit_id, kind=request.kind)


@transaction.atomic
def withdraw_reset(request: ResetRequest, *, actor: User, at: datetime) -> None:
    """Take back a request of one's own that nobody has answered."""
    _must_have_started(request, actor)
    _answer(request, at, refused_at=at)
    audit.record(actor, "withdraw_reset", request.user, unit_id=request.unit_id, kind=request.kind)


@transaction.atomic
def hand_out_code(request: ResetRequest, *, actor: User, at: datetime) -> str:
    """Make the code and return it this once, to the officer who has the person before him."""
    _must_have_started(request, actor)
    code = first_password()
    handed = ResetRequest.objects.open_at(at).filter(pk=request.pk, confirmed_at__isnull=False, code_hash=None)
    if not handed.update(code_hash=_hash(code), expires_at=at + TO_USE):
        raise ResetNotWaiting(str(request.state_at(at).label))
    audit.record(actor, "hand_out_reset_code", request.user, unit_id=request.unit_id, kind=request.kind)
    return code


def reset_by_code(typed: str, *, at: datetime) -> ResetRequest:
    """Return the confirmed request that a code belongs to; twelve random letters need no count of tries."""
    found = ResetRequest.objects.open_at(at).filter(code_hash=_hash(typed), user__is_active=True)
    request = found.select_related("user", "unit").first()
    if request is None or not hmac.compare_digest(request.code_hash or "", _hash(typed)):
        raise ResetCodeWrong
    return request


@transaction.atomic
def set_password_by_code(typed: str, password: str, *, at: datetime) -> User:
    """Set the password that the owner of the account chose; every session ends, the second steps stay."""
    request = _use(reset_by_code(typed, at=at), ResetKind.PASSWORD, at)
    user = request.user
    user.set_password(password)
    user.save(update_fields=["password"])
    _end_sessions(user)
    audit.record(user, "set_password_by_code", user, unit_id=request.unit_id)
    return user


def drop_factors_by_code(typed: str, password: str, *, at: datetime) -> User:
    """Take the second steps away for somebody who knows his password; every session ends."""
    request = reset_by_code(typed, at=at)
    spend(PASSWORD_TRIES, request.pk, at=at)  # Before the transaction: a wrong try must stay counted.
    if not request.user.check_password(password):
        raise PasswordWrong
    with transaction.atomic():
        user = _use(request, ResetKind.FACTORS, at).user
        Authenticator.objects.filter(user=user).delete()
        _end_sessions(user)
        audit.record(user, "drop_factors_by_code", user, unit_id=request.unit_id)
    return user


def tell_owner(user: User, *, at: datetime) -> list[ResetRequest]:
    """Return what was started for an account since its owner last signed in; what is settled is told once."""
    untold = list(user.resets.filter(told_at=None).select_related("started_by", "answered_by").order_by("started_at"))
    settled = [request.pk for request in untold if request.state_at(at) != ResetState.WAITING]
    user.resets.filter(pk__in=settled).update(told_at=at)
    return untold


def _must_be_another(request: ResetRequest, actor: User) -> None:
    if actor.pk == request.user_id:
        raise ResetNotForYourself
    if actor.pk == request.started_by_id:
        raise ResetNeedsAnother


def _must_have_started(request: ResetRequest, actor: User) -> None:
    if actor.pk != request.started_by_id:
        raise NotForYou
    authorize_start(actor, request.user, request.unit)


def _answer(request: ResetRequest, at: datetime, **facts: object) -> None:
    """Write an answer unless there is one; of two at once the first counts."""
    if not ResetRequest.objects.waiting_at(at).filter(pk=request.pk).update(**facts):
        request.refresh_from_db()
        raise ResetNotWaiting(str(request.state_at(at).label))
    request.refresh_from_db()


def _use(request: ResetRequest, kind: ResetKind, at: datetime) -> ResetRequest:
    """Mark a code as used; of two uses at once the first counts."""
    if not ResetRequest.objects.open_at(at).filter(pk=request.pk, kind=kind).update(used_at=at):
        raise ResetCodeWrong
    return request


def _end_sessions(user: User) -> None:
    for session in list(UserSession.objects.filter(user=user)):
        session.end()


def _hash(typed: str) -> str:
    """Return what is kept of a code, however it was grouped when typed."""
    letters = "".join(letter for letter in fold(typed) if letter.isalnum())
    return salted_hmac("donghanh.accounts.reset", letters, algorithm="sha256").hexdigest()
