"""The administrative map for programs, open to everybody."""

from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Query, Router

from donghanh.core.api.paging import Page, PageAsked, page_of
from donghanh.core.api.schemas import Code, Told, Word
from donghanh.org.choices import AreaKind
from donghanh.org.models import Area
from donghanh.org.queries.areas import current_areas, matching_areas

router = Router()
ORDER = ("code", "pk")


class AreaTold(Told):
    """A province, commune, ward or special zone of the division now in force."""

    code: str
    name: str
    kind: str
    province: str | None


class AreasAsked(PageAsked):
    """Which areas."""

    q: Word = ""
    kind: AreaKind | None = None
    province: Word = ""


@router.get("/", response=Page[AreaTold])
def list_areas(request: HttpRequest, asked: Query[AreasAsked]) -> dict[str, Any]:
    """List the areas of the division now in force, by statistics code."""
    areas = current_areas().select_related("province")
    if asked.q:
        areas = matching_areas(areas, asked.q)
    if asked.kind:
        areas = areas.filter(kind=asked.kind)
    if asked.province:
        areas = areas.filter(province__code=asked.province)
    return page_of(request, areas, asked, order=ORDER, told=lambda rows: map(_told, rows))


@router.get("/{code}/", response=AreaTold)
def read_area(request: HttpRequest, code: Code) -> AreaTold:
    """Read one area."""
    return _told(get_object_or_404(current_areas().select_related("province"), code=code))


def _told(area: Area) -> AreaTold:
    province = area.province.code if area.province else None
    return AreaTold(code=area.code, name=area.name, kind=area.kind, province=province)
