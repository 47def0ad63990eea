"""How a page says where its unit hangs: the units above that the reader may open, then the unit."""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from donghanh.org.models import Unit, UnitPlacement
from donghanh.org.queries.units import place_of, units_above


@dataclass(frozen=True, slots=True)
class UnitPath:
    """What the look's unit path shows; a page gives it to its template as ``unit_path``."""

    here: str
    above: list[tuple[str, str | None]] = field(default_factory=list)
    note: str = ""
    note_url: str = ""
    is_closed: bool = False


def unit_path(unit: Unit, readable: QuerySet[Unit], *, on: date | None = None) -> UnitPath:
    """Return the path of ``unit`` for a reader of the ``readable`` units, on a day or today."""
    place = place_of(unit, on=on or localdate())
    closed_on = unit.closed_on if unit.closed_on and unit.closed_on < localdate() else None
    note, note_url = _closing(unit, closed_on, readable) if closed_on else (_elsewhere(unit, place), "")
    return UnitPath(
        here=unit.name,
        above=[(each.label, unit_url(each)) for each in units_above(readable, place)],
        note=note,
        note_url=note_url,
        is_closed=closed_on is not None,
    )


def unit_url(unit: Unit) -> str:
    """Return the address of a unit's page."""
    return reverse("org:unit-detail", args=[unit.code])


def _closing(unit: Unit, closed_on: date, readable: QuerySet[Unit]) -> tuple[str, str]:
    """Say when a unit ended, and lead to the unit that took over."""
    ended = _("Closed %(day)s") % {"day": date_format(closed_on, "d/m/Y")}
    if unit.successor is None or not readable.filter(pk=unit.successor.pk).exists():
        return ended, ""
    return _("%(ended)s · see the unit that took over") % {"ended": ended}, unit_url(unit.successor)


def _elsewhere(unit: Unit, place: UnitPlacement | None) -> str:
    """Say where a unit is when that is not the commune of the union it hangs under."""
    parent = place.parent if place else None
    if parent is None or unit.area is None or parent.area is None or unit.area == parent.area:
        return ""
    if not (unit.area.province_id and parent.area.province_id):
        return ""
    return _("In %(area)s, belongs to %(parent)s") % {"area": unit.area, "parent": parent}
