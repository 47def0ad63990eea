"""May this actor read or change this, here: the only place that answers.

Relations of the matrix are answered with two facts of a placement: its base (the unit itself,
or for a section the unit it belongs to) and the unit that this base hangs under.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import OuterRef, Q, Subquery
from django.utils.timezone import localdate

from donghanh.core.errors import NotForYou
from donghanh.org import policy
from donghanh.org.choices import GRASSROOTS_KINDS, ROLES_LEADERS_GIVE, UNION_KINDS, Reading, Role
from donghanh.org.models import Grant, Unit, UnitPlacement, User
from donghanh.org.querysets import on_day, standing_on, within

OWN, CHILD, BELOW, UNION, SESSION = "own", "child", "below", "union", "session"
ON_BEHALF = "on behalf"
PATH_OF_NO_UNIT = "~"


def grants_of(actor: User, *, on: date | None = None) -> list[Grant]:
    """Return the roles that ``actor`` holds on a day, today when none is given."""
    if not actor.is_authenticated or not actor.is_active:
        return []
    return list(actor.grants.on(on or localdate()).select_related("unit"))


@dataclass(frozen=True, slots=True)
class Standing:
    """How an actor stands to one unit; looked up once, it answers any number of questions."""

    is_system: bool
    roles: tuple[tuple[str, frozenset[str]], ...]
    """Each role he holds, with the relations in which its unit stands to this one."""

    def reading(self, thing: str) -> Reading:
        """Return how much of ``thing`` here he may read; the most generous row decides."""
        if self.is_system:
            return Reading.NAME
        return max((rule.reading for rule in self._rules(thing)), default=Reading.NONE)

    def stands_above(self, thing: str) -> bool:
        """Tell whether he reads ``thing`` as one of the unit itself or of a unit above it."""
        return self.is_system or any(rule.relation != UNION and rule.reading for rule in self._rules(thing))

    def may_change(self, thing: str, *, verb: str = "change") -> bool:
        """Tell whether he may change ``thing`` here, also on behalf of the unit."""
        return self.is_system or any(_allows(rule, verb) for rule in self._rules(thing))

    def is_on_behalf(self, thing: str, *, verb: str = "change") -> bool:
        """Tell whether what he changes here counts as entered on behalf of the unit."""
        allowed = [rule for rule in self._rules(thing) if _allows(rule, verb)]
        return bool(allowed) and all(rule.change == ON_BEHALF for rule in allowed)

    def _rules(self, thing: str) -> Iterator[policy.Rule]:
        for role, relations in self.roles:
            yield from (rule for rule in policy.rules_for(role, thing) if rule.relation in relations)


def standing(actor: User, at: Unit) -> Standing:
    """Return how ``actor`` stands to a unit today."""
    if actor.is_system:
        return Standing(is_system=True, roles=())
    placement = at.placements.filter(standing_on(localdate())).select_related("base").first()
    roles = tuple((grant.role, frozenset(_relations(grant, at, placement))) for grant in grants_of(actor))
    return Standing(is_system=False, roles=roles)


def reading(actor: User, thing: str, *, at: Unit) -> Reading:
    """Return how much of ``thing`` at a unit ``actor`` may read; the most generous row decides."""
    return standing(actor, at).reading(thing)


def require(actor: User, thing: str, *, at: Unit, least: Reading = Reading.NUMBER) -> Reading:
    """Return the reading of ``actor``; less than ``least`` is the same as no such record."""
    found = reading(actor, thing, at=at)
    if found < least:
        raise NotForYou
    return found


def authorize(actor: User, thing: str, *, at: Unit, verb: str = "change") -> bool:
    """Let ``actor`` change ``thing`` at a unit, or raise; return whether he acts on its behalf.

    ``verb`` is “change” or a word that the change column of the matrix starts with.
    """
    here = standing(actor, at)
    if not here.may_change(thing, verb=verb):
        raise NotForYou
    return here.is_on_behalf(thing, verb=verb)


def may_change(actor: User, thing: str, *, at: Unit, verb: str = "change") -> bool:
    """Tell whether :func:`authorize` would let ``actor`` through; for buttons, never for rules."""
    return standing(actor, at).may_change(thing, verb=verb)


def places_read(actor: User, thing: str, *, least: Reading = Reading.NUMBER) -> Q:
    """Match the placements of the units whose ``thing`` ``actor`` may read at least so far."""
    return _places(actor, thing, lambda rule: rule.reading >= least)


def units_read(actor: User, thing: str, *, least: Reading = Reading.NUMBER) -> Q:
    """Match the units whose ``thing`` ``actor`` may read at least so far, as a filter on units.

    A unit that moved belongs to those above it now, also with what it did before; a closed one to
    those who were above it last.
    """
    if actor.is_system:
        return Q()
    placements = UnitPlacement.objects.filter(standing_on(localdate()), places_read(actor, thing, least=least))
    return Q(pk__in=placements.values("unit"))


def units_changed(actor: User, thing: str, *, verb: str = "change") -> Q:
    """Match the units of today where :func:`authorize` would let ``actor`` change ``thing``."""
    if actor.is_system:
        return Q()
    places = _places(actor, thing, lambda rule: _allows(rule, verb))
    return Q(pk__in=UnitPlacement.objects.on(localdate()).filter(places).values("unit"))


def has_say_over(actor: User, user: User) -> bool:
    """Tell whether ``actor`` gives and takes every role of an account, and so may sign in with it."""
    all_roles = Unit.objects.filter(units_changed(actor, "users"))
    lower_roles = Unit.objects.filter(units_changed(actor, "users", verb="grant"))
    within_reach = Q(unit__in=all_roles) | Q(unit__in=lower_roles, role__in=ROLES_LEADERS_GIVE)
    return not user.grants.filter(ends_on__gte=localdate()).exclude(within_reach).exists()


def reads_anywhere(actor: User, thing: str, *, least: Reading = Reading.NUMBER) -> bool:
    """Tell whether ``actor`` may read ``thing`` of any unit at all; for lists, which else do not exist."""
    roles = {grant.role for grant in grants_of(actor)}
    return actor.is_system or policy.reads(roles, thing, least=least)


def changes_anywhere(actor: User, thing: str) -> bool:
    """Tell whether ``actor`` may change ``thing`` at any unit at all; for what is offered, never for rules."""
    roles = {grant.role for grant in grants_of(actor)}
    return actor.is_system or any(_allows(rule, "change") for role in roles for rule in policy.rules_for(role, thing))


def _places(actor: User, thing: str, fits: Callable[[policy.Rule], bool]) -> Q:
    """Match the placements that stand to a role of ``actor`` as in a row of the matrix that ``fits``."""
    if actor.is_system:
        return Q()
    found = Q(pk__in=[])
    for role, unit_id, path in _grants_with_paths(actor):
        for rule in policy.rules_for(role, thing):
            if fits(rule):
                found |= _matching(rule.relation, unit_id, path or PATH_OF_NO_UNIT)
    return found


def _grants_with_paths(actor: User) -> Iterable[tuple[str, int, str | None]]:
    """Return each role held today, its unit, and where that hangs or hung last; one query however many."""
    if not actor.is_authenticated or not actor.is_active:
        return []
    today = localdate()
    places = UnitPlacement.objects.filter(unit=OuterRef("unit"), starts_on__lte=today).order_by("-starts_on")
    return actor.grants.on(today).values_list("role", "unit", Subquery(places.values("path")[:1]))


def _allows(rule: policy.Rule, verb: str) -> bool:
    return rule.change in {"all", ON_BEHALF} or (verb != "change" and rule.change.startswith(verb))


def _relations(grant: Grant, at: Unit, placement: UnitPlacement | None) -> set[str]:
    if placement is None:
        return set()
    relations = set()
    if at.kind in UNION_KINDS:
        relations.add(UNION)
    if grant.unit_id in {placement.base_id, at.pk}:
        relations |= {OWN, SESSION}  # A unit hosts the sessions that are its own.
    elif placement.base_parent_id == grant.unit_id and placement.base.kind in GRASSROOTS_KINDS:
        relations.add(CHILD)
    elif grant.unit_id in placement.unit_ids:
        relations.add(BELOW)
    return relations


def _matching(relation: str, unit_id: int, path: str) -> Q:
    own = Q(base=unit_id) | Q(unit=unit_id)
    child = Q(base_parent=unit_id, base__kind__in=GRASSROOTS_KINDS)
    if relation in {OWN, SESSION}:
        return own
    if relation == CHILD:
        return child
    if relation == BELOW:
        return within(path) & ~own & ~child
    if relation == UNION:
        return Q(unit__kind__in=UNION_KINDS)
    return Q(pk__in=[])


def holds(actor: User, *roles: Role) -> bool:
    """Tell whether ``actor`` holds one of ``roles`` anywhere today."""
    return any(grant.role in roles for grant in grants_of(actor))


def reads_names_below(actor: User, thing: str, *, at: Unit, on: date) -> bool:
    """Tell whether ``actor`` may read names at a unit and at every unit below it on a day.

    A figure of a unit covers its whole subtree, so names behind it need this, not the unit's own reading.
    """
    if actor.is_system:
        return True
    if reading(actor, thing, at=at) < Reading.NAME:
        return False
    path = at.path_on(on)
    below = UnitPlacement.objects.filter(on_day(on) & within(path)) if path else at.placements.all()
    return not below.exclude(places_read(actor, thing, least=Reading.NAME)).exists()
