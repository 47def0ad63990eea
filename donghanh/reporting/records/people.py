"""People one by one: who came to hosted sessions, who is on the rolls, who was reached, who was not."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q

from donghanh.gatherings.models import Attendance, Session
from donghanh.gatherings.querysets import AttendanceQuerySet, SessionQuerySet
from donghanh.people.models import Employment, Worker
from donghanh.people.querysets import WorkerQuerySet
from donghanh.people.rolls import Merges
from donghanh.reporting.reach import Question


def present_at_hosted(question: Question) -> WorkerQuerySet:
    """Return the distinct people present by name at the hosted sessions."""
    return Worker.objects.standing().filter(_present(question.hosted_sessions, question))


def present_anywhere(question: Question) -> Q:
    """Match the people present by name at anybody's sessions."""
    return _present(question.all_sessions, question)


def employed(question: Question) -> WorkerQuerySet:
    """Return the people on the rolls, each once."""
    places = Employment.objects.under(question.rolls_unit, on=question.rolls_day)
    gone = places.filter(worker__in=question.merges.standing).values_list("worker_id", flat=True)
    kept = {question.merges.standing[worker_id] for worker_id in gone}
    return Worker.objects.standing().filter(Q(pk__in=places.values("worker")) | Q(pk__in=kept))


def reached(question: Question) -> WorkerQuerySet:
    """Return the people on the rolls who attended anywhere."""
    return employed(question).filter(present_anywhere(question))


def not_reached(question: Question) -> WorkerQuerySet:
    """Return the people on the rolls who attended nowhere."""
    return employed(question).exclude(present_anywhere(question))


def last_contacts(worker_ids: Iterable[int], question: Question) -> dict[int, date]:
    """Return the last day on which each of a few people attended anything before the period's end."""
    wanted = set(worker_ids)
    records = _records_of(wanted, question.merges)
    rows = Attendance.objects.standing().filter(worker_id__in=records)
    sessions = Session.objects.held(by=question.at).filter(held_on__lte=question.period.ends_on)
    days = _days(sessions.filter(pk__in=rows.values("session_id")))
    found: dict[int, date] = {}
    for worker_id, session_id in rows.values_list("worker_id", "session_id"):
        person, day = records[worker_id], days.get(session_id)
        if day and day > found.get(person, date.min):
            found[person] = day
    return found


def _present(sessions: SessionQuerySet, question: Question) -> Q:
    rows = _rows_at(sessions, question)
    gone = rows.filter(worker_id__in=question.merges.standing).values_list("worker_id", flat=True)
    kept = {question.merges.standing[worker_id] for worker_id in gone}
    return Q(pk__in=rows.values("worker_id")) | Q(pk__in=kept)


def _rows_at(sessions: SessionQuerySet, question: Question) -> AttendanceQuerySet:
    rows = Attendance.objects.standing().filter(session_id__in=sessions.values("pk"))
    return rows.filter(audience=question.audience) if question.audience else rows


def _days(sessions: SessionQuerySet) -> dict[int, date]:
    return dict(sessions.values_list("pk", "held_on"))


def _records_of(people: set[int], merges: Merges) -> dict[int, int]:
    """Return every record of the people, each with the person it stands for."""
    records = {person: person for person in people}
    records.update({gone: person for gone, person in merges.standing.items() if person in people})
    return records
