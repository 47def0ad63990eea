"""People one by one: who came to hosted sessions, who is on the rolls, who was reached, who was not."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date, timedelta

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


def people_by_depth(workers: WorkerQuerySet, sessions: SessionQuerySet, question: Question) -> Counter[tuple[str, int]]:
    """Count people by best grade and by how many sessions they attended; every person stands in one cell."""
    wanted = set(workers.values_list("pk", flat=True))
    grades: dict[int, str] = {}
    sessions_of: dict[int, set[int]] = defaultdict(set)
    rows = _rows_at(sessions, question).values_list("worker_id", "session_id", "grade")
    for worker_id, session_id, grade in rows.iterator(chunk_size=20_000):
        person = question.merges.standing.get(worker_id, worker_id)
        if person in wanted:
            grades[person] = min(grades.get(person, grade), grade)
            sessions_of[person].add(session_id)
    return Counter((grades[person], len(sessions_of[person])) for person in grades)


def silent_by_last_contact(question: Question) -> Counter[str]:
    """Count those not reached by the time since their last contact: ``never``, ``year`` (under one), ``longer``."""
    silent = set(not_reached(question).values_list("pk", flat=True))
    sessions = Session.objects.held(by=question.at).filter(held_on__lt=question.period.starts_on)
    rows = Attendance.objects.standing().filter(session_id__in=sessions.values("pk"))
    days = _days(sessions)
    last: dict[int, date] = {}
    for worker_id, session_id in rows.values_list("worker_id", "session_id").iterator(chunk_size=20_000):
        person = question.merges.standing.get(worker_id, worker_id)
        if person in silent:
            last[person] = max(last.get(person, date.min), days[session_id])
    year_before = question.rolls_day - timedelta(days=365)
    found: Counter[str] = Counter()
    for person in silent:
        day = last.get(person)
        found["never" if day is None else "year" if day > year_before else "longer"] += 1
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
