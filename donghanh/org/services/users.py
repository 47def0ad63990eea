"""Accounts and roles: made by those above, never by oneself."""

from datetime import date, timedelta

from django.db import IntegrityError, transaction

from donghanh.core import audit
from donghanh.kernel.text import clean, normal_phone
from donghanh.org.access import authorize, may_change
from donghanh.org.choices import ROLES_LEADERS_GIVE, Role
from donghanh.org.errors import RoleAboveOwn, UserNameTaken
from donghanh.org.models import Grant, Unit, User


@transaction.atomic
def create_user(
    username: str, full_name: str, *, actor: User, unit: Unit, password: str | None = None, phone: str = ""
) -> User:
    """Make an account for somebody of ``unit``; he signs in by name or phone."""
    authorize(actor, "users", at=unit, verb="grant")
    try:
        with transaction.atomic():
            user = User.objects.create_user(
                username, password, full_name=clean(full_name), phone=normal_phone(phone) or None
            )
    except IntegrityError:
        raise UserNameTaken(username) from None
    audit.record(actor, "create_user", user, unit_id=unit.pk)
    return user


@transaction.atomic
def open_account(
    username: str,
    full_name: str,
    role: str,
    *,
    actor: User,
    unit: Unit,
    starts_on: date,
    password: str,
    phone: str = "",
) -> User:
    """Make an account for somebody who works for ``unit``, with his first role there."""
    user = create_user(username, full_name, actor=actor, unit=unit, password=password, phone=phone)
    grant_role(user, role, unit, actor=actor, starts_on=starts_on)
    return user


@transaction.atomic
def grant_role(user: User, role: str, unit: Unit, *, actor: User, starts_on: date) -> Grant:
    """Give ``user`` a role at ``unit``; safe to repeat while the role is held."""
    _authorize_role(actor, role, unit)
    held = user.grants.on(starts_on).filter(role=role, unit=unit).first()
    if held:
        return held
    grant = Grant.objects.create(user=user, role=role, unit=unit, starts_on=starts_on, granted_by=actor)
    audit.record(actor, "grant_role", user, unit_id=unit.pk, role=role)
    return grant


@transaction.atomic
def end_role(grant: Grant, *, actor: User, on: date) -> None:
    """Take a role away: ``on`` is the first day it is no longer held."""
    _authorize_role(actor, grant.role, grant.unit)
    if grant.starts_on >= on:
        grant.delete()
    else:
        grant.ends_on = on - timedelta(days=1)
        grant.save(update_fields=["ends_on"])
    audit.record(actor, "end_role", grant.user, unit_id=grant.unit_id, role=grant.role)


def _authorize_role(actor: User, role: str, unit: Unit) -> None:
    """Let those through who may give and take ``role`` at ``unit``: a leader only those below his own."""
    authorize(actor, "users", at=unit, verb="grant")
    if role not in ROLES_LEADERS_GIVE and not may_change(actor, "users", at=unit):
        raise RoleAboveOwn(str(Role(role).label))
