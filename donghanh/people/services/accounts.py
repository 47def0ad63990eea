"""Accounts of workers: made by an officer of their union and bound to their record."""

from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.timezone import localdate

from donghanh.core import audit
from donghanh.org.access import authorize
from donghanh.org.choices import Role
from donghanh.org.errors import UserNameTaken
from donghanh.org.models import Grant, Unit, User
from donghanh.people.errors import AccountAlreadyBound, NotOnTheRolls, RecordErased
from donghanh.people.models import Worker, WorkerAccount


@transaction.atomic
def bind_account(
    worker: Worker, unit: Unit, *, actor: User, username: str, password: str, at: datetime
) -> WorkerAccount:
    """Make an account for a worker of ``unit`` and bind it to his record."""
    _may_bind(worker, unit, actor=actor, at=at)
    try:
        with transaction.atomic():
            user = User.objects.create_user(username, password, full_name=worker.full_name, phone=worker.phone or None)
    except IntegrityError:
        raise UserNameTaken(username) from None
    return _bind(worker, user, unit, actor=actor, at=at)


@transaction.atomic
def bind_own_account(worker: Worker, user: User, unit: Unit, *, actor: User, at: datetime) -> WorkerAccount:
    """Bind an account that somebody made himself, and that opens nothing yet, to the record of a worker of ``unit``."""
    _may_bind(worker, unit, actor=actor, at=at)
    if user.grants.exists() or WorkerAccount.objects.filter(user=user).exists():
        raise AccountAlreadyBound(user)
    user.full_name = worker.full_name
    user.save(update_fields=["full_name"])
    return _bind(worker, user, unit, actor=actor, at=at)


def _may_bind(worker: Worker, unit: Unit, *, actor: User, at: datetime) -> None:
    authorize(actor, "workers", at=unit)
    if worker.erased_at:
        raise RecordErased(worker)
    _must_work_at(unit, worker, on=localdate(at))
    if WorkerAccount.objects.filter(worker=worker).exists():
        raise AccountAlreadyBound(worker)


def _bind(worker: Worker, user: User, unit: Unit, *, actor: User, at: datetime) -> WorkerAccount:
    Grant.objects.create(user=user, role=Role.WORKER, unit=unit, starts_on=localdate(at), granted_by=actor)
    account = WorkerAccount.objects.create(user=user, worker=worker, bound_by=actor, bound_at=at)
    audit.record(actor, "bind_account", worker, unit_id=unit.pk)
    return account


def _must_work_at(unit: Unit, worker: Worker, *, on: date) -> None:
    """Refuse an account for somebody whom the officers of ``unit`` have no say over."""
    if not worker.employments.on(on).filter(unit=unit).exists():
        raise NotOnTheRolls(worker, unit, on)
