"""Rotating codes on the hall screen, and the tickets that browsers get for them."""

import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta

from donghanh.gatherings.errors import CodeTooOld, NothingOpen, TicketMissing
from donghanh.gatherings.models import Session

STEP = timedelta(seconds=30)
TICKET_LASTS = timedelta(minutes=10)
CODES_ACCEPTED = 2
_ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
_LENGTH = 8


@dataclass(frozen=True, slots=True)
class Ticket:
    """The right to check in at one session from one browser until a moment."""

    session_id: int
    expires_at: datetime

    def require_for(self, session: Session, at: datetime) -> None:
        """Raise unless the ticket is for this session and still good."""
        if self.session_id != session.pk or at >= self.expires_at:
            raise TicketMissing


def code_at(session: Session, at: datetime) -> str:
    """Return the code that the hall screen shows at a moment."""
    return _code(session, _step(at))


def seconds_left(at: datetime) -> int:
    """Return after how many seconds the code changes."""
    return int(STEP.total_seconds()) - int(at.timestamp()) % int(STEP.total_seconds())


def exchange(session: Session, code: str, *, at: datetime) -> Ticket:
    """Turn a code of the last two steps into a ticket; an older one is refused."""
    step = _step(at)
    fresh = [_code(session, step - age) for age in range(CODES_ACCEPTED)]
    if not any(hmac.compare_digest(code.lower().encode(), good.encode()) for good in fresh):
        raise CodeTooOld
    return Ticket(session_id=session.pk, expires_at=at + TICKET_LASTS)


def redeem(session_code: str, screen_code: str, *, at: datetime) -> Ticket:
    """Turn the two codes of a hall screen into a ticket for the session that shows them now.

    Two sessions may have the same six digits; the code that changes tells which one is meant.
    """
    named = Session.objects.filter(code=session_code, cancelled_at=None)
    open_now = [session for session in named if session.accepts_check_in(at)]
    if not open_now:
        raise NothingOpen(session_code)
    for session in open_now:
        try:
            return exchange(session, screen_code, at=at)
        except CodeTooOld:
            continue
    raise CodeTooOld


def _step(at: datetime) -> int:
    return int(at.timestamp()) // int(STEP.total_seconds())


def _code(session: Session, step: int) -> str:
    digest = hmac.new(bytes.fromhex(session.secret), step.to_bytes(8, "big"), hashlib.sha256).digest()
    return "".join(_ALPHABET[byte % len(_ALPHABET)] for byte in digest[:_LENGTH])
