"""Sessions: planned, corrected, copied, cancelled."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from donghanh.core import audit
from donghanh.gatherings.errors import (
    CoHostIsHost,
    ReasonMissing,
    SessionCancelled,
    SessionHasPresence,
    TopicMissing,
)
from donghanh.gatherings.models import Attendance, Session, SessionTopic, SessionUnit, Volunteer
from donghanh.legal.models import Topic
from donghanh.org.access import authorize
from donghanh.org.models import Unit, User

COPIED = (
    "host_id", "title", "form", "integrated_into", "partners", "speakers", "enterprise_id", "place", "link",
    "expected_count", "materials", "is_public",
)  # fmt: skip


@transaction.atomic
def plan_session(
    title: str,
    host: Unit,
    *,
    topics: Iterable[Topic],
    starts_at: datetime,
    ends_at: datetime,
    actor: User,
    at: datetime,
    **fields: Any,
) -> Session:
    """Open a session of ``host``; ``fields`` may hold co_hosts beside the session's own facts."""
    on_behalf = authorize(actor, "sessions", at=host)
    co_hosts = fields.pop("co_hosts", ())
    session = Session.objects.create(
        title=title,
        host=host,
        starts_at=starts_at,
        ends_at=ends_at,
        held_on=localdate(starts_at),
        entered_at=at,
        entered_by=actor,
        is_entered_on_behalf=on_behalf,
        **fields,
    )
    SessionUnit.objects.create(session=session, unit=host, is_host=True)
    _set_topics(session, topics)
    _set_co_hosts(session, co_hosts)
    audit.record(actor, "plan_session", session, unit_id=host.pk, on_behalf=on_behalf)
    return session


@transaction.atomic
def update_session(session: Session, *, actor: User, **fields: Any) -> Session:
    """Correct a session's facts; its host never changes, its topics and co-hosts have services of their own."""
    on_behalf = authorize(actor, "sessions", at=session.host)
    changed = {name: value for name, value in fields.items() if getattr(session, name) != value}
    if not changed:
        return session
    for name, value in changed.items():
        setattr(session, name, value)
    session.held_on = localdate(session.starts_at)
    session.save(update_fields=[*changed, "held_on", "folded_title"])
    audit.record(actor, "update_session", session, unit_id=session.host_id, on_behalf=on_behalf, fields=sorted(changed))
    return session


@transaction.atomic
def retopic_session(session: Session, topics: Iterable[Topic], *, actor: User) -> Session:
    """Put a session under other topics; it counts under the new ones from now on, also for past periods."""
    on_behalf = authorize(actor, "sessions", at=session.host)
    before = sorted(session.topics.values_list("code", flat=True))
    _set_topics(session, topics)
    after = sorted(session.topics.values_list("code", flat=True))
    if before != after:
        audit.record(
            actor, "retopic_session", session, unit_id=session.host_id, on_behalf=on_behalf,
            before=before, after=after,
        )  # fmt: skip
    return session


@transaction.atomic
def set_co_hosts(session: Session, units: Iterable[Unit], *, actor: User) -> Session:
    """Say who hosts the session beside its host; it still counts once."""
    on_behalf = authorize(actor, "sessions", at=session.host)
    before = set(session.session_units.values_list("unit__code", flat=True))
    _set_co_hosts(session, units)
    after = set(session.session_units.values_list("unit__code", flat=True))
    if before != after:
        audit.record(
            actor, "set_co_hosts", session, unit_id=session.host_id, on_behalf=on_behalf,
            added=sorted(after - before), removed=sorted(before - after),
        )  # fmt: skip
    return session


@transaction.atomic
def revise_session(
    session: Session, *, actor: User, topics: Iterable[Topic], co_hosts: Iterable[Unit], **facts: Any
) -> Session:
    """Correct facts, topics and co-hosts together, as the one form that shows them all does."""
    update_session(session, actor=actor, **facts)
    retopic_session(session, topics, actor=actor)
    return set_co_hosts(session, co_hosts, actor=actor)


@transaction.atomic
def set_volunteers(session: Session, users: Iterable[User], *, actor: User) -> Session:
    """Name those who take presence at this one session while it is open."""
    authorize(actor, "sessions", at=session.host)
    wanted = {user.pk for user in users}
    session.volunteers.exclude(user__in=wanted).delete()
    Volunteer.objects.bulk_create([Volunteer(session=session, user_id=pk) for pk in wanted], ignore_conflicts=True)
    audit.record(actor, "set_volunteers", session, unit_id=session.host_id, count=len(wanted))
    return session


@transaction.atomic
def cancel_session(session: Session, *, actor: User, at: datetime, reason: str) -> Session:
    """Call a session off; it counts nowhere, and its reason stays readable."""
    on_behalf = authorize(actor, "sessions", at=session.host)
    if not reason.strip():
        raise ReasonMissing
    if session.cancelled_at is not None:
        raise SessionCancelled(session)
    present = Attendance.objects.of(session).standing().count()
    if present:
        raise SessionHasPresence(session, present)
    session.cancelled_at, session.cancel_reason = at, reason.strip()
    session.save(update_fields=["cancelled_at", "cancel_reason"])
    audit.record(actor, "cancel_session", session, unit_id=session.host_id, on_behalf=on_behalf)
    return session


@transaction.atomic
def copy_session(session: Session, *, actor: User, starts_at: datetime, at: datetime) -> Session:
    """Plan the same session again at another time; presence and numbers are not copied."""
    facts = {name: getattr(session, name) for name in COPIED if name not in {"host_id", "title"}}
    return plan_session(
        session.title,
        session.host,
        topics=session.topics.all(),
        starts_at=starts_at,
        ends_at=starts_at + (session.ends_at - session.starts_at),
        actor=actor,
        at=at,
        co_hosts=Unit.objects.filter(session_units__session=session, session_units__is_host=False),
        audiences=list(session.audiences),
        document_numbers=list(session.document_numbers),
        **facts,
    )


def _set_topics(session: Session, topics: Iterable[Topic]) -> None:
    wanted = {topic.pk for topic in topics}
    if not wanted:
        raise TopicMissing
    session.session_topics.exclude(topic__in=wanted).delete()
    SessionTopic.objects.bulk_create(
        [SessionTopic(session=session, topic_id=pk) for pk in sorted(wanted)], ignore_conflicts=True
    )


def _set_co_hosts(session: Session, units: Iterable[Unit]) -> None:
    wanted = {unit.pk: unit for unit in units}
    if session.host_id in wanted:
        raise CoHostIsHost(session.host)
    session.session_units.filter(is_host=False).exclude(unit__in=wanted).delete()
    SessionUnit.objects.bulk_create(
        [SessionUnit(session=session, unit_id=pk) for pk in sorted(wanted)], ignore_conflicts=True
    )
