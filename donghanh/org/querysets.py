"""The only place that knows how the organisation tree is stored.

A placement says where a unit hung, from which day to which day. Its path is the ids of
all units from the root down to the unit itself, so a subtree is a range of paths.
"""

from datetime import date
from typing import TYPE_CHECKING, Self

from django.db.models import F, Q, QuerySet

from donghanh.kernel.periods import Period

if TYPE_CHECKING:
    from donghanh.org.models import Grant, Unit, UnitPlacement

FOREVER = date(9999, 12, 31)
PATH_END = "~"
_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_WIDTH = 5


def step(unit_id: int) -> str:
    """Write a unit's id as one step of a path."""
    digits = ""
    for _ in range(_WIDTH):
        unit_id, digit = divmod(unit_id, 36)
        digits = _DIGITS[digit] + digits
    return digits + "/"


def ids_on(path: str) -> list[int]:
    """Return the unit ids of a path, from the root down."""
    return [int(part, 36) for part in path.split("/") if part]


def within(path: str, prefix: str = "") -> Q:
    """Match a path and everything below it, in a form that an index can answer."""
    return Q(**{f"{prefix}path__gte": path, f"{prefix}path__lt": path + PATH_END})


def on_day(day: date, prefix: str = "") -> Q:
    """Match what was in force on ``day``."""
    return Q(**{f"{prefix}starts_on__lte": day, f"{prefix}ends_on__gte": day})


def standing_on(day: date) -> Q:
    """Match the one place that says to whom a unit belongs on ``day``: its last when it closed before, its first
    when it is founded later.
    """
    closed = Q(ends_on__lt=day, unit__closed_on=F("ends_on"))
    founded_later = Q(starts_on__gt=day, unit__founded_on=F("starts_on"))
    return on_day(day) | closed | founded_later


class PlacementQuerySet(QuerySet["UnitPlacement"]):
    """Where units hung, day by day."""

    def on(self, day: date) -> Self:
        """Keep the placements in force on ``day``."""
        return self.filter(on_day(day))

    def within(self, path: str) -> Self:
        """Keep the placements at ``path`` and below it."""
        return self.filter(within(path))

    def touching(self, period: Period) -> Self:
        """Keep the placements in force on any day of ``period``."""
        return self.filter(starts_on__lte=period.ends_on, ends_on__gte=period.starts_on)


class UnitQuerySet(QuerySet["Unit"]):
    """Bodies of the union and of the social-security agency."""

    def on(self, day: date) -> Self:
        """Keep the units that exist on ``day``."""
        return self.filter(on_day(day, "placements__"))

    def under(self, unit: "Unit", *, on: date) -> Self:
        """Keep ``unit`` and everything below it on ``on``."""
        path = unit.path_on(on)
        if not path:
            return self.none()
        return self.filter(on_day(on, "placements__") & within(path, "placements__"))

    def children_of(self, unit: "Unit", *, on: date) -> Self:
        """Keep the units that hang directly under ``unit`` on ``on``."""
        return self.filter(on_day(on, "placements__"), placements__parent=unit)


class GrantQuerySet(QuerySet["Grant"]):
    """Roles that people hold at units."""

    def on(self, day: date) -> Self:
        """Keep the roles held on ``day``."""
        return self.filter(on_day(day))
