"""Signing devices out: one's own, or those of somebody who lost his phone."""

from allauth.account.internal.flows.logout import logout
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from donghanh.accounts.queries import open_sessions
from donghanh.accounts.services.sessions import end_own_sessions, end_session, end_sessions_of
from donghanh.core.errors import NotForYou
from donghanh.org.access import has_say_over
from donghanh.org.models import User
from donghanh.org.requests import SignedInRequest
from donghanh.org.views.scope import scope_of


@login_required
@require_POST
def session_end(request: SignedInRequest, pk: int) -> HttpResponse:
    """Sign one device of one's own out."""
    end_session(pk, actor=request.user)
    messages.success(request, _("That device is signed out."))
    return redirect("accounts:security")


@login_required
@require_POST
def sessions_end(request: SignedInRequest) -> HttpResponse:
    """Sign all other devices of one's own out, or this one too when one is leaving."""
    if request.POST.get("this") == "too":
        end_own_sessions(actor=request.user)
        logout(request, show_message=False)
        messages.success(request, _("You have signed out on all devices."))
        return redirect("/")
    count = end_own_sessions(actor=request.user, but=request.session.session_key)
    messages.success(request, _said(count))
    return redirect("accounts:security")


@login_required
@never_cache
@require_http_methods(["GET", "POST"])
def user_sessions(request: SignedInRequest, code: str, pk: int) -> HttpResponse:
    """Show on how many devices somebody of a unit is signed in, and sign them out."""
    scope = scope_of(request.user, code)
    scope.must_change("users", verb="grant")
    holder = get_object_or_404(User.objects.filter(grants__unit=scope.unit, is_system=False).distinct(), pk=pk)
    if not has_say_over(request.user, holder):
        raise NotForYou
    if request.method == "POST":
        messages.success(request, _said(end_sessions_of(holder, actor=request.user, unit=scope.unit)))
        return redirect("org:user-detail", scope.unit.code, holder.pk)
    context = {"unit": scope.unit, "unit_path": scope.path, "holder": holder, "sessions": open_sessions(holder)}
    return render(request, "accounts/user_sessions.html", context)


def _said(count: int) -> str:
    return ngettext("%(count)s device is signed out.", "%(count)s devices are signed out.", count) % {"count": count}
