"""Accounts of workers: made by an officer of their union and bound to their record."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.timezone import localdate

from donghanh.core import audit
from donghanh.org.access import authorize
from donghanh.org.choices import Role
from donghanh.org.errors import UserNameTaken
from donghanh.org.models import Grant, Unit, User
from donghanh.people.errors import AccountAlreadyBound
from donghanh.people.models import Worker, WorkerAccount


@transaction.atomic
def bind_account(
    worker: Worker, unit: Unit, *, actor: User, username: str, password: str, at: datetime
) -> WorkerAccount:
    """Make an account for a worker of ``unit`` and bind it to his record."""
    authorize(actor, "workers", at=unit)
    if WorkerAccount.objects.filter(worker=worker).exists():
        raise AccountAlreadyBound(worker)
    try:
        with transaction.atomic():
            user = User.objects.create_user(
                username, password, full_name=worker.full_name, phone=worker.phone or None
            )
    except IntegrityError:
        raise UserNameTaken(username) from None
    Grant.objects.create(user=user, role=Role.WORKER, unit=unit, starts_on=localdate(at), granted_by=actor)
    account = WorkerAccount.objects.create(user=user, worker=worker, bound_by=actor, bound_at=at)
    audit.record(actor, "bind_account", worker, unit_id=unit.pk)
    return account
