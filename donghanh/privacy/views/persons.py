"""A person's data at the desk of the unit that keeps his record: consents, requests on paper, holds, a copy."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from donghanh.core.errors import NotForYou
from donghanh.org.access import may_change, require
from donghanh.org.choices import Reading
from donghanh.org.requests import SignedInRequest
from donghanh.people.erasing import records_of
from donghanh.people.models import Worker
from donghanh.people.services.identity import standing
from donghanh.privacy import services
from donghanh.privacy.choices import Purpose
from donghanh.privacy.clocks import timed_request
from donghanh.privacy.forms import HoldForm, PaperForm, YesOnPaperForm
from donghanh.privacy.holds import holds_on
from donghanh.privacy.models import Consent, DataRequest, LegalHold
from donghanh.privacy.persons import keeper_of, person_behind
from donghanh.privacy.querysets import REQUESTS
from donghanh.privacy.rules import consent_text
from donghanh.privacy.views.mine import copy_for


@login_required
@never_cache
@require_GET
def person(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show what a person agreed to and asked for, and why his data must stay."""
    worker = _person(request, pk)
    unit, at, today = keeper_of(worker), now(), localdate()
    records = records_of(worker)
    context = {
        "worker": worker,
        "unit": unit,
        "may_change": unit is not None and not worker.erased_at and may_change(request.user, REQUESTS, at=unit),
        "consents": [
            (Purpose(purpose), services.has_consent(worker, purpose, at=at), consent_text(purpose, on=today))
            for purpose in Purpose.values
        ],
        "ledger": Consent.objects.filter(worker__in=records).select_related("recorded_by"),
        "requests": [
            timed_request(each, at=at)
            for each in DataRequest.objects.filter(worker__in=records).order_by("-received_at")
        ],
        "holds": holds_on(person_behind(worker), on=today),
        "placed": LegalHold.objects.filter(worker__in=records, lifted_at=None, until__gte=today),
        "yes_form": YesOnPaperForm(),
    }
    return render(request, "privacy/person.html", context)


@login_required
@never_cache
@require_GET
def person_download(request: SignedInRequest, pk: int, kind: str) -> HttpResponse:
    """Hand out a copy for somebody who asked on paper; he sees that it was taken."""
    worker = _person(request, pk)
    unit = keeper_of(worker)
    asked = DataRequest.objects.open().filter(worker__in=records_of(worker), kind="access")
    if unit is None or worker.erased_at or not may_change(request.user, REQUESTS, at=unit) or not asked.exists():
        raise Http404
    return copy_for(worker, kind, request)


@login_required
@require_POST
def person_consent(request: SignedInRequest, pk: int, purpose: str) -> HttpResponse:
    """Write down a consent that was signed on paper, or that it was taken back."""
    worker = _person(request, pk)
    if purpose not in Purpose.values:
        raise Http404
    form = YesOnPaperForm(request.POST)
    evidence = request.POST.get("evidence", "")[:200]
    if request.POST.get("says") == "yes":
        if not form.is_valid():
            messages.error(request, str(form.errors["evidence"][0]))
            return redirect("privacy:person", pk)
        services.give_consent(worker, purpose, actor=request.user, at=now(), evidence=evidence)
        messages.success(request, _("The consent is on record."))
    else:
        services.withdraw_consent(worker, purpose, actor=request.user, at=now(), evidence=evidence)
        messages.success(request, _("The consent is taken back from now on."))
    return redirect("privacy:person", pk)


@login_required
@never_cache
@require_http_methods(["GET", "POST"])
def person_ask(request: SignedInRequest, pk: int) -> HttpResponse:
    """Enter a request that came on paper."""
    worker = _changeable(request, pk)
    form = PaperForm(request.POST or None)
    if form.is_valid():
        typed = form.cleaned_data
        made = services.ask(
            worker, typed["kind"], actor=request.user, at=now(), words=typed["words"], evidence=typed["evidence"]
        )
        messages.success(request, _("The request is entered; its clock runs."))
        return redirect("privacy:request-detail", made.pk)
    context = {"worker": worker, "form": form, "heading": _("Request on paper"), "button": _("Enter the request")}
    return render(request, "privacy/person_form.html", context, status=422 if form.errors else 200)


@login_required
@never_cache
@require_http_methods(["GET", "POST"])
def hold_place(request: SignedInRequest, pk: int) -> HttpResponse:
    """Keep a person's data for a reason in law."""
    worker = _changeable(request, pk)
    form = HoldForm(request.POST or None)
    if form.is_valid():
        services.place_hold(worker, actor=request.user, at=now(), **form.cleaned_data)
        messages.success(request, _("The data of %(person)s stay until that day.") % {"person": worker})
        return redirect("privacy:person", pk)
    context = {"worker": worker, "form": form, "heading": _("Keep the data for a reason in law"), "button": _("Keep")}
    return render(request, "privacy/person_form.html", context, status=422 if form.errors else 200)


@login_required
@require_POST
def hold_lift(request: SignedInRequest, pk: int, hold_pk: int) -> HttpResponse:
    """Say that the reason is gone."""
    worker = _changeable(request, pk)
    hold = get_object_or_404(LegalHold, pk=hold_pk, worker__in=records_of(worker))
    services.lift_hold(hold, actor=request.user, at=now())
    messages.success(request, _("The reason is gone; the data may go when their time is up."))
    return redirect("privacy:person", pk)


def _person(request: SignedInRequest, pk: int) -> Worker:
    """Return the standing record of a person whose requests the reader may read."""
    worker = standing(get_object_or_404(Worker.objects.select_related("merged_into"), pk=pk))
    unit = keeper_of(worker)
    if unit is None:
        raise NotForYou
    require(request.user, REQUESTS, at=unit, least=Reading.NAME)
    return worker


def _changeable(request: SignedInRequest, pk: int) -> Worker:
    worker = _person(request, pk)
    unit = keeper_of(worker)
    if unit is None or worker.erased_at or not may_change(request.user, REQUESTS, at=unit):
        raise NotForYou
    return worker
