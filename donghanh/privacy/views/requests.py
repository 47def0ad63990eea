"""Requests at the desk: the list by due time, one request, and the erasure itself in two steps."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from donghanh.core.errors import NotForYou
from donghanh.core.paging import keyset_page
from donghanh.gatherings.listings.mine import attended_by
from donghanh.org.access import may_change, reads_anywhere
from donghanh.org.choices import Reading
from donghanh.org.querysets import on_day
from donghanh.org.requests import SignedInRequest
from donghanh.people.models import Employment, Membership
from donghanh.privacy import services
from donghanh.privacy.choices import Outcome, RequestKind
from donghanh.privacy.clocks import timed_request
from donghanh.privacy.forms import AnswerForm, EraseForm, ExtendForm
from donghanh.privacy.forms.requests import RefuseForm
from donghanh.privacy.holds import holds_on
from donghanh.privacy.models import DataRequest
from donghanh.privacy.persons import person_behind
from donghanh.privacy.querysets import REQUESTS
from donghanh.privacy.rules import clock

ORDER = ("due_at", "pk")


@login_required
@never_cache
@require_GET
def request_list(request: SignedInRequest) -> HttpResponse:
    """List what people ask for, what is due first on top; answered ones on a second tab."""
    if not reads_anywhere(request.user, REQUESTS, least=Reading.NAME):
        raise NotForYou
    is_open = request.GET.get("state") != "answered"
    found = DataRequest.objects.visible_to(request.user).filter(answered_at__isnull=is_open)
    page = keyset_page(found.select_related("worker", "unit"), order=ORDER, after=request.GET.get("after", ""))
    at = now()
    context = {"page": page, "rows": [timed_request(each, at=at) for each in page.rows], "is_open": is_open}
    return render(request, "privacy/request_list.html", context)


@login_required
@never_cache
@require_GET
def request_detail(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show a request, its clock, and what may be done about it."""
    return _show(request, _visible(request, pk))


@login_required
@require_POST
def request_acknowledge(request: SignedInRequest, pk: int) -> HttpResponse:
    """Tell the person that the request was received."""
    services.acknowledge(_visible(request, pk), actor=request.user, at=now())
    messages.success(request, _("The person sees now that the request was received."))
    return redirect("privacy:request-detail", pk)


@login_required
@require_POST
def request_extend(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take more time, once."""
    asked, form = _visible(request, pk), ExtendForm(request.POST)

    def save() -> None:
        services.extend(asked, actor=request.user, at=now(), reason=form.cleaned_data["reason"])

    return _acted(request, asked, form, "extend_form", save, _("More time is taken; the person sees the reason."))


@login_required
@require_POST
def request_answer(request: SignedInRequest, pk: int) -> HttpResponse:
    """Answer a request; an erasure can only be refused here."""
    asked = _visible(request, pk)
    is_erasure = asked.kind == RequestKind.ERASURE
    form = RefuseForm(request.POST) if is_erasure else AnswerForm(request.POST)

    def save() -> None:
        outcome = Outcome.REFUSED if is_erasure else form.cleaned_data["outcome"]
        services.answer(asked, actor=request.user, at=now(), outcome=outcome, words=form.cleaned_data["words"])

    return _acted(request, asked, form, "answer_form", save, _("The request is answered."))


@login_required
@never_cache
@require_http_methods(["GET", "POST"])
def request_erase(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say what an erasure will do, and carry it out once that was read."""
    asked = _visible(request, pk)
    if asked.kind != RequestKind.ERASURE or not may_change(request.user, REQUESTS, at=asked.unit):
        raise Http404
    form = EraseForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        services.erase_by_request(asked, actor=request.user, at=now())
        messages.success(request, _("The data are erased. Figures are what they were."))
        return redirect("privacy:request-detail", pk)
    person = person_behind(asked.worker)
    context = {
        "asked": asked,
        "form": form,
        "holds": holds_on(person, on=localdate()),
        "record_count": len(person.worker_ids),
        "account_count": len(person.user_ids),
        "session_count": attended_by(asked.worker).count(),
        "is_member": Membership.objects.filter(on_day(localdate()), worker__in=person.worker_ids).exists(),
        "works_now": Employment.objects.on(localdate()).filter(worker__in=person.worker_ids).exists(),
        "needs_another": not asked.is_by_person and asked.entered_by_id == request.user.pk,
    }
    return render(request, "privacy/request_erase.html", context, status=422 if form.errors else 200)


def _visible(request: SignedInRequest, pk: int) -> DataRequest:
    found = DataRequest.objects.visible_to(request.user).select_related("worker", "unit", "entered_by")
    return get_object_or_404(found, pk=pk)


def _acted(
    request: SignedInRequest, asked: DataRequest, form: Any, name: str, save: Callable[[], None], words: str
) -> HttpResponse:
    """Carry out what a form of the page says, or show the page again with what is wrong."""
    if not form.is_valid():
        return _show(request, asked, status=422, **{name: form})
    save()
    messages.success(request, words)
    return redirect("privacy:request-detail", asked.pk)


def _show(request: SignedInRequest, asked: DataRequest, *, status: int = 200, **forms: Any) -> HttpResponse:
    is_erasure = asked.kind == RequestKind.ERASURE
    context = {
        "asked": asked,
        "timed": timed_request(asked, at=now()),
        "rule": clock(asked.kind, on=localdate(asked.received_at)),
        "is_erasure": is_erasure,
        "may_act": asked.is_open and may_change(request.user, REQUESTS, at=asked.unit),
        "extend_form": ExtendForm(),
        "answer_form": RefuseForm() if is_erasure else AnswerForm(),
        **forms,
    }
    return render(request, "privacy/request_detail.html", context, status=status)
