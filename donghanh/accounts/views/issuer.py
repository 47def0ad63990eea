"""Signing in with an account elsewhere, by OpenID Connect; never making an account by it."""

import secrets

from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.helpers import render_authentication_error
from allauth.socialaccount.internal.flows.connect import disconnect
from allauth.socialaccount.models import SocialAccount
from allauth.socialaccount.providers.base import AuthProcess, ProviderException
from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST
from requests import RequestException

from donghanh.accounts.oidc import Callback, IssuerAdapter
from donghanh.accounts.views.again import ask_again
from donghanh.org.requests import SignedInRequest

PROVIDER = "oidc"


@require_POST
def issuer_sign_in(request: HttpRequest) -> HttpResponse:
    """Ask the issuer who this is."""
    return _asked(request, AuthProcess.LOGIN, "")


@login_required
@ask_again
@require_POST
def issuer_link(request: SignedInRequest) -> HttpResponse:
    """Ask the issuer whom to link one's own account to."""
    return _asked(request, AuthProcess.CONNECT, reverse("accounts:security"))


@login_required
@ask_again
@require_POST
def issuer_unlink(request: SignedInRequest) -> HttpResponse:
    """Cut the link of one's own account."""
    disconnect(request, get_object_or_404(SocialAccount, user=request.user))
    return redirect("accounts:security")


@never_cache
@require_GET
def issuer_answer(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Take the issuer's answer."""
    _must_be_set()
    if provider_id != PROVIDER:
        raise Http404
    answer: HttpResponse = Callback.adapter_view(IssuerAdapter(request, PROVIDER))(request)
    return answer


def _asked(request: HttpRequest, process: str, next_url: str) -> HttpResponse:
    _must_be_set()
    provider = get_adapter().get_provider(request, PROVIDER)
    provider.oauth2_adapter_class = IssuerAdapter
    nonce = secrets.token_urlsafe(24)
    try:
        answer: HttpResponse = provider.redirect(
            request, process, next_url or None, auth_params={"nonce": nonce}, nonce=nonce
        )
    except (RequestException, ProviderException) as error:
        answer = render_authentication_error(request, provider, exception=error)
    return answer


def _must_be_set() -> None:
    if not settings.OIDC_ISSUER:
        raise Http404
