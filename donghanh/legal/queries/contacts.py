"""Whom to ask when the library has no answer: the union's offices that name a phone."""

from dataclasses import dataclass

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils.timezone import localdate

from donghanh.kernel.text import only_digits
from donghanh.org.access import grants_of
from donghanh.org.choices import UnitKind
from donghanh.org.models import Area, Unit, UnitPlacement, User
from donghanh.org.queries.areas import current_areas, provinces
from donghanh.org.querysets import on_day

OFFICES = (UnitKind.CONFEDERATION, UnitKind.FEDERATION, UnitKind.SECTOR_UNION, UnitKind.SUPERIOR_UNION)
"""Units with a standing office. The phone of a grassroots union is its chair's, for its own people only."""
MOST = 12
_NEAREST_FIRST = (UnitKind.FEDERATION, UnitKind.SUPERIOR_UNION)


@dataclass(frozen=True, slots=True)
class Contact:
    """An office that answers questions, and how to reach it."""

    name: str
    place: str = ""
    phone: str = ""
    email: str = ""

    @property
    def number(self) -> str:
        """Return the phone as it is dialled."""
        return only_digits(self.phone)


def own_contacts(reader: User) -> list[Contact]:
    """Return who answers the people of the reader's units: each unit, or the nearest above it with a phone."""
    unit_ids = [grant.unit_id for grant in grants_of(reader)]
    if not unit_ids:
        return []
    places = UnitPlacement.objects.filter(on_day(localdate()), unit__in=unit_ids)
    paths = [list(reversed(place.unit_ids)) for place in places.order_by("path")]
    with_phone = {unit.pk: unit for unit in _with_phone().filter(pk__in={pk for path in paths for pk in path})}
    nearest = (next((with_phone[pk] for pk in path if pk in with_phone), None) for path in paths)
    return [_contact(unit) for unit in dict.fromkeys(nearest) if unit is not None]


def contacts_in(province: Area) -> list[Contact]:
    """Return the offices of a province that name a phone, the federation first."""
    there = Q(area=province) | Q(area__province=province)
    units = _with_phone().filter(there, kind__in=OFFICES).order_by("folded_name", "pk")
    return [_contact(unit) for kind in _NEAREST_FIRST for unit in units if unit.kind == kind][:MOST]


def contacts_of_last_resort() -> list[Contact]:
    """Return who answers where no unit nearer names a phone: the confederation, or whom the settings name."""
    roots = _with_phone().filter(kind=UnitKind.CONFEDERATION).order_by("pk")
    return [_contact(unit) for unit in roots[:1]] or _from_settings()


def province_of(code: str) -> Area | None:
    """Return a province of today's map by its statistics code."""
    return current_areas().filter(province=None, code=code).first() if code else None


def provinces_to_choose() -> list[Area]:
    """Return the provinces by name."""
    return list(provinces())


def _with_phone() -> QuerySet[Unit]:
    return Unit.objects.filter(closed_on=None).exclude(phone="").select_related("area")


def _contact(unit: Unit) -> Contact:
    return Contact(unit.name, place=unit.address, phone=unit.phone)


def _from_settings() -> list[Contact]:
    address = settings.QUESTION_CONTACT
    if not address:
        return []
    return [Contact("", email=address) if "@" in address else Contact("", phone=address)]
