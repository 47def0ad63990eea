"""Employers for programs."""

from typing import Any

from django.db.models import Q
from django.shortcuts import get_object_or_404
from ninja import Query, Router

from donghanh.core.api.paging import Page, PageAsked, page_of
from donghanh.core.api.schemas import Id, Told, Word
from donghanh.core.api.tokens import Token
from donghanh.core.errors import NotForYou
from donghanh.org.access import reads_anywhere
from donghanh.org.choices import Reading
from donghanh.org.requests import SignedInRequest
from donghanh.people.choices import Ownership
from donghanh.people.models import Enterprise
from donghanh.people.queries.enterprises import THING, readable_enterprises

router = Router(auth=Token("read:enterprises"))
ORDER = ("folded_name", "pk")


class EnterpriseTold(Told):
    """An employer."""

    id: int
    name: str
    tax_code: str | None
    insurance_code: str | None
    sector: str
    ownership: str
    area: str | None
    unit: str
    """Code of the union that keeps the record."""


class EnterprisesAsked(PageAsked):
    """Which employers."""

    q: Word = ""
    ownership: Ownership | None = None
    province: Word = ""


@router.get("/", response=Page[EnterpriseTold])
def list_enterprises(request: SignedInRequest, asked: Query[EnterprisesAsked]) -> dict[str, Any]:
    """List the employers that the token's holder may open, by name."""
    if not reads_anywhere(request.user, THING, least=Reading.NAME):
        raise NotForYou
    found: Any = readable_enterprises(request.user)
    if asked.q:
        found = found.matching(asked.q)
    if asked.ownership:
        found = found.filter(ownership=asked.ownership)
    if asked.province:
        found = found.filter(Q(area__code=asked.province) | Q(area__province__code=asked.province))
    return page_of(request, found, asked, order=ORDER, told=lambda rows: map(_told, rows))


@router.get("/{enterprise_id}/", response=EnterpriseTold)
def read_enterprise(request: SignedInRequest, enterprise_id: Id) -> EnterpriseTold:
    """Read one employer."""
    return _told(get_object_or_404(readable_enterprises(request.user), pk=enterprise_id))


def _told(enterprise: Enterprise) -> EnterpriseTold:
    return EnterpriseTold(
        id=enterprise.pk, name=enterprise.name, tax_code=enterprise.tax_code,
        insurance_code=enterprise.insurance_code, sector=enterprise.sector, ownership=enterprise.ownership,
        area=enterprise.area.code if enterprise.area else None, unit=enterprise.unit.code,
    )  # fmt: skip
