"""Presence by name list: typed in, uploaded, and taken back."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from donghanh.core import audit
from donghanh.core.errors import NotForYou
from donghanh.gatherings.choices import Audience, GradeChoice, Source
from donghanh.gatherings.models import Attendance, Session
from donghanh.gatherings.services import presence
from donghanh.gatherings.services.check_in import authorize_at_door
from donghanh.org.access import authorize
from donghanh.org.models import User
from donghanh.people.models import Worker


@transaction.atomic
def record_names(
    session: Session,
    workers: Iterable[Worker],
    *,
    actor: User,
    at: datetime,
    audience: str = Audience.WORKER,
    source: Source = Source.TYPED,
) -> list[Attendance]:
    """Record everybody on a name list, also after the session, within the days a setting allows.

    Safe to repeat: whoever is on record already keeps his first attendance.
    """
    on_behalf = authorize_at_door(actor, session, at)
    presence.require_recordable(session, at)
    rows = [
        presence.attendance(session, worker.pk, source, at=at, audience=audience, actor=actor, on_behalf=on_behalf)
        for worker in workers
    ]
    recorded = presence.write(session, rows)
    audit.record(actor, "record_names", session, unit_id=session.host_id, on_behalf=on_behalf, count=len(recorded))
    return recorded


@transaction.atomic
def record_walk_in(
    session: Session,
    phone: str,
    full_name: str,
    *,
    actor: User,
    at: datetime,
    audience: str = Audience.WORKER,
) -> Attendance:
    """Record somebody who is on no list, by phone and name; safe to repeat."""
    authorize_at_door(actor, session, at)
    worker = presence.person(phone, full_name)
    return record_names(session, [worker], actor=actor, at=at, audience=audience)[0]


@transaction.atomic
def record_list(
    session: Session,
    workers: Iterable[Worker],
    strangers: Iterable[tuple[str, str]],
    *,
    actor: User,
    at: datetime,
    audience: str = Audience.WORKER,
) -> list[Attendance]:
    """Record an uploaded list, all of it or nothing: people on record, and others by phone and name."""
    authorize(actor, "attendances", at=session.host)
    met = [presence.person(phone, full_name) for phone, full_name in strangers]
    return record_names(session, [*workers, *met], actor=actor, at=at, audience=audience, source=Source.LIST)


@transaction.atomic
def record_history_names(
    session: Session, graded: Iterable[tuple[Worker, GradeChoice]], *, actor: User, at: datetime
) -> list[Attendance]:
    """Record presence that a history file states with its grade; only the command line may."""
    authorize(actor, "attendances", at=session.host)
    if not actor.is_system:
        raise NotForYou
    presence.require_recordable(session, at)
    rows = [
        presence.attendance(session, worker.pk, Source.HISTORY, at=at, grade=grade, actor=actor)
        for worker, grade in graded
    ]
    recorded = presence.write(session, rows)
    audit.record(actor, "record_history_names", session, unit_id=session.host_id, count=len(recorded))
    return recorded


@transaction.atomic
def annul_attendance(attendance: Attendance, *, actor: User, at: datetime, reason: str) -> Attendance:
    """Take a presence back: it no longer counts, and the row says who, when and why."""
    session = Session.objects.select_related("host").get(pk=attendance.session_id)
    on_behalf = authorize(actor, "attendances", at=session.host)
    presence.annul(session, attendance, actor=actor, at=at, reason=reason)
    audit.record(actor, "annul_attendance", session, unit_id=session.host_id, on_behalf=on_behalf)
    return Attendance.objects.of(session).get(id=attendance.id)
