"""Sessions month by month and week by week, one session, and what happened to it."""

from datetime import date, timedelta

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from donghanh.core.errors import NotForYou
from donghanh.core.exports import export
from donghanh.core.paging import keyset_page
from donghanh.core.registers import layout_of
from donghanh.gatherings.access import ListRights, co_hosts_of, list_rights
from donghanh.gatherings.choices import Audience
from donghanh.gatherings.listings.history import history_lines
from donghanh.gatherings.listings.presence import evidence_lines
from donghanh.gatherings.listings.sessions import (
    attendances_figure,
    audience_figures,
    counts_by_state,
    lines_in_turn,
    session_lines,
    status_of,
    week_of,
)
from donghanh.gatherings.models import Session
from donghanh.gatherings.queries import presence_of
from donghanh.gatherings.registers import SESSIONS, session_filter
from donghanh.gatherings.views.scope import scope_of
from donghanh.org.requests import SignedInRequest

ORDER = ("-starts_at", "-pk")


@login_required
@require_GET
def session_list(request: SignedInRequest) -> HttpResponseBase:
    """List the sessions of a month that the reader may see."""
    rights = _list_rights(request)
    found = session_filter(request.user, request.GET, rights.unit_ids)
    sessions, layout = found.qs, layout_of(request, SESSIONS)
    file = export(request, _("Sessions"), layout.in_file, lines_in_turn(sessions.order_by(*ORDER), at=now()))
    if file:
        return file
    shown = sessions.select_related("host")
    if layout.shows("topics"):
        shown = shown.prefetch_related("topics")
    page = keyset_page(shown, order=ORDER, after=request.GET.get("after", ""))
    context = {
        "filter": found,
        "counts": counts_by_state(sessions, at=now()),
        "page": page,
        "table": layout.table(session_lines(page.rows, at=now())),
        "rights": rights,
    }
    return render(request, "gatherings/session_list.html", context)


@login_required
@require_GET
def session_week(request: SignedInRequest) -> HttpResponse:
    """Show the seven days of a week with their sessions."""
    rights = _list_rights(request)
    monday = _monday(request.GET.get("from", ""))
    context = {
        "week": week_of(Session.objects.visible_to(request.user), monday, at=now()),
        "monday": monday,
        "sunday": monday + timedelta(days=6),
        "before": monday - timedelta(days=7),
        "after": monday + timedelta(days=7),
        "today": localdate(),
        "rights": rights,
    }
    return render(request, "gatherings/session_week.html", context)


@login_required
@require_GET
def session_detail(request: SignedInRequest, session_id: int) -> HttpResponse:
    """Show a session: its facts, its figures with their grades, and what can be done next."""
    scope = scope_of(request.user, session_id)
    session, moment = scope.session, now()
    presence, state = presence_of(session), session.state_at(moment)
    attendances = attendances_figure(session, presence, at=moment)
    lines = audience_figures(session, presence, at=moment)
    context = {
        "session": session,
        "rights": scope.rights,
        "state": state,
        "status": status_of(state, attendances),
        "topics": session.topics.all(),
        "co_hosts": co_hosts_of(session),
        "audiences": [Audience(audience).label for audience in session.audiences],
        "attendances": attendances,
        "lines": lines,
        "beyond_names": sum(line.beyond_names for line in lines),
        "evidence": evidence_lines(session) if scope.rights.reads_names else [],
    }
    return render(request, "gatherings/session_detail.html", context)


@login_required
@require_GET
def session_history(request: SignedInRequest, session_id: int) -> HttpResponse:
    """Show who did what to a session, to those who may change it."""
    scope = scope_of(request.user, session_id)
    scope.must_change()
    context = {"session": scope.session, "history": history_lines(scope.session)}
    return render(request, "gatherings/session_history.html", context)


def _list_rights(request: SignedInRequest) -> ListRights:
    rights = list_rights(request.user)
    if not rights.may_read:
        raise NotForYou
    return rights


def _monday(text: str) -> date:
    """Return the Monday of the week that a day of the address lies in; of this week when it names none."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = localdate()
    return day - timedelta(days=day.weekday())
