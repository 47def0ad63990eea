"""Browsers that an account signed in from before, told by a signed cookie.

A try from such a browser is counted by itself, so that whoever guesses elsewhere cannot slow the owner down.
The cookie opens nothing: without the password it is worth a count of tries.
"""

import secrets
from datetime import timedelta

from django.conf import settings
from django.core import signing
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from donghanh.org.models import User

COOKIE = "device"
LASTS = timedelta(days=400)
MOST_ACCOUNTS = 8
"""On a computer that a whole office shares, the latest are remembered."""
_SALT = "donghanh.accounts.devices"


def known_device(request: HttpRequest, user: User | None) -> str:
    """Return the mark that this browser got when ``user`` signed in from it, or "" when he never did."""
    return _marks(request).get(str(user.pk), "") if user is not None else ""


def remember_device(request: HttpRequest, response: HttpResponseBase, user: User) -> None:
    """Mark the browser as one that ``user`` signed in from."""
    marks = _marks(request)
    mark = marks.pop(str(user.pk), "") or secrets.token_urlsafe(12)
    kept = dict([*marks.items(), (str(user.pk), mark)][-MOST_ACCOUNTS:])
    response.set_cookie(
        COOKIE,
        signing.dumps(kept, salt=_SALT, compress=True),
        max_age=LASTS,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def _marks(request: HttpRequest) -> dict[str, str]:
    try:
        marks = signing.loads(request.COOKIES.get(COOKIE, ""), salt=_SALT, max_age=LASTS)
    except signing.BadSignature:
        return {}
    return marks if isinstance(marks, dict) else {}
