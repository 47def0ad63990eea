"""The sessions that one person attended, under whichever of his merged records."""

from datetime import date

from django.db.models import QuerySet
from django.db.models.functions import ExtractYear

from donghanh.gatherings.access import PRESENCE
from donghanh.gatherings.models import Attendance, Session
from donghanh.org.access import units_read
from donghanh.org.choices import Reading
from donghanh.org.models import Unit, User
from donghanh.people.models import Worker, WorkerAccount
from donghanh.people.services.identity import standing


def worker_of(user: User) -> Worker | None:
    """Return the person whose account this is; an officer bound it, or nobody."""
    account = WorkerAccount.objects.filter(user=user).select_related("worker__merged_into").first()
    return standing(account.worker) if account else None


def attended_by(worker: Worker) -> QuerySet[Session]:
    """Return the sessions that a person attended, the latest first."""
    rows = Attendance.objects.standing().filter(worker_id__in=_records_of(worker))
    attended = Session.objects.filter(pk__in=rows.values("session_id"), cancelled_at=None)
    return attended.select_related("host").order_by("-starts_at", "-pk")


def known_sessions(reader: User, worker: Worker, *, on: date) -> QuerySet[Session]:
    """Return the sessions of a person that ``reader`` may know of.

    His own unit's officers know them all; others know those whose presence they read by name.
    """
    attended = attended_by(worker)
    own = Worker.objects.employed_at(units_read(reader, "attendances_elsewhere", least=Reading.NAME), on=on)
    if reader.is_system or own.filter(pk=worker.pk).exists():
        return attended
    return attended.filter(host__in=Unit.objects.filter(units_read(reader, PRESENCE, least=Reading.NAME)))


def years_of(sessions: QuerySet[Session]) -> list[int]:
    """Return the years that have sessions, the latest first."""
    return list(
        sessions.order_by().annotate(year=ExtractYear("held_on")).values_list("year", flat=True).distinct()
        .order_by("-year")
    )  # fmt: skip


def place_in_year(worker: Worker, session: Session) -> int:
    """Return the how-manieth session of the year this is for a person."""
    return attended_by(worker).filter(held_on__year=session.held_on.year, starts_at__lte=session.starts_at).count()


def _records_of(worker: Worker) -> list[int]:
    records = newest = [worker.pk]
    while newest:
        newest = list(Worker.objects.filter(merged_into__in=newest).values_list("pk", flat=True))
        records = records + newest
    return records
