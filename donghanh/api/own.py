"""What belongs to no room: whether the site answers, and what a token's holder may know of himself."""

from typing import Any

from django.http import HttpRequest
from django.utils.timezone import localdate, now
from ninja import Query, Router

from donghanh.api.identity import token_of
from donghanh.core.api.paging import Page, PageAsked, page_of
from donghanh.core.api.schemas import LocalTime, Told
from donghanh.core.api.tokens import Token
from donghanh.core.errors import NotForYou
from donghanh.gatherings.listings.mine import attended_by, worker_of
from donghanh.gatherings.models import Session
from donghanh.org.models import Area
from donghanh.org.requests import SignedInRequest

router = Router()
LATEST_FIRST = ("-starts_at", "-pk")


class HealthTold(Told):
    """That the site answers and its database too."""

    status: str
    time: LocalTime


class HolderTold(Told):
    """Whose token this is and what it may be used for."""

    username: str
    full_name: str
    token: str
    scopes: list[str]
    unit: str | None
    expires_at: LocalTime
    roles: list[str]


class AttendedTold(Told):
    """A session that the holder attended."""

    title: str
    host: str
    starts_at: LocalTime


@router.get("/health/", response=HealthTold, tags=["open"])
def health(request: HttpRequest) -> HealthTold:
    """Tell that the site answers, its database included."""
    Area.objects.exists()
    return HealthTold(status="ok", time=now())


@router.get("/me/", response=HolderTold, auth=Token(""))
def read_me(request: SignedInRequest) -> HolderTold:
    """Read whose token this is and what it may be used for."""
    token = token_of(request)
    if token is None:
        raise NotForYou
    grants = request.user.grants.on(localdate()).select_related("unit")
    return HolderTold(
        username=request.user.username,
        full_name=request.user.full_name,
        token=token.prefix,
        scopes=token.scopes,
        unit=token.unit.code if token.unit else None,
        expires_at=token.expires_at,
        roles=[f"{grant.role}@{grant.unit.code}" for grant in grants],
    )


@router.get("/me/sessions/", response=Page[AttendedTold], auth=Token("read:own"))
def list_my_sessions(request: SignedInRequest, asked: Query[PageAsked]) -> dict[str, Any]:
    """List the sessions that the token's holder attended, the latest first."""
    worker = worker_of(request.user)
    attended = attended_by(worker) if worker else Session.objects.none()
    return page_of(request, attended, asked, order=LATEST_FIRST, told=lambda rows: map(_attended, rows))


def _attended(session: Session) -> AttendedTold:
    return AttendedTold(title=session.title, host=session.host.name, starts_at=session.starts_at)
