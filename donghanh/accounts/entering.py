"""Signing in somebody whom something else than a password has proved; his second step, if any, still comes."""

from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from django.http import HttpRequest, HttpResponse

from donghanh.org.models import User


def sign_in(request: HttpRequest, user: User, *, method: str, then: str | None = None) -> HttpResponse:
    """Sign ``user`` in and go on to ``then``, by the same steps as with a password."""
    record_authentication(request, user, method=method)
    response: HttpResponse = perform_login(request, Login(user=user, redirect_url=then))
    return response
