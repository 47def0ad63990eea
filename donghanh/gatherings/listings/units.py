"""Which units a session form offers: hosts one may plan for, and units that may host beside them."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from donghanh.gatherings.models import Session
from donghanh.org.access import grants_of, units_changed
from donghanh.org.choices import Role, UnitKind
from donghanh.org.models import Grant, Unit, UnitPlacement, User
from donghanh.org.queries.units import readable_units
from donghanh.org.querysets import UnitQuerySet, ids_on


@dataclass(frozen=True, slots=True)
class HostChoices:
    """The units somebody may plan sessions for: his own, and those he enters for on their behalf."""

    own: list[Unit]
    on_behalf: list[Unit]

    def ids(self) -> list[int]:
        """Return the ids of both."""
        return [unit.pk for unit in (*self.own, *self.on_behalf)]


def host_choices(user: User, *, on: date) -> HostChoices:
    """Return the units that ``user`` may plan a session for, by name."""
    units = list(Unit.objects.filter(units_changed(user, "sessions")).order_by("folded_name"))
    bases = {grant.unit_id for grant in grants_of(user)}
    own = set(UnitPlacement.objects.on(on).filter(base__in=bases).values_list("unit", flat=True))
    return HostChoices(
        own=[unit for unit in units if unit.pk in own],
        on_behalf=[unit for unit in units if unit.pk not in own],
    )


def units_to_find(planner: User, *, on: date) -> UnitQuerySet:
    """Return the units that a planner finds by words: those he may open, those above his own, and the offices.

    What hangs elsewhere in the country is no list to search; it is named by its code.
    """
    above = {pk for grant in grants_of(planner) for pk in ids_on(grant.unit.path_on(on))}
    offices = Q(kind=UnitKind.SOCIAL_SECURITY)
    readable = Q(pk__in=readable_units(planner).values("pk"))
    return Unit.objects.on(on).filter(readable | Q(pk__in=above) | offices)


def units_to_filter_by(readable: Q, own: list[int], named: str, *, on: date) -> QuerySet[Unit]:
    """Return the units a list of sessions offers: the reader's, those directly below, and the one named."""
    near = UnitPlacement.objects.on(on).filter(Q(unit__in=own) | Q(parent__in=own)).values("unit")
    found = Unit.objects.filter(readable).filter(Q(pk__in=near) | Q(code=named))
    return found.order_by("folded_name")


def volunteers_to_name(session: Session, *, on: date) -> QuerySet[User]:
    """Return those who are volunteers of the host on a day, by name."""
    grants = Grant.objects.on(on).filter(role=Role.VOLUNTEER, unit=session.host_id)
    return User.objects.filter(pk__in=grants.values("user"), is_active=True).order_by("full_name")
