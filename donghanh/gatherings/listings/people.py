"""Whom the desk of a session may put on its list: found by name, member number or last digits."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from donghanh.gatherings.access import PRESENCE
from donghanh.gatherings.listings.presence import units_of
from donghanh.gatherings.models import Attendance, Session
from donghanh.kernel.text import clean, fold
from donghanh.org.access import units_read
from donghanh.org.choices import Reading
from donghanh.org.models import Unit, UnitPlacement, User
from donghanh.people.models import Worker
from donghanh.people.queries.digits import found_in
from donghanh.people.querysets import WorkerQuerySet

SHOWN = 8
SHORTEST = 2
"""How many letters a search needs; one letter would list half a unit."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody the desk may have meant, as much of him as the desk may see."""

    worker: Worker
    unit: Unit | None
    present_since: Attendance | None

    @property
    def last_digits(self) -> str:
        """Return the last digits of the member number or phone, to tell namesakes apart."""
        return (self.worker.member_no or self.worker.phone)[-2:]


def candidates(user: User, session: Session, text: str, *, at: datetime) -> list[Candidate]:
    """Return the first people who match what was typed, within what ``user`` may see at this session.

    Digits find people of the host only.
    """
    text = clean(text)
    if len(fold(text)) < SHORTEST:
        return []
    people = Worker.objects.on_record().filter(pk__in=roster(user, session).values("pk"))
    matching = found_in(
        people, text, own=people_of_host(session), reader=user, at=at, subject=session, unit_id=session.host_id
    )
    found = list(matching.order_by("name_key", "pk")[:SHOWN])
    units = units_of([worker.pk for worker in found], session)
    present = _present(session, found)
    return [Candidate(worker, units.get(worker.pk), present.get(worker.pk)) for worker in found]


def candidate(user: User, session: Session, worker_id: int) -> Worker | None:
    """Return one person of the roster."""
    people = Worker.objects.on_record().filter(pk__in=roster(user, session).values("pk"))
    return people.filter(pk=worker_id).first()


def roster(user: User, session: Session) -> WorkerQuerySet:
    """Return those whom ``user`` may read by name anyway; a volunteer gets the host's own people."""
    readable = Worker.objects.visible_to(user, on=session.held_on)
    if not session.volunteers.filter(user=user).exists():
        return readable
    return Worker.objects.filter(Q(pk__in=people_of_host(session).values("pk")) | Q(pk__in=readable.values("pk")))


def people_of_host(session: Session) -> WorkerQuerySet:
    """Return those on the rolls of the host and its sections on the day of a session."""
    own = UnitPlacement.objects.on(session.held_on).filter(base=session.host_id)
    return Worker.objects.employed_at(Q(pk__in=own.values("unit")), on=session.held_on)


def _present(session: Session, workers: Iterable[Worker]) -> dict[int, Attendance]:
    rows = Attendance.objects.of(session).standing().filter(worker_id__in=[worker.pk for worker in workers])
    return {row.worker_id: row for row in rows}


def met_by(reader: User) -> QuerySet[Worker]:
    """Return the people whose presence at sessions of his units ``reader`` may read by name."""
    units = Unit.objects.filter(units_read(reader, PRESENCE, least=Reading.NAME))
    rows = Attendance.objects.standing().filter(unit_id__in=units.values("pk"))
    return Worker.objects.filter(pk__in=rows.values("worker_id"))
