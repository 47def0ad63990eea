"""Who can see and change what at a unit: the matrix told from the unit's side."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from donghanh.org import policy
from donghanh.org.access import BELOW, CHILD, OWN, UNION
from donghanh.org.choices import Reading, Role, UnitKind
from donghanh.org.models import Unit

THINGS: dict[str, Promise] = {
    "workers": _("names of workers"),
    "attendances": _("who attended which session"),
    "attendances_elsewhere": _("sessions of others that its people attended"),
    "sessions": _("sessions"),
    "reach": _("reach figures"),
    "figures": _("declared figures"),
    "reports": _("reports"),
    "enterprises": _("enterprises"),
    "imports": _("imports"),
    "units": _("the unit and those below it"),
    "users": _("accounts and roles"),
}
_UNION_ROLES = (Role.LEADER, Role.OFFICER, Role.VIEWER, Role.ADMINISTRATOR)
_OFFICE_ROLES = (Role.SOCIAL_SECURITY_OFFICER, Role.VIEWER, Role.ADMINISTRATOR)


@dataclass(frozen=True, slots=True)
class Cell:
    """How much of one thing one role reads here, and whether he changes it."""

    reading: Reading
    changes: bool

    @property
    def is_full(self) -> bool:
        """Tell whether nothing of it is hidden, names included."""
        return self.reading is Reading.NAME


@dataclass(frozen=True, slots=True)
class Circle:
    """The people who stand in one place to the unit: their roles, and what each may do with each thing."""

    title: Promise
    roles: list[Role]
    lines: list[tuple[Promise, list[Cell]]]


def circles_around(unit: Unit) -> list[Circle]:
    """Return who may see and change what at ``unit``, the nearest people first."""
    is_office = unit.kind == UnitKind.SOCIAL_SECURITY
    roles = _OFFICE_ROLES if is_office else _UNION_ROLES
    circles = [_circle(_("People with a role at this unit"), OWN, roles)]
    if unit.is_grassroots:
        circles.append(_circle(_("People with a role at the unit directly above"), CHILD, roles))
        circles.append(_circle(_("People with a role at the units further above"), BELOW, roles))
    else:
        circles.append(_circle(_("People with a role at the units above"), BELOW, roles))
    if not is_office:
        partners = (Role.SOCIAL_SECURITY_OFFICER,)
        circles.append(_circle(_("Social-security officers"), UNION, partners))
    return circles


def _circle(title: Promise, relation: str, roles: Iterable[Role]) -> Circle:
    shown = list(roles)
    lines = [
        (words, [_cell(role, relation, thing) for role in shown])
        for thing, words in THINGS.items()
        if any(_cell(role, relation, thing).reading for role in shown)
    ]
    return Circle(title, shown, lines)


def _cell(role: Role, relation: str, thing: str) -> Cell:
    rules = [rule for rule in policy.rules_for(role, thing) if rule.relation == relation]
    return Cell(
        reading=max((rule.reading for rule in rules), default=Reading.NONE),
        changes=any(rule.change != "none" for rule in rules),
    )
