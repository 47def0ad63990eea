"""Who holds which role at a unit, and over whom a reader has a say."""

from datetime import date

from django.db.models import QuerySet

from donghanh.kernel.text import collation_key
from donghanh.org.access import standing
from donghanh.org.choices import ROLES_LEADERS_GIVE, Role, UnitKind
from donghanh.org.models import Grant, Unit, User

THING = "users"
_FIRST_TO_LAST = [
    Role.LEADER, Role.OFFICER, Role.SOCIAL_SECURITY_OFFICER, Role.ADMINISTRATOR, Role.VIEWER, Role.VOLUNTEER,
    Role.WORKER,
]  # fmt: skip
_ONLY_UNION_ROLES = (Role.LEADER, Role.OFFICER)


def office_holders(unit: Unit, *, on: date) -> list[Grant]:
    """Return who works for ``unit`` from a day on, those who lead first, then by given name.

    The account of a worker is no office; it is found on the page of the person.
    """
    grants = unit.grants.filter(ends_on__gte=on).exclude(role=Role.WORKER)
    return sorted(grants.select_related("user", "granted_by"), key=_by_office_and_name)


def roles_at(user: User, unit: Unit) -> QuerySet[Grant]:
    """Return every role a person ever held at ``unit``, the latest first."""
    return user.grants.filter(unit=unit).select_related("granted_by").order_by("-starts_on")


def roles_to_give(actor: User, unit: Unit) -> list[Role]:
    """Return the roles that ``actor`` may give at ``unit``; a worker's comes with his account alone."""
    here = standing(actor, unit)
    if here.may_change(THING):
        given = tuple(Role)
    else:
        given = ROLES_LEADERS_GIVE if here.may_change(THING, verb="grant") else ()
    others = _ONLY_UNION_ROLES if unit.kind == UnitKind.SOCIAL_SECURITY else (Role.SOCIAL_SECURITY_OFFICER,)
    return [role for role in _FIRST_TO_LAST if role in given and role not in (Role.WORKER, *others)]


def _by_office_and_name(grant: Grant) -> tuple[int, str, str]:
    user = grant.user
    office = _FIRST_TO_LAST.index(Role(grant.role))
    return office, collation_key(user.given_name), collation_key(user.full_name)
