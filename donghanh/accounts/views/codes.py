"""Signing in by a code to one's phone; offered to workers where a sender is set up, beside stronger ways."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from donghanh.accounts.choices import CodePurpose
from donghanh.accounts.devices import known_device
from donghanh.accounts.entering import sign_in
from donghanh.accounts.errors import CodeGone, CodeWrong
from donghanh.accounts.finding import account_called
from donghanh.accounts.forms.codes import DigitsForm, PhoneForm
from donghanh.accounts.senders import sends_codes
from donghanh.accounts.services import codes, throttle
from donghanh.core.limits import TooManyTries
from donghanh.core.network import network_of
from donghanh.kernel.text import masked

ASKED = "sign_in_code"
"""The code that this browser asked for; no other browser can use it up or guess at it."""


@never_cache
@require_http_methods(["GET", "POST"])
def code_ask(request: HttpRequest) -> HttpResponse:
    """Ask for the phone; what comes next is the same for every number."""
    _must_be_offered()
    form = PhoneForm(request.POST or None)
    if form.is_valid():
        phone = form.cleaned_data["phone"]
        try:
            code = codes.ask_for_code(
                phone, CodePurpose.SIGN_IN, device=known_device(request, account_called(phone)),
                network=network_of(request), at=now(),
            )  # fmt: skip
        except TooManyTries as error:
            form.add_error("phone", str(error))
        else:
            request.session[ASKED] = {"pk": code.pk, "phone": masked(phone)}
            return redirect("accounts:code-enter")
    return render(request, "accounts/code_ask.html", {"form": form}, status=422 if form.errors else 200)


@never_cache
@require_http_methods(["GET", "POST"])
def code_enter(request: HttpRequest) -> HttpResponse:
    """Take the code and sign in."""
    _must_be_offered()
    asked = request.session.get(ASKED)
    if not asked:
        return redirect("accounts:code-ask")
    form = DigitsForm(request.POST or None)
    if form.is_valid():
        try:
            code = codes.redeem_code(asked["pk"], form.cleaned_data["digits"], CodePurpose.SIGN_IN, at=now())
        except (CodeWrong, CodeGone) as error:
            throttle.note_failure(None, network_of(request), method="code")
            form.add_error("digits", str(error))
        else:
            del request.session[ASKED]
            assert code.user is not None, "a code without an account is never right"  # noqa: S101
            return sign_in(request, code.user, method="code")
    context = {"form": form, "phone": asked["phone"]}
    return render(request, "accounts/code_enter.html", context, status=422 if form.errors else 200)


def _must_be_offered() -> None:
    if not sends_codes():
        raise Http404
