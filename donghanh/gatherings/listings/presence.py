"""Who was at one session, person by person, and what stands behind the numbers without names."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Count, Q

from donghanh.gatherings.choices import Audience, EvidenceKind
from donghanh.gatherings.models import Attendance, Evidence, Headcount, Session
from donghanh.gatherings.querysets import AttendanceQuerySet
from donghanh.kernel.evidence import Grade
from donghanh.org.models import Unit
from donghanh.people.models import Employment, Worker
from donghanh.people.rolls import Merges
from donghanh.people.services.identity import standing

_AUDIENCES = tuple(Audience.values)


@dataclass(frozen=True, slots=True)
class PresentPerson:
    """One person on the list of a session, under the record that stands for him."""

    attendance: Attendance
    worker: Worker
    unit: Unit | None


@dataclass(frozen=True, slots=True)
class AudienceLine:
    """What is known of one audience at a session: names by grade, and the number beyond them."""

    audience: Audience
    named: dict[str, int] = field(default_factory=dict)
    headcount: Headcount | None = None

    @property
    def named_count(self) -> int:
        """Return how many are known by name."""
        return sum(self.named.values())

    @property
    def beyond_names(self) -> int:
        """Return how many are known by number only."""
        return max(self.headcount.count - self.named_count, 0) if self.headcount else 0

    @property
    def attendances(self) -> int:
        """Return the attendances of the audience."""
        return self.named_count + self.beyond_names


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """An uploaded file, and the numbers that rest on it."""

    evidence: Evidence
    kind: EvidenceKind
    headcounts: list[Headcount]


def rows_shown(session: Session) -> AttendanceQuerySet:
    """Return the standing rows of a session, one a person: of two that a merge made one, the better."""
    rows = Attendance.objects.of(session).standing()
    second = _second_rows(rows)
    return rows.exclude(id__in=second) if second else rows


def people_shown(session: Session, attendances: Iterable[Attendance]) -> list[PresentPerson]:
    """Add to attendances who it was and where he worked that day."""
    attendances = list(attendances)
    records = Worker.objects.select_related("merged_into").in_bulk({row.worker_id for row in attendances})
    people = {worker_id: standing(worker) for worker_id, worker in records.items()}
    units = units_of((worker.pk for worker in people.values()), session)
    return [PresentPerson(row, people[row.worker_id], units.get(people[row.worker_id].pk)) for row in attendances]


def units_of(worker_ids: Iterable[int], session: Session) -> dict[int, Unit]:
    """Return where people worked on the day of a session."""
    places = Employment.objects.on(session.held_on).filter(worker__in=list(worker_ids)).select_related("unit")
    return {place.worker_id: place.unit for place in places.order_by("starts_on")}


def audience_lines(session: Session, rows: AttendanceQuerySet) -> list[AudienceLine]:
    """Return what is known of each audience that was there, counted from the rows that are listed."""
    named: dict[str, dict[str, int]] = {}
    counted = rows.order_by().values_list("audience", "grade").annotate(count=Count("worker_id"))
    for audience, grade, count in counted:
        named.setdefault(audience, {})[grade] = count
    numbers = session.headcounts.standing().select_related("evidence", "recorded_by")
    headcounts = {headcount.audience: headcount for headcount in numbers}
    return [
        AudienceLine(audience, dict(sorted(named.get(audience, {}).items())), headcounts.get(audience))
        for audience in Audience
        if audience in named or audience in headcounts
    ]


def evidence_lines(session: Session) -> list[EvidenceLine]:
    """Return the files behind a session's numbers, the newest first."""
    files = session.evidence.select_related("uploaded_by").prefetch_related("headcounts")
    return [
        EvidenceLine(
            file,
            EvidenceKind(file.kind),
            [headcount for headcount in file.headcounts.all() if headcount.replaced_at is None],
        )
        for file in files.order_by("-uploaded_at", "-pk")
    ]


def replaced_numbers(session: Session) -> list[Headcount]:
    """Return the numbers that a later one replaced, the latest first."""
    replaced = session.headcounts.exclude(replaced_at=None).select_related("recorded_by")
    return list(replaced.order_by("-replaced_at"))


def provisional_count(rows: AttendanceQuerySet) -> int:
    """Count the people on a list whom no officer has confirmed yet."""
    waiting = Worker.objects.standing().filter(is_provisional=True)
    return rows.filter(worker_id__in=waiting.values("pk")).count()


def _second_rows(rows: AttendanceQuerySet) -> list[UUID]:
    gone = Worker.objects.exclude(merged_into=None)
    touched = list(
        rows.filter(Q(worker_id__in=gone.values("pk")) | Q(worker_id__in=gone.values("merged_into"))).values_list(
            "id", "worker_id", "grade", "audience"
        )
    )
    merges = Merges.now().standing if touched else {}
    seen: set[int] = set()
    second = []
    for row_id, worker_id, _grade, _audience in sorted(touched, key=_best_first):
        person = merges.get(worker_id, worker_id)
        if person in seen:
            second.append(row_id)
        seen.add(person)
    return second


def _best_first(row: tuple[UUID, int, str, str]) -> tuple[Grade, int]:
    _id, _worker_id, grade, audience = row
    return Grade(grade), _AUDIENCES.index(audience)
