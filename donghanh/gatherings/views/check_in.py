"""Checking in on one's own phone: code, ticket, then who one is."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import now
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from donghanh.core.errors import NotForYou
from donghanh.gatherings import services
from donghanh.gatherings.errors import TicketMissing
from donghanh.gatherings.forms.check_in import PhoneAndNameForm, TypedCodeForm
from donghanh.gatherings.listings.mine import place_in_year, worker_of
from donghanh.gatherings.models import Session
from donghanh.gatherings.tickets import redeem
from donghanh.gatherings.views.browser import (
    Receipt,
    keep_receipt,
    keep_ticket,
    key_of,
    receipt_for,
    ticket_for,
)
from donghanh.kernel.errors import DomainError
from donghanh.org.models import User
from donghanh.people.models import Worker

BY_PHONE = "phone"


def explained(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Show a refusal as a page that fits a phone at the door: why, and the two ways on from here."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except NotForYou:
            raise
        except DomainError as error:
            return render(request, "gatherings/check_in_refused.html", {"error": error}, status=409)

    return answer


@never_cache
@require_http_methods(["GET", "POST"])
def check_in(request: HttpRequest) -> HttpResponse:
    """Ask for the two codes of the screen, from those who cannot scan."""
    form = TypedCodeForm(request.POST or None)
    if form.is_valid():
        ticket = form.cleaned_data["ticket"]
        keep_ticket(request, ticket, at=now())
        return redirect("gatherings:check-in-session", ticket.session_id)
    return render(request, "gatherings/check_in.html", {"form": form}, status=422 if form.errors else 200)


@never_cache
@require_GET
@explained
def check_in_scan(request: HttpRequest, session_code: str, screen_code: str) -> HttpResponse:
    """Exchange the scanned code at once; the address that follows no longer holds it."""
    ticket = redeem(session_code, screen_code, at=now())
    keep_ticket(request, ticket, at=now())
    return redirect("gatherings:check-in-session", ticket.session_id)


@never_cache
@require_http_methods(["GET", "POST"])
@explained
def check_in_session(request: HttpRequest, session_id: int) -> HttpResponse:
    """Show what one is about to check in to, and ask who one is; an account is asked for one press only."""
    session = Session.objects.select_related("host").filter(pk=session_id).first()
    if session is None:
        raise TicketMissing  # As for a session that this browser holds no ticket for.
    worker = _worker(request)
    form = PhoneAndNameForm(request.POST or None)
    if request.method == "POST":
        if worker and request.POST.get("by") == "account":
            return _by_account(request, session, worker)
        if form.is_valid():
            return _by_phone(request, session, form.cleaned_data["phone"], form.cleaned_data["full_name"])
    ticket_for(request, session_id, at=now())
    asks_phone = worker is None or request.GET.get("by") == BY_PHONE or bool(form.errors)
    context = {"session": session, "worker": worker, "form": form, "asks_phone": asks_phone}
    return render(request, "gatherings/check_in_session.html", context, status=422 if form.errors else 200)


@never_cache
@require_GET
def check_in_done(request: HttpRequest, session_id: int) -> HttpResponse:
    """Say what was recorded, once it is kept for good."""
    receipt = receipt_for(request, session_id)
    if receipt is None:
        return redirect("gatherings:check-in")
    session = get_object_or_404(Session.objects.select_related("host"), pk=session_id)
    worker = _worker(request) if receipt.by_account else None
    context = {
        "session": session,
        "receipt": receipt,
        "place_in_year": place_in_year(worker, session) if worker else None,
    }
    return render(request, "gatherings/check_in_done.html", context)


def _by_account(request: HttpRequest, session: Session, worker: Worker) -> HttpResponse:
    at = now()
    ticket = ticket_for(request, session.pk, at=at)
    assert isinstance(request.user, User)  # noqa: S101 - whoever has a record is signed in
    attendance = services.check_in_by_account(session, ticket, actor=request.user, at=at)
    was_there = attendance.recorded_at < at
    receipt = Receipt(worker.full_name, attendance.checked_in_at, "", by_account=True, was_there=was_there)
    keep_receipt(request, session.pk, receipt)
    return redirect("gatherings:check-in-done", session.pk)


def _by_phone(request: HttpRequest, session: Session, phone: str, full_name: str) -> HttpResponse:
    """Answer the same to known and unknown people: the name as typed, and the time of the first answer."""
    at, key = now(), key_of(phone, full_name)
    try:
        services.check_in_by_phone(session, ticket_for(request, session.pk, at=at), phone, full_name, at=at)
    except TicketMissing:
        # The same was recorded before the ticket ran out; its answer may have been lost on the way.
        known = receipt_for(request, session.pk)
        if known is None or known.key != key:
            raise
    keep_receipt(request, session.pk, Receipt(full_name, at, key))
    return redirect("gatherings:check-in-done", session.pk)


def _worker(request: HttpRequest) -> Worker | None:
    return worker_of(request.user) if isinstance(request.user, User) else None
