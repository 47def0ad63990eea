"""Sessions planned, corrected, copied, called off, and given their volunteers."""

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, HttpResponseBadRequest, QueryDict
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.formats import date_format
from django.utils.timezone import localdate, localtime, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from donghanh.core.errors import NotForYou
from donghanh.gatherings import services
from donghanh.gatherings.access import co_hosts_of, list_rights
from donghanh.gatherings.forms.desk import VolunteersForm
from donghanh.gatherings.forms.session import (
    CoHostField,
    CopyForm,
    NewSessionForm,
    ReasonForm,
    SessionFactsForm,
    facts_of,
)
from donghanh.gatherings.listings.units import HostChoices, host_choices, volunteers_to_name
from donghanh.gatherings.models import Session
from donghanh.gatherings.views.scope import scope_of
from donghanh.legal.models import Topic
from donghanh.org.fields import suggested
from donghanh.org.requests import SignedInRequest

A_WEEK = timedelta(days=7)


@login_required
@require_http_methods(["GET", "POST"])
def session_new(request: SignedInRequest) -> HttpResponse:
    """Plan a session; the address may fill in host, topics, title, day and expected number."""
    hosts = host_choices(request.user, on=localdate())
    if not hosts.ids():
        raise NotForYou
    form = NewSessionForm(
        request.POST or None, planner=request.user, hosts=hosts, initial=_prefilled(request.GET, hosts)
    )
    if form.is_valid():
        session = services.plan_session(
            host=form.cleaned_data["host"], topics=form.cleaned_data["topics"], actor=request.user, at=now(),
            co_hosts=form.co_hosts(), **form.facts(),
        )  # fmt: skip
        messages.success(request, _("“%(session)s” is planned.") % {"session": session})
        return redirect("gatherings:session-detail", session.pk)
    return render(request, "gatherings/session_new.html", {"form": form}, status=422 if form.errors else 200)


@login_required
@require_http_methods(["GET", "POST"])
def session_edit(request: SignedInRequest, session_id: int) -> HttpResponse:
    """Correct the facts, topics and co-hosts of a session."""
    session = _changeable(request, session_id)
    form = SessionFactsForm(
        request.POST or None,
        planner=request.user,
        initial=facts_of(session),
        co_hosts=co_hosts_of(session).count(),
    )
    if form.is_valid():
        services.revise_session(
            session,
            actor=request.user,
            topics=form.cleaned_data["topics"],
            co_hosts=form.co_hosts(),
            **form.facts(),
        )
        messages.success(request, _("The facts of “%(session)s” are saved.") % {"session": session})
        return redirect("gatherings:session-detail", session.pk)
    context = {"form": form, "session": session}
    return render(request, "gatherings/session_edit.html", context, status=422 if form.errors else 200)


@login_required
@require_http_methods(["GET", "POST"])
def session_copy(request: SignedInRequest, session_id: int) -> HttpResponse:
    """Plan the same session again at another time."""
    session = _changeable(request, session_id)
    later = max(localtime(session.starts_at) + A_WEEK, localtime(now()))
    initial = {"day": later.date(), "starts": localtime(session.starts_at).time()}
    form = CopyForm(request.POST or None, initial=initial)
    if form.is_valid():
        copy = services.copy_session(session, actor=request.user, starts_at=form.starts_at(), at=now())
        day = date_format(copy.held_on, "d/m/Y")
        messages.success(request, _("The copy is planned for %(day)s. Check its facts.") % {"day": day})
        return redirect("gatherings:session-detail", copy.pk)
    context = {"form": form, "session": session}
    return render(request, "gatherings/session_copy.html", context, status=422 if form.errors else 200)


@login_required
@require_http_methods(["GET", "POST"])
def session_cancel(request: SignedInRequest, session_id: int) -> HttpResponse:
    """Call a session off, with a reason."""
    session = _changeable(request, session_id)
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        services.cancel_session(session, actor=request.user, at=now(), reason=form.cleaned_data["reason"])
        messages.success(request, _("“%(session)s” is cancelled and counts nowhere.") % {"session": session})
        return redirect("gatherings:session-detail", session.pk)
    context = {"form": form, "session": session}
    return render(request, "gatherings/session_cancel.html", context, status=422 if form.errors else 200)


@login_required
@require_http_methods(["GET", "POST"])
def session_volunteers(request: SignedInRequest, session_id: int) -> HttpResponse:
    """Name those who take presence at this one session."""
    session = _changeable(request, session_id)
    people = volunteers_to_name(session, on=localdate())
    form = VolunteersForm(request.POST or None, session=session, people=people)
    if request.method == "POST" and form.is_valid():
        services.set_volunteers(session, form.cleaned_data["volunteers"], actor=request.user)
        messages.success(request, _("The volunteers are saved."))
        return redirect("gatherings:session-detail", session.pk)
    context = {"form": form, "session": session, "people": people}
    return render(request, "gatherings/session_volunteers.html", context, status=422 if form.errors else 200)


@login_required
@require_GET
def co_host_suggestions(request: SignedInRequest) -> HttpResponse:
    """Suggest units of today as co-hosts to those who plan sessions, as marks under the field."""
    if not list_rights(request.user).may_plan:
        raise NotForYou
    name = request.GET.get("field", "")
    if not name.isidentifier():
        return HttpResponseBadRequest()
    field = CoHostField(planner=request.user, on=localdate())
    found = suggested(field, request.GET.get(name, ""))
    return HttpResponse(render_to_string("org/widgets/found.html", {"name": name, "found": found}).strip())


def _changeable(request: SignedInRequest, session_id: int) -> Session:
    scope = scope_of(request.user, session_id)
    scope.must_change()
    return scope.session


def _prefilled(query: QueryDict, hosts: HostChoices) -> dict[str, Any]:
    """Read what another page already knows about the session to plan."""
    facts: dict[str, Any] = {name: query[name] for name in ("title", "day", "expected_count") if name in query}
    topics = list(Topic.objects.in_use().filter(code__in=query.get("topic", "").split(",")))
    host = next((unit for unit in (*hosts.own, *hosts.on_behalf) if unit.code == query.get("unit")), None)
    return {**facts, **({"topics": topics} if topics else {}), **({"host": host} if host else {})}
