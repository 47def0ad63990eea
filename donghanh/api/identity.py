"""Whose token is it, and what may be done with it: asked anew at every request."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import cast

from django.db.models import Q
from django.http import HttpRequest
from django.utils.timezone import now

from donghanh.accounts.queries import lacks_second_factor
from donghanh.api.errors import ScopeMissing, SecondFactorMissing, TokenUnknown
from donghanh.api.models import ApiToken, BoundUser
from donghanh.core.limits import Limit, spend
from donghanh.org.models import User

REQUESTS = Limit("api_requests", 600, timedelta(minutes=1))
"""How often one token knocks."""
MARK = "dh"
"""Every token begins with it, so that one is recognised where it should not be."""
_PREFIX_LENGTH, _SECRET_BYTES = 8, 32
_NOTED_EVERY = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class NewToken:
    """A token that was just made up: what is shown once, and what is kept of it."""

    text: str
    prefix: str
    digest: str


def make_up() -> NewToken:
    """Make up a token."""
    prefix = f"{MARK}_{secrets.token_hex(_PREFIX_LENGTH // 2)}"
    text = f"{prefix}_{secrets.token_urlsafe(_SECRET_BYTES)}"
    return NewToken(text, prefix, digest_of(text))


def digest_of(text: str) -> str:
    """Return what is kept of a token; it is long and random, so that a plain hash cannot be turned back."""
    return hashlib.sha256(text.encode()).hexdigest()


def identify(request: HttpRequest, text: str, scope: str) -> User:
    """Put the holder of a token on the request, with his roles of today, or refuse."""
    at = now()
    token = ApiToken.objects.valid(at=at).filter(digest=digest_of(text)).select_related("user").first()
    if token is None or not token.user.is_active or token.user.is_system:
        raise TokenUnknown
    spend(REQUESTS, token.pk, at=at)
    request.api_token = token  # type: ignore[attr-defined]
    if scope and scope not in token.scopes:
        raise ScopeMissing(scope)
    if lacks_second_factor(token.user):
        raise SecondFactorMissing
    _note_use(token, at)
    request.user = _acting(token)
    return request.user


def token_of(request: HttpRequest) -> ApiToken | None:
    """Return the token that a request came with, once it was identified."""
    return cast("ApiToken | None", getattr(request, "api_token", None))


def _acting(token: ApiToken) -> User:
    if token.unit_id is None:
        return token.user
    return BoundUser.of(token.user, acting_at=token.unit_id)


def _note_use(token: ApiToken, at: datetime) -> None:
    """Keep when a token was last used, by the minute, so that a busy one does not write at every knock."""
    quiet = Q(last_used_at=None) | Q(last_used_at__lt=at - _NOTED_EVERY)
    ApiToken.objects.filter(quiet, pk=token.pk).update(last_used_at=at)
