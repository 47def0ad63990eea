"""Coming sessions that are announced to everybody."""

from typing import Any

from django.http import HttpRequest
from django.utils.timezone import now
from ninja import Query, Router

from donghanh.core.api.paging import Page, PageAsked, page_of
from donghanh.core.api.schemas import LocalTime, Told
from donghanh.gatherings.models import Session

router = Router()
SOONEST_FIRST = ("starts_at", "pk")


class PublicSessionTold(Told):
    """A session as everybody may know it."""

    title: str
    host: str
    place: str
    starts_at: LocalTime
    ends_at: LocalTime


@router.get("/sessions/", response=Page[PublicSessionTold])
def list_public_sessions(request: HttpRequest, asked: Query[PageAsked]) -> dict[str, Any]:
    """List the coming sessions that are announced to everybody, the next one first."""
    coming = Session.objects.announced(at=now()).select_related("host")
    return page_of(request, coming, asked, order=SOONEST_FIRST, told=lambda rows: map(_told, rows))


def _told(session: Session) -> PublicSessionTold:
    return PublicSessionTold(
        title=session.title,
        host=session.host.name,
        place=session.place,
        starts_at=session.starts_at,
        ends_at=session.ends_at,
    )
