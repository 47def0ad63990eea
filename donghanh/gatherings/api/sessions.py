"""Sessions for programs: listed, read, planned, corrected, called off."""

from http import HTTPStatus
from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.timezone import now
from ninja import Query, Router, Status

from donghanh.core.api.paging import Page, page_of
from donghanh.core.api.periods import period_named
from donghanh.core.api.schemas import Id
from donghanh.core.api.tokens import Token
from donghanh.core.errors import NotForYou
from donghanh.gatherings import services
from donghanh.gatherings.access import FACTS, co_hosts_of, list_rights, rights
from donghanh.gatherings.api.session_schemas import (
    PlanAsked,
    ReasonAsked,
    RevisionAsked,
    SessionsAsked,
    SessionTold,
    session_told,
    sessions_told,
    topics_named,
    units_named,
)
from donghanh.gatherings.models import Session
from donghanh.gatherings.querysets import SessionQuerySet
from donghanh.kernel.periods import Period
from donghanh.kernel.text import fold
from donghanh.legal.models import Topic
from donghanh.org.access import units_changed, units_read
from donghanh.org.models import Unit
from donghanh.org.requests import SignedInRequest

READ, WRITE = Token("read:sessions"), Token("write:sessions")
router = Router()
LATEST_FIRST = ("-starts_at", "-pk")


@router.get("/", response=Page[SessionTold], auth=READ)
def list_sessions(request: SignedInRequest, asked: Query[SessionsAsked]) -> dict[str, Any]:
    """List the sessions of a period that the token's holder may read, the latest first."""
    if not list_rights(request.user).may_read:
        raise NotForYou
    period = period_named(asked.period)
    found = _narrowed(Session.objects.visible_to(request.user).within(period), request, asked, period)
    rows = found.select_related("host").prefetch_related("topics")
    return page_of(request, rows, asked, order=LATEST_FIRST, told=sessions_told)


@router.get("/{session_id}/", response=SessionTold, auth=READ)
def read_session(request: SignedInRequest, session_id: Id) -> SessionTold:
    """Read one session with its attendances."""
    session = session_of(request, session_id)
    rights(request.user, session)
    return session_told(session)


@router.post("/", response={HTTPStatus.CREATED: SessionTold}, auth=WRITE)
def plan_session(request: SignedInRequest, asked: PlanAsked) -> Status[SessionTold]:
    """Plan a session of a unit that the token's holder may plan for."""
    host = get_object_or_404(Unit.objects.filter(units_changed(request.user, FACTS)), code=asked.host)
    session = services.plan_session(
        host=host,
        topics=topics_named(asked.topics),
        co_hosts=units_named(asked.co_hosts),
        actor=request.user,
        at=now(),
        **asked.facts(),
    )
    return Status(HTTPStatus.CREATED, session_told(session))


@router.patch("/{session_id}/", response=SessionTold, auth=WRITE)
def revise_session(request: SignedInRequest, session_id: Id, asked: RevisionAsked) -> SessionTold:
    """Correct a session; what is left out stays as it is."""
    session = _changeable(request, session_id)
    services.revise_session(
        session,
        actor=request.user,
        topics=session.topics.all() if asked.topics is None else topics_named(asked.topics),
        co_hosts=co_hosts_of(session) if asked.co_hosts is None else units_named(asked.co_hosts),
        **asked.facts(session),
    )
    return session_told(session)


@router.post("/{session_id}/cancel/", response=SessionTold, auth=WRITE)
def cancel_session(request: SignedInRequest, session_id: Id, asked: ReasonAsked) -> SessionTold:
    """Call a session off; it counts nowhere, and its reason stays readable."""
    session = _changeable(request, session_id)
    services.cancel_session(session, actor=request.user, at=now(), reason=asked.reason)
    return session_told(session)


def session_of(request: HttpRequest, session_id: int) -> Session:
    """Return the session of an address; what its reader may do there is asked next."""
    return get_object_or_404(Session.objects.select_related("host"), pk=session_id)


def _changeable(request: SignedInRequest, session_id: int) -> Session:
    session = session_of(request, session_id)
    if not rights(request.user, session).may_change:
        raise NotForYou
    return session


def _narrowed(
    found: SessionQuerySet, request: SignedInRequest, asked: SessionsAsked, period: Period
) -> SessionQuerySet:
    if asked.unit:
        readable = Unit.objects.filter(units_read(request.user, FACTS))
        found = found.hosted_under(get_object_or_404(readable, code=asked.unit), during=period)
    if asked.topic:
        topics_named([asked.topic], field="query.topic")
        found = found.about(Topic.objects.branch_ids([asked.topic]))
    if asked.form:
        found = found.filter(form=asked.form)
    for word in fold(asked.q).split():
        found = found.filter(folded_title__contains=word)
    return {
        "": found,
        "planned": found.planned(at=now()),
        "held": found.held(by=now()),
        "cancelled": found.exclude(cancelled_at=None),
    }[asked.state]
