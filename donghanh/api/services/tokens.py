"""Tokens: everybody makes and revokes his own; a token can never do more than he."""

from collections.abc import Collection
from datetime import datetime, timedelta

from django.db import transaction

from donghanh.api.choices import Scope
from donghanh.api.errors import NoRoleThere, NoScope, TooLongValid, TooManyTokens
from donghanh.api.identity import make_up
from donghanh.api.models import ApiToken
from donghanh.core import audit
from donghanh.org.access import grants_of
from donghanh.org.models import Unit, User

LONGEST = timedelta(days=365)
MOST = 20


@transaction.atomic
def make_token(
    name: str, scopes: Collection[str], *, actor: User, at: datetime, expires_at: datetime, unit: Unit | None = None
) -> tuple[ApiToken, str]:
    """Make a token of one's own; the text that opens doors is returned once and not kept."""
    chosen = [scope.value for scope in Scope if scope in scopes]
    if not chosen:
        raise NoScope
    if expires_at > at + LONGEST:
        raise TooLongValid(at + LONGEST)
    if unit and unit.pk not in {grant.unit_id for grant in grants_of(actor)}:
        raise NoRoleThere(unit)
    if ApiToken.objects.visible_to(actor).valid(at=at).count() >= MOST:
        raise TooManyTokens(MOST)
    made_up = make_up()
    token = ApiToken.objects.create(
        user_id=actor.pk, name=name, prefix=made_up.prefix, digest=made_up.digest, scopes=chosen, unit=unit,
        made_at=at, expires_at=expires_at,
    )  # fmt: skip
    audit.record(actor, "make_token", token, unit_id=unit.pk if unit else audit.NO_UNIT, scopes=chosen)
    return token, made_up.text


@transaction.atomic
def revoke_token(token: ApiToken, *, actor: User, at: datetime) -> None:
    """Revoke a token of one's own; safe to repeat."""
    mine = ApiToken.objects.visible_to(actor).filter(pk=token.pk, revoked_at=None)
    if mine.update(revoked_at=at):
        audit.record(actor, "revoke_token", token, unit_id=token.unit_id or audit.NO_UNIT)
