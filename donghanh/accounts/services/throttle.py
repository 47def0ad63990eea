"""How often somebody may try to sign in: so that guessing is hopeless, and nobody can lock another person out.

Tries from a browser that the account signed in from before are counted by themselves. All other tries on an account
are counted together; when those are used up, each network address still gets one now and then, up to a ceiling. So
a stranger who guesses slows strangers down, himself among them, and never the owner on his own phone.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.auth.models import AnonymousUser

from donghanh.accounts.network import trace_of
from donghanh.core import audit
from donghanh.core.limits import Limit, TooManyTries, give_one_back, spend
from donghanh.org.models import User

KNOWN_DEVICE = Limit("sign in: known device", 10, timedelta(minutes=15))
STRANGERS = Limit("sign in: strangers", 20, timedelta(hours=1))
SLOWED = Limit("sign in: slowed", 1, timedelta(minutes=5))
CEILING = Limit("sign in: ceiling", 100, timedelta(hours=1))
NETWORK = Limit("sign in: network", 100, timedelta(hours=1))
"""Wrong tries from unknown browsers behind one address, which a whole factory may share."""
SECOND_STEP = Limit("second step", 10, timedelta(hours=1))

Spent = list[tuple[Limit, object]]


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try to sign in: whose account, from which browser and network."""

    login: str
    """As typed, in one form; an unknown name is counted exactly as a known one."""
    user: User | None
    device: str
    network: str


def count_attempt(attempt: Attempt, *, at: datetime) -> Spent:
    """Count one try before the password is looked at, or raise; return what a success gives back."""
    if attempt.device:
        return _spend([], KNOWN_DEVICE, attempt.device, at)
    spent = _spend([], NETWORK, attempt.network, at)
    try:
        return _spend(spent, STRANGERS, attempt.login, at)
    except TooManyTries:
        _spend(spent, CEILING, attempt.login, at)
        return _spend(spent, SLOWED, (attempt.login, attempt.network), at)


def count_second_step(user: User, device: str, *, at: datetime) -> Spent:
    """Count one code typed after the right password; a stranger who knows it cannot use up the owner's tries."""
    return _spend([], SECOND_STEP, (user.pk, device), at)


def forgive(spent: Spent) -> None:
    """Take back what a try that succeeded has counted."""
    for limit, key in spent:
        give_one_back(limit, key)


def note_sign_in(user: User, network: str, *, method: str) -> None:
    """Write a sign-in into the trail."""
    audit.record(user, "sign_in", user, method=method, network=trace_of(network))


def note_failure(user: User | None, network: str, *, method: str) -> None:
    """Write a refused try into the trail; what was typed is not kept, it may be a password."""
    audit.record(AnonymousUser(), "sign_in_failed", user or User(pk=0), method=method, network=trace_of(network))


def _spend(spent: Spent, limit: Limit, key: object, at: datetime) -> Spent:
    spend(limit, key, at=at)
    return [*spent, (limit, key)]
