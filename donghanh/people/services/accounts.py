"""Accounts of workers: made by an officer of their union and bound to their record."""

from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.timezone import localdate

from donghanh.core import audit
from donghanh.org.access import authorize
from donghanh.org.choices import Role
from donghanh.org.errors import UserNameTaken
from donghanh.org.models import Grant, Unit, User
from donghanh.people.errors import AccountAlreadyBound, NoOrdinaryAccount, NotOnTheRolls
from donghanh.people.models import Worker, WorkerAccount


@transaction.atomic
def bind_account(
    worker: Worker, unit: Unit, *, actor: User, username: str, password: str, at: datetime
) -> WorkerAccount:
    """Make an account for a worker of ``unit`` and bind it to his record."""
    authorize(actor, "workers", at=unit)
    _must_work_at(unit, worker, on=localdate(at))
    if WorkerAccount.objects.filter(worker=worker).exists():
        raise AccountAlreadyBound(worker)
    try:
        with transaction.atomic():
            user = User.objects.create_user(username, password, full_name=worker.full_name, phone=worker.phone or None)
    except IntegrityError:
        raise UserNameTaken(username) from None
    Grant.objects.create(user=user, role=Role.WORKER, unit=unit, starts_on=localdate(at), granted_by=actor)
    account = WorkerAccount.objects.create(user=user, worker=worker, bound_by=actor, bound_at=at)
    audit.record(actor, "bind_account", worker, unit_id=unit.pk)
    return account


@transaction.atomic
def change_account_password(worker: Worker, unit: Unit, *, actor: User, password: str) -> WorkerAccount:
    """Set a new password for a worker of ``unit`` who cannot sign in.

    Whoever sets it could sign in with it, so an account with any other role is for its administrator.
    """
    authorize(actor, "workers", at=unit)
    _must_work_at(unit, worker, on=localdate())
    account = WorkerAccount.objects.filter(worker=worker).select_related("user").first()
    others = Grant.objects.filter(ends_on__gte=localdate()).exclude(role=Role.WORKER)
    if account is None or others.filter(user=account.user).exists():
        raise NoOrdinaryAccount(worker)
    account.user.set_password(password)
    account.user.save(update_fields=["password"])
    audit.record(actor, "change_account_password", worker, unit_id=unit.pk)
    return account


def _must_work_at(unit: Unit, worker: Worker, *, on: date) -> None:
    """Refuse an account for somebody whom the officers of ``unit`` have no say over."""
    if not worker.employments.on(on).filter(unit=unit).exists():
        raise NotOnTheRolls(worker, unit, on)
