"""Scanning cards at the door, and taking back a scan that was a mistake."""

from datetime import datetime, timedelta

from django.db import transaction

from donghanh.core import audit
from donghanh.core.limits import Limit, spend
from donghanh.gatherings.choices import Audience, Source
from donghanh.gatherings.errors import ScreenScanned, TooLateToTakeBack, UnknownCard
from donghanh.gatherings.models import Attendance, Session
from donghanh.gatherings.services import presence
from donghanh.gatherings.services.check_in import authorize_at_door, check_in, require_open
from donghanh.org.models import User
from donghanh.people.card_holders import holder_of

STRANGERS = Limit("strange_cards", most=30, per=timedelta(minutes=10))
"""Cards and numbers that are nobody's: who sends many of them is trying numbers out."""
TAKEN_BACK_WITHIN = timedelta(minutes=10)


def scan_card(
    session: Session, text: str, *, actor: User, at: datetime, audience: str = Audience.WORKER, scan: str = ""
) -> Attendance:
    """Check in the holder of the card that was scanned, or whose number was typed; safe to repeat."""
    authorize_at_door(actor, session, at)
    require_open(session, at)
    if "://" in text:
        raise ScreenScanned
    worker = holder_of(text)
    if worker is None:
        spend(STRANGERS, actor.pk, at=at)  # Outside of any transaction: a refused try must stay counted.
        raise UnknownCard(text)
    return check_in(session, worker, actor=actor, at=at, audience=audience, scan=scan)


@transaction.atomic
def take_back_scan(attendance: Attendance, *, actor: User, at: datetime, reason: str) -> None:
    """Take back what ``actor`` has just scanned himself, also as a volunteer; later it is for an officer to annul."""
    session = Session.objects.select_related("host").get(pk=attendance.session_id)
    on_behalf = authorize_at_door(actor, session, at)
    is_own = attendance.recorded_by_id == actor.pk and attendance.source == Source.SCAN
    if not is_own or at - attendance.recorded_at > TAKEN_BACK_WITHIN:
        raise TooLateToTakeBack(round(TAKEN_BACK_WITHIN / timedelta(minutes=1)))
    presence.annul(session, attendance, actor=actor, at=at, reason=reason)
    audit.record(actor, "take_back_scan", session, unit_id=session.host_id, on_behalf=on_behalf)
