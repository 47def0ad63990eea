"""What one browser holds: tickets to check in with, and receipts of having done so."""

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from donghanh.gatherings.errors import TicketMissing
from donghanh.gatherings.tickets import Ticket
from donghanh.kernel.text import fold

TICKETS, RECEIPTS = "check_in_tickets", "check_in_receipts"
MOST_RECEIPTS = 10


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the done page says: whom the browser named, when, and whether an account vouched for him."""

    name: str
    at: datetime
    key: str
    by_account: bool = False
    was_there: bool = False


def keep_ticket(request: HttpRequest, ticket: Ticket, *, at: datetime) -> None:
    """Bind a ticket to this browser, and forget those that are over."""
    held = request.session.get(TICKETS, {})
    good = {key: until for key, until in held.items() if datetime.fromisoformat(until) > at}
    request.session[TICKETS] = {**good, str(ticket.session_id): ticket.expires_at.isoformat()}


def ticket_for(request: HttpRequest, session_id: int, *, at: datetime) -> Ticket:
    """Return this browser's ticket for a session, or raise when it has none that is still good."""
    until = request.session.get(TICKETS, {}).get(str(session_id))
    if until is None or at >= datetime.fromisoformat(until):
        raise TicketMissing
    return Ticket(session_id=session_id, expires_at=datetime.fromisoformat(until))


def key_of(phone: str, full_name: str) -> str:
    """Return what tells one person's answer from another's without keeping the phone number."""
    return salted_hmac("gatherings.receipt", f"{phone}/{fold(full_name)}").hexdigest()


def keep_receipt(request: HttpRequest, session_id: int, receipt: Receipt) -> None:
    """Remember what was done; the same phone and name sent again keep their first answer."""
    known = receipt_for(request, session_id)
    if known and receipt.key and known.key == receipt.key:
        return
    others = {key: kept for key, kept in request.session.get(RECEIPTS, {}).items() if key != str(session_id)}
    latest = dict(list(others.items())[-MOST_RECEIPTS:])
    answer = [receipt.name, receipt.at.isoformat(), receipt.key, receipt.by_account, receipt.was_there]
    request.session[RECEIPTS] = {**latest, str(session_id): answer}


def receipt_for(request: HttpRequest, session_id: int) -> Receipt | None:
    """Return what this browser did at a session last, None when it did nothing."""
    kept = request.session.get(RECEIPTS, {}).get(str(session_id))
    if kept is None:
        return None
    name, at, key, by_account, was_there = kept
    return Receipt(name, datetime.fromisoformat(at), key, by_account, was_there)
