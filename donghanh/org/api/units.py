"""Units for programs."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Literal

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate
from ninja import Query, Router

from donghanh.core.api.paging import Page, PageAsked, page_of
from donghanh.core.api.schemas import Code, Told, Word
from donghanh.core.api.tokens import Token
from donghanh.core.errors import NotForYou
from donghanh.org.access import reads_anywhere
from donghanh.org.choices import UnitKind
from donghanh.org.models import Unit, UnitPlacement, User
from donghanh.org.queries.units import THING, matching_units, readable_units
from donghanh.org.requests import SignedInRequest

router = Router(auth=Token("read:units"))
ORDER = ("code", "pk")


class UnitTold(Told):
    """A body of the union tree, or an office of social security."""

    code: str
    name: str
    short_name: str
    kind: str
    form: str
    parent: str | None
    """Code of the unit it hangs under, or hung under at its end; null at a root and where it is out of reach."""
    area: str | None
    address: str
    phone: str
    founded_on: date
    closed_on: date | None
    successor: str | None


class UnitsAsked(PageAsked):
    """Which units."""

    q: Word = ""
    kind: UnitKind | None = None
    under: Word = ""
    state: Literal["open", "closed", "all"] = "open"


@router.get("/", response=Page[UnitTold])
def list_units(request: SignedInRequest, asked: Query[UnitsAsked]) -> dict[str, Any]:
    """List the units that the token's holder may open, by code."""
    if not reads_anywhere(request.user, THING):
        raise NotForYou
    units = _narrowed(readable_units(request.user), request.user, asked)
    return page_of(request, _whole(units), asked, order=ORDER, told=lambda rows: _told(rows, request.user))


@router.get("/{code}/", response=UnitTold)
def read_unit(request: SignedInRequest, code: Code) -> UnitTold:
    """Read one unit."""
    return _told([get_object_or_404(_whole(readable_units(request.user)), code=code)], request.user)[0]


def _narrowed(units: QuerySet[Unit], reader: User, asked: UnitsAsked) -> QuerySet[Unit]:
    if asked.q:
        units = matching_units(units, asked.q)
    if asked.kind:
        units = units.filter(kind=asked.kind)
    if asked.under:
        above = get_object_or_404(readable_units(reader), code=asked.under)
        units = units.filter(pk__in=Unit.objects.under(above, on=localdate()).values("pk"))
    is_closed = Q(closed_on__lt=localdate())
    return {"open": units.exclude(is_closed), "closed": units.filter(is_closed), "all": units}[asked.state]


def _whole(units: QuerySet[Unit]) -> QuerySet[Unit]:
    last_place = UnitPlacement.objects.filter(unit=OuterRef("pk")).order_by("-starts_on")
    parent_id = Subquery(last_place.values("parent")[:1])
    return units.select_related("area", "successor").annotate(parent_id=parent_id)


def _told(units: Iterable[Any], reader: User) -> list[UnitTold]:
    units = list(units)
    above = readable_units(reader).filter(pk__in={unit.parent_id for unit in units if unit.parent_id})
    codes = dict(above.values_list("pk", "code"))
    return [
        UnitTold(
            code=unit.code, name=unit.name, short_name=unit.short_name, kind=unit.kind, form=unit.form,
            parent=codes.get(unit.parent_id), area=unit.area.code if unit.area else None, address=unit.address,
            phone=unit.phone, founded_on=unit.founded_on, closed_on=unit.closed_on,
            successor=unit.successor.code if unit.successor else None,
        )
        for unit in units
    ]  # fmt: skip
