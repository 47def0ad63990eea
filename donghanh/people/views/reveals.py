"""Showing what hides: numbers of one's own people, and names of a unit further below once that unit agrees."""

from collections.abc import Callable

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from donghanh.core.errors import NotForYou
from donghanh.core.paging import keyset_page
from donghanh.org.access import authorize, reading, reads_anywhere
from donghanh.org.choices import Reading
from donghanh.org.models import Unit
from donghanh.org.requests import SignedInRequest
from donghanh.people import services
from donghanh.people.access import units_kept
from donghanh.people.forms import RevealForm
from donghanh.people.queries.reveals import asked_by, asked_of, may_answer, names_of, numbers_read_at, reveal_for
from donghanh.people.views.scope import Scope, changeable

SHOWN = 50
NAME_ORDER = ("worker__name_key", "pk")
ANSWERS = {"yes": services.grant_names, "no": services.refuse_names, "end": services.end_names}


@login_required
@never_cache
@require_http_methods(["GET", "POST"])
def worker_numbers(request: SignedInRequest, pk: int) -> HttpResponse:
    """Ask who the reader is and why, then show him the numbers of one of his own people for some minutes."""
    scope = changeable(request.user, pk)
    ask_again: Callable[[SignedInRequest, Scope], HttpResponse] = reauthentication_required(_asked_why)
    return ask_again(request, scope)


def _asked_why(request: SignedInRequest, scope: Scope) -> HttpResponse:
    form = RevealForm(request.POST or None)
    if form.is_valid():
        services.reveal_numbers(scope.worker, scope.unit, actor=request.user, at=now(), **form.why)
        return redirect("people:worker-detail", scope.worker.pk)
    context = {"worker": scope.worker, "form": form}
    return render(request, "people/worker_numbers.html", context, status=422 if form.errors else 200)


@login_required
@never_cache
@require_GET
def reveal_list(request: SignedInRequest) -> HttpResponse:
    """List what the reader asked for, and what others read or ask of the units that he leads or administers."""
    if not (reads_anywhere(request.user, "workers") or units_kept(request.user)):
        raise NotForYou
    at = now()
    context = {
        "mine": [(each, each.state_at(at)) for each in asked_by(request.user)[:SHOWN]],
        "theirs": [(each, each.state_at(at)) for each in asked_of(request.user)[:SHOWN]],
        "numbers": [(each, each.expires_at > at) for each in numbers_read_at(request.user)[:SHOWN]],
        "keeps_units": bool(units_kept(request.user)),
    }
    return render(request, "people/reveal_list.html", context)


@login_required
@never_cache
@require_http_methods(["GET", "POST"])
def reveal_ask(request: SignedInRequest, code: str) -> HttpResponse:
    """Ask a unit further below for the names of its people."""
    unit = get_object_or_404(Unit, code=code)
    authorize(request.user, "workers", at=unit, verb="reveal")
    if reading(request.user, "workers", at=unit) >= Reading.NAME:
        raise NotForYou
    form = RevealForm(request.POST or None)
    if form.is_valid():
        asked = services.ask_for_names(unit, actor=request.user, at=now(), **form.why)
        messages.success(request, _("Asked. Nothing is shown until somebody at the unit says yes."))
        return redirect("people:reveal-detail", asked.pk)
    context = {"unit": unit, "form": form}
    return render(request, "people/reveal_ask.html", context, status=422 if form.errors else 200)


@login_required
@never_cache
@require_GET
def reveal_detail(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show who asked for which names and why, and what the reader may do about it."""
    asked = reveal_for(request.user, pk)
    context = {
        "asked": asked,
        "state": asked.state_at(now()),
        "is_mine": asked.reader_id == request.user.pk,
        "may_answer": may_answer(request.user, asked),
    }
    return render(request, "people/reveal_detail.html", context)


@login_required
@require_POST
def reveal_answer(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say yes or no, or end what was granted."""
    asked = reveal_for(request.user, pk)
    act = ANSWERS.get(request.POST.get("says", ""))
    if act is None:
        raise Http404
    act(asked, actor=request.user, at=now())
    messages.success(request, _("Written down. The page shows how it stands now."))
    return redirect("people:reveal-detail", pk)


@login_required
@never_cache
@require_GET
def reveal_names(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show the names that were granted, to the one who asked, while that lasts."""
    asked = reveal_for(request.user, pk)
    rows = names_of(asked, request.user, at=now())
    page = keyset_page(rows, order=NAME_ORDER, after=request.GET.get("after", ""))
    return render(request, "people/reveal_names.html", {"asked": asked, "page": page})
