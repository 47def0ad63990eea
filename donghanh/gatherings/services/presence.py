"""How a presence is written, whoever records it: one insert that a constraint may refuse, then one read."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import F
from django.utils.timezone import localdate

from donghanh.gatherings.choices import Audience, GradeChoice, Source
from donghanh.gatherings.errors import (
    AttendanceGone,
    PhoneUnreadable,
    ReasonMissing,
    SessionCancelled,
    SessionNotBegun,
    TooLateToRecord,
)
from donghanh.gatherings.models import Attendance, Session
from donghanh.kernel.text import normal_phone
from donghanh.org.models import User
from donghanh.people.models import Worker
from donghanh.people.services.identity import person_for

GRADES = {
    Source.SCAN: GradeChoice.A,
    Source.SELF_ACCOUNT: GradeChoice.A,
    Source.SELF_PHONE: GradeChoice.B,
    Source.TYPED: GradeChoice.B,
    Source.LIST: GradeChoice.B,
}
"""What each way of recording proves; only an imported history states its grades itself."""


def attendance(
    session: Session,
    worker_id: int,
    source: Source,
    *,
    at: datetime,
    grade: GradeChoice | None = None,
    audience: str = Audience.WORKER,
    actor: User | None = None,
    on_behalf: bool = False,
) -> Attendance:
    """Fill in a row: present within the hours of the session, recorded when it was recorded."""
    return Attendance(
        unit_id=session.host_id,
        session_id=session.pk,
        worker_id=worker_id,
        audience=audience,
        grade=grade or GRADES[source],
        source=source,
        checked_in_at=min(max(at, session.opens_at), session.closes_at),
        recorded_at=at,
        recorded_by_id=actor.pk if actor else None,
        is_on_behalf=on_behalf,
    )


def write(session: Session, rows: Iterable[Attendance]) -> list[Attendance]:
    """Insert attendances of one session; whoever is there already keeps his first attendance.

    Returns the standing attendance of each person. SQLite's OR IGNORE swallows other broken
    constraints too: the read that follows finds such a row missing and raises.
    """
    rows = list(rows)
    Attendance.objects.bulk_create(rows, ignore_conflicts=True, batch_size=500)
    touch(session)
    standing = Attendance.objects.of(session).standing()
    found = {row.worker_id: row for row in standing.filter(worker_id__in=[row.worker_id for row in rows])}
    return [found[row.worker_id] for row in rows]


def annul(session: Session, attendance: Attendance, *, actor: User, at: datetime, reason: str) -> None:
    """Take a presence back: it no longer counts, and the row says who, when and why."""
    if not reason.strip():
        raise ReasonMissing
    rows = Attendance.objects.of(session).standing().filter(id=attendance.id)
    if not rows.update(annulled_at=at, annulled_by_id=actor.pk, annul_reason=reason.strip()):
        raise AttendanceGone
    touch(session)


def person(phone: str, full_name: str) -> Worker:
    """Return the person with this phone and name; without a whole number, a name alone identifies nobody."""
    if not normal_phone(phone):
        raise PhoneUnreadable(phone)
    return person_for(phone, full_name)


def touch(session: Session) -> None:
    """Say that presence changed, in the transaction that changes it: the cohorts are to be folded again."""
    Session.objects.filter(pk=session.pk).update(presence_version=F("presence_version") + 1)


def require_recordable(session: Session, at: datetime) -> None:
    """Refuse presence at a cancelled session, before it opens, or long after it."""
    if session.cancelled_at is not None:
        raise SessionCancelled(session)
    if at < session.opens_at:
        raise SessionNotBegun(session)
    if localdate(at) > session.held_on + timedelta(days=settings.BACKDATE_DAYS):
        raise TooLateToRecord(session, settings.BACKDATE_DAYS)
