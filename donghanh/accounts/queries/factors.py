"""Who must prove himself with more than a password, and what he has to prove it with."""

from dataclasses import dataclass
from typing import Any

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db.models import Exists, OuterRef
from django.utils.timezone import localdate

from donghanh.org.choices import DESK_ROLES, GRASSROOTS_KINDS, UnitKind
from donghanh.org.models import User

WAIVED = "waived"
FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
"""Recovery codes only stand in for one of these."""


def second_factor_is_waived() -> bool:
    """Tell whether this site, a demo, lets officers in with a password alone."""
    return bool(settings.SECOND_FACTOR == WAIVED)


def lacks_second_factor(user: User) -> bool:
    """Tell whether ``user`` holds an office above grassroots level and has set up no second factor.

    Whoever lacks it opens nothing, by whatever door; roles are read anew each time.
    """
    if second_factor_is_waived() or not user.is_authenticated:
        return False
    offices = user.grants.on(localdate()).filter(role__in=DESK_ROLES)
    higher = offices.exclude(unit__kind__in=(*GRASSROOTS_KINDS, UnitKind.SECTION))
    having = Authenticator.objects.filter(user=OuterRef("user"), type__in=FACTORS)
    return bool(higher.filter(~Exists(having)).exists())


@dataclass(frozen=True, slots=True)
class Factors:
    """The second factors of one account."""

    app: Authenticator | None
    passkeys: list[Authenticator]
    codes_left: int

    @property
    def are_there(self) -> bool:
        """Tell whether there is one to sign in with."""
        return self.app is not None or bool(self.passkeys)


def factors_of(user: User) -> Factors:
    """Return what ``user`` has set up."""
    kept: dict[Any, list[Authenticator]] = {}
    for factor in Authenticator.objects.filter(user=user).order_by("created_at", "pk"):
        kept.setdefault(factor.type, []).append(factor)
    codes = kept.get(Authenticator.Type.RECOVERY_CODES, [])
    return Factors(
        app=next(iter(kept.get(Authenticator.Type.TOTP, [])), None),
        passkeys=kept.get(Authenticator.Type.WEBAUTHN, []),
        codes_left=len(codes[0].wrap().get_unused_codes()) if codes else 0,
    )
