"""Attendances one by one: the named ones, and what headcounts add beyond the names."""

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count

from donghanh.gatherings.choices import Audience
from donghanh.gatherings.models import Attendance, Headcount, Session
from donghanh.gatherings.querysets import AttendanceQuerySet
from donghanh.people.rolls import Merges
from donghanh.reporting.reach import Question


@dataclass(frozen=True, slots=True)
class BeyondNames:
    """How many of one audience of a session are known by number only."""

    session: Session
    audience: str
    count: int
    grade: str


def named_attendances(question: Question) -> AttendanceQuerySet:
    """Return the standing attendances of the hosted sessions, one a person and session."""
    rows = Attendance.objects.standing().filter(session_id__in=question.hosted_sessions.values("pk"))
    shadowed = _shadowed(rows, question.merges)
    if shadowed:
        rows = rows.exclude(id__in=shadowed)
    return rows.filter(audience=question.audience) if question.audience else rows


def beyond_names(question: Question) -> list[BeyondNames]:
    """Return what headcounts add beyond the names, a row for each session and audience."""
    counts = Headcount.objects.standing().filter(session__in=question.hosted_sessions)
    if question.audience:
        counts = counts.filter(audience=question.audience)
    named = named_attendances(question).filter(session_id__in=counts.values("session"))
    names: dict[tuple[int, str], int] = {
        (row["session_id"], row["audience"]): row["names"]
        for row in named.values("session_id", "audience").annotate(names=Count("worker_id"))
    }
    found = []
    for headcount in counts.select_related("session", "session__host").order_by("-session__held_on", "pk"):
        beyond = headcount.count - names.get((headcount.session_id, headcount.audience), 0)
        if beyond > 0:
            found.append(BeyondNames(headcount.session, headcount.audience, beyond, headcount.grade))
    return found


def _shadowed(rows: AttendanceQuerySet, merges: Merges) -> list[UUID]:
    """Return the ids of attendances that a better one of the same merged person stands for."""
    involved = set(merges.standing) | set(merges.standing.values())
    if not involved:
        return []
    order = {audience: place for place, audience in enumerate(Audience.values)}
    by_person = defaultdict(list)
    for attendance in rows.filter(worker_id__in=involved):
        person = merges.standing.get(attendance.worker_id, attendance.worker_id)
        by_person[attendance.session_id, person].append(attendance)
    shadowed = []
    for same in by_person.values():
        same.sort(key=lambda row: (row.grade, order[row.audience], row.worker_id))
        shadowed += [row.id for row in same[1:]]
    return shadowed
