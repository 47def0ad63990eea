"""Reach for programs: the answer that the command line gives, with small groups hidden alike."""

from typing import Annotated, Any

from django.shortcuts import get_object_or_404
from django.utils.timezone import now
from ninja import Query, Router
from pydantic import ConfigDict, Field

from donghanh.core import audit
from donghanh.core.api.periods import PeriodWord, period_named
from donghanh.core.api.schemas import Asked, Code, Told, Word
from donghanh.core.api.tokens import Token
from donghanh.org.access import units_read
from donghanh.org.models import Unit
from donghanh.org.requests import SignedInRequest
from donghanh.reporting.answers import answer_reach

THING = "reach"
router = Router(auth=Token("read:reach"))


class ReachTold(Told):
    """Hosted and home figures of a unit; a hidden number is null, with `suppressed` beside it."""

    model_config = ConfigDict(extra="allow")

    unit: str
    topics: list[str]
    hosted: dict[str, Any]
    home: dict[str, Any] | None
    by: list[dict[str, Any]] = []


class ReachAsked(Asked):
    """Which figures."""

    period: PeriodWord = ""
    topic: Annotated[list[Code], Field(max_length=20)] = []
    by: Annotated[Word, Field(description="month, topic or a kind of unit.")] = ""


@router.get("/{unit}/", response=ReachTold)
def read_reach(request: SignedInRequest, unit: Code, asked: Query[ReachAsked]) -> dict[str, Any]:
    """Count the sessions, attendances and different people of a unit in a period."""
    place = get_object_or_404(Unit.objects.filter(units_read(request.user, THING)), code=unit)
    told = answer_reach(
        place,
        period_named(asked.period),
        actor=request.user,
        at=now(),
        topics=tuple(asked.topic),
        by=asked.by or None,
    )
    if told["home"] and told["home"]["not_reached"]:
        audit.record(request.user, "read_people", place, unit_id=place.pk, what="not_reached")
    return told
