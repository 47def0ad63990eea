"""Who can see and change what at a unit: the matrix told from the unit's side, and who holds its roles."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from donghanh.org import policy
from donghanh.org.access import BELOW, CHILD, OWN, UNION, units_read
from donghanh.org.choices import Reading, Role, UnitKind
from donghanh.org.models import Grant, Unit, User
from donghanh.org.queries.matrix import THINGS
from donghanh.org.queries.units import place_of, units_above
from donghanh.org.queries.users import office_holders

SHOWN = (
    "workers", "attendances", "attendances_elsewhere", "sessions", "reach", "figures", "reports", "enterprises",
    "imports", "units", "users", "settings", "audit",
)  # fmt: skip
"""What the circles around a unit tell of; the whole matrix stands below them."""
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
    lines: list[tuple[str | Promise, list[Cell]]]


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
        (THINGS[thing], [_cell(role, relation, thing) for role in shown])
        for thing in SHOWN
        if any(_cell(role, relation, thing).reading for role in shown)
    ]
    return Circle(title, shown, lines)


def _cell(role: Role, relation: str, thing: str) -> Cell:
    rules = [rule for rule in policy.rules_for(role, thing) if rule.relation == relation]
    return Cell(
        reading=max((rule.reading for rule in rules), default=Reading.NONE),
        changes=any(rule.change != "none" for rule in rules),
    )


@dataclass(frozen=True, slots=True)
class Post:
    """A unit on the way up from the one that is asked about, with those who work for it."""

    unit: Unit
    holders: list[Grant]


def posts_up_from(unit: Unit, readable: QuerySet[Unit], reader: User) -> list[Post]:
    """Return who holds roles at ``unit`` and above it, where ``reader`` may see accounts, the nearest first."""
    today = localdate()
    way_up = [unit, *reversed(units_above(readable, place_of(unit, on=today)))]
    seen = Unit.objects.filter(units_read(reader, "users", least=Reading.NAME), pk__in=[each.pk for each in way_up])
    open_ids = set(seen.values_list("pk", flat=True))
    return [Post(each, office_holders(each, on=today)) for each in way_up if each.pk in open_ids]
