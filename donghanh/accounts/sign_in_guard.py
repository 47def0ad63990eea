"""Where the counting of tries and the trail of sign-ins meet django-allauth."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from django.http import HttpRequest, HttpResponse
from django.utils.timezone import now

from donghanh.accounts.devices import known_device, remember_device
from donghanh.accounts.finding import account_called, one_form
from donghanh.accounts.services import throttle
from donghanh.accounts.telling import tell_about_resets
from donghanh.core.network import network_of
from donghanh.org.fields import refused_in_place
from donghanh.org.models import User

PASSWORD = "password"  # noqa: S105 - the name of a way to sign in


class GuardedSignIn(DefaultAccountAdapter):
    """Counts every try before it is looked at, and writes each into the trail."""

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Count nothing here: allauth's own count is by name alone, so a stranger could lock an account with it."""

    def authenticate(self, request: HttpRequest, **credentials: Any) -> User | None:
        """Check a password unless there were too many tries."""
        attempt = _attempt(request, str(credentials.get("username") or ""))
        with refused_in_place():
            spent = throttle.count_attempt(attempt, at=now())
        user: User | None = super().authenticate(request, **credentials)
        if user is None:
            throttle.note_failure(attempt.user, attempt.network, method=PASSWORD)
        else:
            throttle.forgive(spent)
        return user

    def post_login(self, request: HttpRequest, user: User, **options: Any) -> HttpResponse:
        """Write the sign-in into the trail and remember the browser; every way in ends here."""
        response: HttpResponse = super().post_login(request, user, **options)
        ways = [record["method"] for record in get_authentication_records(request, user)]
        throttle.note_sign_in(user, network_of(request), method="+".join(ways))
        remember_device(request, response, user)
        tell_about_resets(request, user)
        return response


@contextmanager
def guarded_second_step(request: HttpRequest, user: User) -> Iterator[None]:
    """Count one code of a second step; what is raised inside is a failure."""
    with refused_in_place():
        spent = throttle.count_second_step(user, known_device(request, user), at=now())
    try:
        yield
    except Exception:
        throttle.note_failure(user, network_of(request), method="mfa")
        raise
    throttle.forgive(spent)


def _attempt(request: HttpRequest, typed: str) -> throttle.Attempt:
    user = account_called(typed)
    return throttle.Attempt(one_form(typed), user, known_device(request, user), network_of(request))
