"""The hall screen: a code that changes every 30 seconds, and how many are there."""

from datetime import datetime
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import now
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from donghanh.gatherings.choices import SessionState
from donghanh.gatherings.listings.desk import count_now
from donghanh.gatherings.models import Session
from donghanh.gatherings.screen_codes import (
    address,
    check_in_address,
    grouped,
    is_only_here,
    picture,
    shown_digits,
)
from donghanh.gatherings.tickets import code_at, seconds_left
from donghanh.gatherings.views.scope import door_of
from donghanh.org.requests import SignedInRequest


@login_required
@never_cache
@require_GET
def session_hall(request: SignedInRequest, session_id: int) -> HttpResponse:
    """Show the whole screen; without JavaScript the page asks for itself again when the code changes."""
    return render(request, "gatherings/session_hall.html", _screen(request, session_id))


@login_required
@never_cache
@require_GET
def hall_code(request: SignedInRequest, session_id: int) -> HttpResponse:
    """Answer with the parts of the screen that change."""
    return render(request, "gatherings/hall_parts.html", _screen(request, session_id))


def _screen(request: SignedInRequest, session_id: int) -> dict[str, Any]:
    at = now()
    session = door_of(request.user, session_id, at=at).session
    count = count_now(session)
    state = session.state_at(at)
    return {
        "session": session,
        "is_open": state == SessionState.OPEN,
        "is_cancelled": state == SessionState.CANCELLED,
        "is_early": state == SessionState.PLANNED,
        "count": count,
        "percent": count * 100 / session.expected_count if session.expected_count else None,
        **(_code(request, session, at) if state == SessionState.OPEN else {}),
    }


def _code(request: HttpRequest, session: Session, at: datetime) -> dict[str, Any]:
    code = code_at(session, at)
    url = check_in_address(request, session, code)
    return {
        "picture": picture(url),
        "is_only_here": is_only_here(url),
        "typed_at": address(request, reverse("gatherings:check-in")).partition("://")[2].rstrip("/"),
        "session_code": shown_digits(session.code),
        "screen_code": grouped(code),
        "seconds_left": seconds_left(at),
    }
