"""Who of a unit says yes or no when somebody further above asks for the names of its people."""

from django.utils.timezone import localdate

from donghanh.core.errors import NotForYou
from donghanh.org.access import grants_of
from donghanh.org.choices import Role
from donghanh.org.models import Grant, Unit, User

KEEPERS = (Role.ADMINISTRATOR, Role.LEADER)
"""Who is told of reveals at his unit; an administrator answers, and a leader where there is none."""


def answerers(unit: Unit, *, besides: User) -> set[int]:
    """Return the accounts that may answer at a unit; never the one who asks."""
    held = Grant.objects.on(localdate()).filter(unit=unit, role__in=KEEPERS, user__is_active=True)
    others = list(held.exclude(user=besides).values_list("user", "role"))
    administrators = {user for user, role in others if role == Role.ADMINISTRATOR}
    return administrators or {user for user, _role in others}


def must_answer(actor: User, unit: Unit, *, asked_by: User) -> None:
    """Let through only who may answer at a unit."""
    if actor.pk not in answerers(unit, besides=asked_by):
        raise NotForYou


def units_kept(actor: User) -> set[int]:
    """Return the units that ``actor`` leads or administers today."""
    return {grant.unit_id for grant in grants_of(actor) if grant.role in KEEPERS}
