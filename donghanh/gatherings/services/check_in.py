"""Checking in at the door: by an officer or volunteer who scans, or by oneself with a ticket."""

from datetime import datetime

from django.db import transaction

from donghanh.core import audit
from donghanh.core.errors import NotForYou
from donghanh.gatherings.choices import Audience, Source
from donghanh.gatherings.errors import CheckInClosed, SessionCancelled
from donghanh.gatherings.models import Attendance, Session
from donghanh.gatherings.services import presence
from donghanh.gatherings.tickets import Ticket
from donghanh.kernel.ids import uuid7_for
from donghanh.org.access import authorize, holds
from donghanh.org.choices import Role
from donghanh.org.models import User
from donghanh.people.models import Worker, WorkerAccount
from donghanh.people.services.identity import standing


@transaction.atomic
def check_in(
    session: Session, worker: Worker, *, actor: User, at: datetime, audience: str = Audience.WORKER, scan: str = ""
) -> Attendance:
    """Record that ``worker`` is present, seen by ``actor`` at the door.

    Safe to repeat: a second scan returns the first attendance, so a scanner that lost its
    connection may simply send again. ``scan`` is what the scanner calls this one scan: the
    row remembers it, so that the repetition of a scan can be told from a second one.
    """
    on_behalf = authorize_at_door(actor, session, at)
    require_open(session, at)
    row = presence.attendance(
        session, worker.pk, Source.SCAN, at=at, audience=audience, actor=actor, on_behalf=on_behalf
    )
    if scan:
        row.id = uuid7_for(scan)
    audit.record(actor, "check_in", session, unit_id=session.host_id, on_behalf=on_behalf)
    return presence.write(session, [row])[0]


@transaction.atomic
def check_in_by_phone(session: Session, ticket: Ticket, phone: str, full_name: str, *, at: datetime) -> Attendance:
    """Record a ticket holder who gives phone and name; the caller answers known and unknown people the same."""
    ticket.require_for(session, at)
    require_open(session, at)
    worker = presence.person(phone, full_name)
    return presence.write(session, [presence.attendance(session, worker.pk, Source.SELF_PHONE, at=at)])[0]


@transaction.atomic
def check_in_by_account(session: Session, ticket: Ticket, *, actor: User, at: datetime) -> Attendance:
    """Record somebody who holds a ticket and is signed in to an account that an officer bound to him."""
    ticket.require_for(session, at)
    require_open(session, at)
    account = WorkerAccount.objects.filter(user=actor).select_related("worker__merged_into").first()
    if account is None:
        raise NotForYou
    worker = standing(account.worker)
    row = presence.attendance(session, worker.pk, Source.SELF_ACCOUNT, at=at, actor=actor)
    return presence.write(session, [row])[0]


def authorize_at_door(actor: User, session: Session, at: datetime) -> bool:
    """Let officers of the host, and volunteers named for this session while it is open, take presence."""
    helps = session.volunteers.filter(user=actor).exists() if holds(actor, Role.VOLUNTEER) else False
    if helps and session.accepts_check_in(at):
        return False
    return authorize(actor, "attendances", at=session.host)


def require_open(session: Session, at: datetime) -> None:
    """Refuse presence at the door of a session that is cancelled, or does not take it now."""
    if session.cancelled_at is not None:
        raise SessionCancelled(session)
    if not session.accepts_check_in(at):
        raise CheckInClosed(session)
