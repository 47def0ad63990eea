"""Joining by the code of a unit's poster, on one's own phone."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods

from donghanh.accounts.choices import CodePurpose
from donghanh.accounts.entering import sign_in
from donghanh.accounts.errors import CodeGone, CodeWrong, JoinCodeWrong
from donghanh.accounts.forms.codes import PhoneForm
from donghanh.accounts.forms.joining import JoinCodeForm, JoinForm, ProvedJoinForm
from donghanh.accounts.join_codes import code_text, join_code
from donghanh.accounts.models import JoinCode, JoinRequest, OneTimeCode
from donghanh.accounts.senders import sends_codes
from donghanh.accounts.services import codes, joining
from donghanh.core.limits import TooManyTries
from donghanh.core.network import network_of
from donghanh.kernel.text import masked
from donghanh.org.requests import SignedInRequest

ASKED = "join_code"
"""The phone that this browser wants to prove, and the code that was sent there."""


@never_cache
@require_http_methods(["GET", "POST"])
def join(request: HttpRequest) -> HttpResponse:
    """Ask for the code of the poster, from those who cannot scan it."""
    form = JoinCodeForm(request.POST or None)
    if form.is_valid():
        try:
            code = join_code(form.cleaned_data["code"], at=now())
        except JoinCodeWrong as error:
            form.add_error("code", str(error))
        else:
            return redirect("accounts:join-unit", code_text(code))
    return render(request, "accounts/join.html", {"form": form}, status=422 if form.errors else 200)


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def join_unit(request: HttpRequest, code: str) -> HttpResponse:
    """Ask who joins; where messages are sent, his phone first."""
    try:
        invitation = join_code(code, at=now())
    except JoinCodeWrong as error:
        return render(request, "accounts/join_refused.html", {"error": error}, status=404)
    if request.user.is_authenticated:
        return render(request, "accounts/join_signed_in.html", {"unit": invitation.unit})
    if not sends_codes():
        return _join(request, invitation, JoinForm(request.POST or None))
    asked = request.session.get(ASKED)
    if not asked or "phone" in request.POST or "again" in request.GET:
        return _prove_phone(request, invitation)
    return _join(request, invitation, ProvedJoinForm(request.POST or None), asked)


@login_required
@never_cache
@require_GET
def join_done(request: SignedInRequest) -> HttpResponse:
    """Say by which name one signs in from now on, and that an officer has to say who one is."""
    joined = JoinRequest.objects.filter(user=request.user).select_related("unit").first()
    if joined is None:
        raise Http404
    return render(request, "accounts/join_done.html", {"joined": joined})


def _prove_phone(request: HttpRequest, invitation: JoinCode) -> HttpResponse:
    form = PhoneForm(request.POST or None)
    if form.is_valid():
        phone = form.cleaned_data["phone"]
        try:
            code = codes.ask_for_code(phone, CodePurpose.JOIN, device="", network=network_of(request), at=now())
        except TooManyTries as error:
            form.add_error("phone", str(error))
        else:
            request.session[ASKED] = {"pk": code.pk, "phone": masked(phone)}
            return redirect("accounts:join-unit", code_text(invitation))
    context = {"unit": invitation.unit, "form": form, "asks_phone_only": True}
    return render(request, "accounts/join_unit.html", context, status=422 if form.errors else 200)


def _join(
    request: HttpRequest,
    invitation: JoinCode,
    form: JoinForm | ProvedJoinForm,
    asked: dict[str, Any] | None = None,
) -> HttpResponse:
    if form.is_valid():
        typed = form.cleaned_data
        try:
            proof = codes.redeem_code(asked["pk"], typed["digits"], CodePurpose.JOIN, at=now()) if asked else None
            return _joined(request, invitation, typed, proof)
        except (CodeWrong, CodeGone) as error:
            form.add_error("digits", str(error))
    context = {"unit": invitation.unit, "form": form, "phone": asked["phone"] if asked else ""}
    return render(request, "accounts/join_unit.html", context, status=422 if form.errors else 200)


def _joined(
    request: HttpRequest, invitation: JoinCode, typed: dict[str, Any], proof: OneTimeCode | None
) -> HttpResponse:
    phone = proof.phone if proof else typed["phone"]
    joiner = joining.Joiner(typed["full_name"], phone, typed["password"], proof)
    joined = joining.join(invitation, joiner, network=network_of(request), at=now())
    request.session.pop(ASKED, None)
    return sign_in(request, joined.user, method="join", then=reverse("accounts:join-done"))
