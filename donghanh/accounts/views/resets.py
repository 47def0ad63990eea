"""Setting a password or second steps anew: the pages of the two officers, and of the person it is for."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from donghanh.accounts.access import above_of, authorize_start, may_answer, others_with_say
from donghanh.accounts.choices import ResetKind, ResetState
from donghanh.accounts.errors import PasswordWrong, ResetCodeWrong
from donghanh.accounts.forms.reset import NewPasswordForm, PasswordNowForm, ResetCodeForm, StartResetForm
from donghanh.accounts.models import ResetRequest
from donghanh.accounts.queries.resets import readable, started_by, waiting_for
from donghanh.accounts.services import reset
from donghanh.core.errors import NotForYou
from donghanh.core.limits import TooManyTries
from donghanh.org.access import reads_anywhere
from donghanh.org.models import Unit, User
from donghanh.org.requests import SignedInRequest


@login_required
@never_cache
@require_GET
def reset_list(request: SignedInRequest) -> HttpResponse:
    """List what waits for the reader's word, and what he started himself."""
    if not (reads_anywhere(request.user, "users") or reads_anywhere(request.user, "workers")):
        raise NotForYou
    at = now()
    mine = [(each, each.state_at(at)) for each in started_by(request.user, at=at)]
    return render(request, "accounts/reset_list.html", {"waiting": waiting_for(request.user, at=at), "mine": mine})


@login_required
@never_cache
@require_http_methods(["GET", "POST"])
def reset_start(request: SignedInRequest, code: str, pk: int) -> HttpResponse:
    """Start a reset for somebody who cannot sign in."""
    unit, holder = get_object_or_404(Unit, code=code), get_object_or_404(User, pk=pk)
    authorize_start(request.user, holder, unit)
    form = StartResetForm(request.POST or None)
    if form.is_valid():
        started = reset.start_reset(
            holder, ResetKind(form.cleaned_data["kind"]), unit=unit, reason=form.cleaned_data["reason"],
            actor=request.user, at=now(),
        )  # fmt: skip
        messages.success(request, _("Started. Nothing has changed yet: somebody else must confirm it."))
        return redirect("accounts:reset-detail", started.pk)
    context = {"unit": unit, "holder": holder, "form": form}
    return render(request, "accounts/reset_start.html", context, status=422 if form.errors else 200)


@login_required
@never_cache
@require_GET
def reset_detail(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show who started what for whom and why, and what its reader may do about it."""
    return render(request, "accounts/reset_detail.html", _context(request, _readable(request, pk)))


@login_required
@require_POST
def reset_confirm(request: SignedInRequest, pk: int) -> HttpResponse:
    """Confirm as the second person."""
    found = _readable(request, pk)
    reset.confirm_reset(found, actor=request.user, at=now())
    messages.success(request, _("Confirmed. %(starter)s can now hand out the code.") % {"starter": found.started_by})
    return redirect("accounts:reset-detail", pk)


@login_required
@require_POST
def reset_refuse(request: SignedInRequest, pk: int) -> HttpResponse:
    """Refuse as the second person, or withdraw one's own."""
    found = _readable(request, pk)
    if found.started_by_id == request.user.pk:
        reset.withdraw_reset(found, actor=request.user, at=now())
    else:
        reset.refuse_reset(found, actor=request.user, at=now())
    messages.success(request, _("The request ends here. Nothing has changed."))
    return redirect("accounts:reset-list")


@login_required
@never_cache
@require_POST
def reset_code(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show the code, this once, to the officer who started the request."""
    found = _readable(request, pk)
    code = reset.hand_out_code(found, actor=request.user, at=now())
    return render(request, "accounts/reset_code.html", {"reset": found, "code": code})


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def reset_redeem(request: HttpRequest) -> HttpResponse:
    """Take the officer's code, then what the person chooses himself; the code travels in forms only."""
    asked = ResetCodeForm(request.POST or None)
    if not asked.is_valid():
        context = {"form": asked, "is_first": True}
        return render(request, "accounts/reset_redeem.html", context, status=422 if asked.errors else 200)
    typed = asked.cleaned_data["code"]
    try:
        found = reset.reset_by_code(typed, at=now())
    except ResetCodeWrong as error:
        asked.add_error("code", str(error))
        return render(request, "accounts/reset_redeem.html", {"form": asked, "is_first": True}, status=422)
    return _second_half(request, found, typed)


def _second_half(request: HttpRequest, found: ResetRequest, typed: str) -> HttpResponse:
    """Ask for the new password, or for the password before the second steps go."""
    given = request.POST if "password" in request.POST else None
    form: NewPasswordForm | PasswordNowForm
    if found.kind == ResetKind.PASSWORD:
        form = NewPasswordForm(given, user=found.user)
        if form.is_valid():
            reset.set_password_by_code(typed, form.cleaned_data["password"], at=now())
            messages.success(request, _("Your new password is set. Sign in with it."))
            return redirect("account_login")
    else:
        form = PasswordNowForm(given)
        if form.is_valid() and _dropped(form, typed):
            messages.success(request, _("The second steps are gone. Sign in and set up new ones."))
            return redirect("account_login")
    context = {"form": form, "code": typed, "kind": found.kind, "name": found.user.username}
    return render(request, "accounts/reset_redeem.html", context, status=422 if form.errors else 200)


def _dropped(form: PasswordNowForm, typed: str) -> bool:
    try:
        reset.drop_factors_by_code(typed, form.cleaned_data["password"], at=now())
    except (PasswordWrong, TooManyTries) as error:
        form.add_error("password", str(error))
        return False
    return True


def _readable(request: SignedInRequest, pk: int) -> ResetRequest:
    found = readable(request.user, pk)
    if found is None:
        raise Http404
    return found


def _context(request: SignedInRequest, found: ResetRequest) -> dict[str, object]:
    state = found.state_at(now())
    others = others_with_say(found)
    return {
        "reset": found,
        "state": state,
        "is_waiting": state == ResetState.WAITING,
        "is_mine": found.started_by_id == request.user.pk,
        "may_answer": state == ResetState.WAITING and may_answer(request.user, found),
        "may_take_code": state == ResetState.CONFIRMED and found.code_hash is None,
        "others": others,
        "above": None if others else above_of(found.unit),
    }
