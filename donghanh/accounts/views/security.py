"""The page “Sign-in and security” of one's own account."""

from ipaddress import ip_address

from allauth.socialaccount.models import SocialAccount
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from donghanh.accounts.forms import ContactForm
from donghanh.accounts.queries import factors_of, lacks_second_factor, open_sessions
from donghanh.accounts.services.contact import change_contact
from donghanh.accounts.views.again import ask_again
from donghanh.org.requests import SignedInRequest


@login_required
@never_cache
@require_GET
def security(request: SignedInRequest) -> HttpResponse:
    """Show what one signs in with, and where one is signed in."""
    user = request.user
    context = {
        "factors": factors_of(user),
        "must_add_factor": lacks_second_factor(user),
        "passkeys_work_here": has_a_name(request),
        "issuer": settings.OIDC_ISSUER,
        "issuer_label": settings.OIDC_LABEL,
        "link": SocialAccount.objects.filter(user=user).first() if settings.OIDC_ISSUER else None,
        "sessions": open_sessions(user, session_key=request.session.session_key),
    }
    return render(request, "accounts/security.html", context)


@login_required
@never_cache
@ask_again
@require_http_methods(["GET", "POST"])
def contact(request: SignedInRequest) -> HttpResponse:
    """Change one's own phone and e-mail."""
    form = ContactForm(request.POST or None, user=request.user)
    if form.is_valid():
        change_contact(actor=request.user, phone=form.cleaned_data["phone"], email=form.cleaned_data["email"])
        messages.success(request, _("Phone and e-mail are kept."))
        return redirect("accounts:security")
    return render(request, "accounts/contact.html", {"form": form}, status=422 if form.errors else 200)


def has_a_name(request: HttpRequest) -> bool:
    """Tell whether the site was opened by a name; browsers keep no passkey for a number."""
    host = request.get_host().rpartition("]")[0].lstrip("[") or request.get_host().partition(":")[0]
    try:
        ip_address(host)
    except ValueError:
        return True
    return False
