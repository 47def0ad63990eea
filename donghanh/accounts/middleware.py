"""What stands before every page for those who have signed in: how long it lasts, and whether a password is enough."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django_htmx.http import HttpResponseClientRedirect

from donghanh.accounts.queries import lacks_second_factor
from donghanh.org.access import holds
from donghanh.org.choices import DESK_ROLES
from donghanh.org.models import User

Answer = Callable[[HttpRequest], HttpResponse]

BEGAN, SEEN = "signed_in_at", "seen_at"
LOOK_EVERY = timedelta(minutes=5)
"""A visit is written down this often, and no more: a click costs no write."""

_OPEN_WITHOUT_FACTOR = {
    "account_logout", "account_reauthenticate", "account_change_password", "account_set_password", "set_language",
    "accounts:security", "accounts:session-end", "accounts:sessions-end", "web:help", "web:help-guide",
}  # fmt: skip


def mark_beginning(session: Any, *, at: datetime) -> None:
    """Write into a session when somebody signed in with it."""
    session[BEGAN] = session[SEEN] = at.timestamp()


class SessionLimits:
    """Sign out whoever was idle too long, or signed in too long ago; officers sooner than workers."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Look at the clock of the session before anything else does."""
        if SEEN in request.session and request.user.is_authenticated:
            self._look(request, request.user, at=now().timestamp())
        return self.get_response(request)

    def _look(self, request: HttpRequest, user: User, *, at: float) -> None:
        idle = at - request.session[SEEN]
        if idle < LOOK_EVERY.total_seconds():
            return
        limits = settings.DESK_SESSION if holds(user, *DESK_ROLES) else settings.PHONE_SESSION
        lasted = at - request.session[BEGAN]
        if idle >= limits["idle"].total_seconds() or lasted >= limits["longest"].total_seconds():
            logout(request)
            messages.info(request, _("You were signed out because this session was old. Sign in to go on."))
        else:
            request.session[SEEN] = at


class SecondFactorRule:
    """Lead officers above grassroots level who have no second factor to set one up; nothing else opens."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on; the rule needs to know the page."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, arguments: tuple[Any, ...], options: dict[str, Any]
    ) -> HttpResponse | None:
        """Answer instead of the page, if it is not one that sets a factor up."""
        page = request.resolver_match.view_name if request.resolver_match else ""
        if page in _OPEN_WITHOUT_FACTOR or page.startswith(("mfa_", "api:")):  # A token is asked by the API itself.
            return None
        if not request.user.is_authenticated or not lacks_second_factor(request.user):
            return None
        answer = redirect("accounts:security")
        return HttpResponseClientRedirect(answer.url) if getattr(request, "htmx", False) else answer
