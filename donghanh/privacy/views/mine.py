"""A person's own pages: what is held about him, who opened it, what he agrees to, what he asks for."""

import json

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.formats import date_format
from django.utils.timezone import localdate, localtime, now
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from donghanh.core import audit
from donghanh.core.documents import to_pdf
from donghanh.core.exports import file_name
from donghanh.gatherings.listings.mine import worker_of
from donghanh.org.requests import SignedInRequest
from donghanh.people.erasing import records_of
from donghanh.people.models import Worker
from donghanh.privacy import services
from donghanh.privacy.choices import Purpose, RequestKind
from donghanh.privacy.clocks import timed_request
from donghanh.privacy.forms import AskForm
from donghanh.privacy.holds import holds_on
from donghanh.privacy.models import Consent, DataRequest
from donghanh.privacy.papers import copy_of_data
from donghanh.privacy.persons import keeper_of, person_behind
from donghanh.privacy.queries.held import held_about, is_long, lines_of
from donghanh.privacy.queries.openings import openings_of
from donghanh.privacy.rules import clock, consent_text

ASKABLE = [kind for kind in RequestKind if kind not in {RequestKind.ACCESS, RequestKind.WITHDRAWAL}]
"""Seeing one's data and taking back a consent need no request: both are done at once."""


@login_required
@never_cache
@require_GET
def mine(request: SignedInRequest) -> HttpResponse:
    """Show the person what he may see, agree to and ask for."""
    worker = worker_of(request.user)
    if worker is None:
        return render(request, "privacy/mine.html", {"worker": None})
    at = now()
    asked = DataRequest.objects.filter(worker__in=records_of(worker)).order_by("-received_at")
    context = {
        "worker": worker,
        "consents": [_consent(worker, Purpose(purpose)) for purpose in Purpose.values],
        "requests": [timed_request(each, at=at) for each in asked],
        "askable": ASKABLE,
    }
    return render(request, "privacy/mine.html", context)


@login_required
@never_cache
@require_GET
def held(request: SignedInRequest) -> HttpResponse:
    """Show the person everything held about him."""
    worker = _own(request)
    found = [(each.title, is_long(each), list(lines_of(each))) for each in held_about(worker)]
    return render(request, "privacy/mine_held.html", {"worker": worker, "held": found})


@login_required
@never_cache
@require_GET
def download(request: SignedInRequest, kind: str) -> HttpResponse:
    """Hand the person everything held about him, for a machine or to read and print."""
    return copy_for(_own(request), kind, request)


@login_required
@never_cache
@require_GET
def opened(request: SignedInRequest) -> HttpResponse:
    """Show the person who opened his record."""
    worker = _own(request)
    return render(request, "privacy/mine_opened.html", {"openings": openings_of(worker, at=now())})


@login_required
@require_POST
def consent(request: SignedInRequest, purpose: str) -> HttpResponse:
    """Say yes or take it back: one button, in the same place."""
    if purpose not in Purpose.values:
        raise Http404
    worker = _own(request)
    if request.POST.get("says") == "yes":
        services.give_consent(worker, purpose, actor=request.user, at=now())
        messages.success(request, _("You agreed. You may take it back here at any time."))
    else:
        services.withdraw_consent(worker, purpose, actor=request.user, at=now())
        messages.success(request, _("Taken back. It holds from now on."))
    return redirect("privacy:mine")


@login_required
@never_cache
@require_http_methods(["GET", "POST"])
def ask(request: SignedInRequest, kind: str) -> HttpResponse:
    """Take a request from the person himself."""
    if kind not in ASKABLE:
        raise Http404
    worker, asked = _own(request), RequestKind(kind)
    form = AskForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        made = services.ask(worker, kind, actor=request.user, at=now(), words=form.cleaned_data["words"])
        words = _("Your request is in. You hear by %(first)s that it was received, and the answer by %(last)s.")
        days = {"first": _day(made.acknowledge_by), "last": _day(made.due_at)}
        messages.success(request, words % days)
        return redirect("privacy:mine")
    context = {
        "form": form,
        "kind": asked,
        "rule": clock(kind, on=localdate()),
        "holds": holds_on(person_behind(worker), on=localdate()) if asked == RequestKind.ERASURE else [],
    }
    return render(request, "privacy/mine_ask.html", context)


@login_required
@require_POST
def take_back(request: SignedInRequest, pk: int) -> HttpResponse:
    """Let the person take his request back."""
    worker = _own(request)
    asked = get_object_or_404(DataRequest.objects.open(), pk=pk, worker__in=records_of(worker))
    services.take_back(asked, actor=request.user, at=now())
    messages.success(request, _("Your request is taken back."))
    return redirect("privacy:mine")


def copy_for(worker: Worker, kind: str, request: SignedInRequest) -> HttpResponse:
    """Write down that a copy was taken, and hand it out."""
    at = now()
    found = held_about(worker)
    unit = keeper_of(worker)
    audit.record(request.user, "open_person_data", worker, unit_id=unit.pk if unit else audit.NO_UNIT, form=kind)
    if kind == "json":
        made_at = localtime(at).isoformat(timespec="seconds")
        content = {"made_at": made_at, "held": {each.title: each.as_records() for each in found}}
        body: str | bytes = json.dumps(content, ensure_ascii=False, indent=2)
        media = "application/json"
    else:
        body, media = to_pdf(copy_of_data(worker, unit, found, at=at), made_at=at), "application/pdf"
    response = HttpResponse(body, content_type=media)
    response["Content-Disposition"] = f'attachment; filename="{file_name("du-lieu-cua-toi", kind)}"'
    return response


def _own(request: SignedInRequest) -> Worker:
    worker = worker_of(request.user)
    if worker is None or worker.erased_at:
        raise Http404
    return worker


def _consent(worker: Worker, purpose: Purpose) -> dict[str, object]:
    last = Consent.objects.filter(worker__in=records_of(worker), purpose=purpose).order_by("-at", "-pk").first()
    return {
        "purpose": purpose,
        "text": consent_text(purpose, on=localdate()),
        "is_given": services.has_consent(worker, purpose, at=now()),
        "last": last,
    }


def _day(moment: object) -> str:
    return date_format(localtime(moment), "d/m/Y")  # type: ignore[arg-type]
