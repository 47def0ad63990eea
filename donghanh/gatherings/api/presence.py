"""Presence for programs: who was there, as far as one may know; recorded one by one, and annulled."""

from http import HTTPStatus
from typing import Annotated, Any, Literal
from uuid import UUID

from django.shortcuts import get_object_or_404
from django.utils.timezone import now
from ninja import Query, Router, Status
from pydantic import Field, StringConstraints

from donghanh.core import audit
from donghanh.core.api.paging import Page, PageAsked, page_of
from donghanh.core.api.schemas import Asked, Id, LocalTime, Told
from donghanh.core.api.tokens import Token
from donghanh.core.errors import NotForYou
from donghanh.gatherings import services
from donghanh.gatherings.access import is_officer_at_door, rights
from donghanh.gatherings.api.session_schemas import ReasonAsked
from donghanh.gatherings.api.sessions import session_of
from donghanh.gatherings.choices import Audience
from donghanh.gatherings.listings.people import candidate
from donghanh.gatherings.listings.presence import PresentPerson, audience_lines, people_shown, rows_shown
from donghanh.gatherings.models import Attendance, Session
from donghanh.org.models import User
from donghanh.org.requests import SignedInRequest

READ, WRITE = Token("read:presence"), Token("write:presence")
router = Router()
NEWEST_FIRST = ("-id",)
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100)]


class AudienceTold(Told):
    """Attendances of one audience, by name and by number together."""

    audience: str
    attendances: int


class PresentTold(Told):
    """One person on the list."""

    id: UUID
    worker: int
    full_name: str
    unit: str | None
    audience: str
    grade: str
    source: str
    checked_in_at: LocalTime


class PresenceTold(Told):
    """An attendance as it stands; it names nobody, for it is kept under the key of the request."""

    id: UUID
    grade: str
    source: str
    recorded_at: LocalTime
    was_there_already: bool


class AnnulledTold(Told):
    """An attendance that no longer counts."""

    id: UUID
    annulled_at: LocalTime


class CardAsked(Asked):
    """Somebody seen at the door with his member card: grade A."""

    by: Literal["card"]
    member_no: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=30)]
    audience: Audience = Audience.WORKER


class WorkerAsked(Asked):
    """Somebody of the roster, put on the name list: grade B."""

    by: Literal["worker"]
    worker: Id
    audience: Audience = Audience.WORKER


class WalkInAsked(Asked):
    """Somebody on no list, by phone and name: grade B."""

    by: Literal["phone"]
    phone: Annotated[str, StringConstraints(min_length=1, max_length=20)]
    full_name: Name
    audience: Audience = Audience.WORKER


PresentAsked = Annotated[CardAsked | WorkerAsked | WalkInAsked, Field(discriminator="by")]


@router.get("/{session_id}/presence/", response=Page[PresentTold], auth=READ)
def list_presence(request: SignedInRequest, session_id: Id, asked: Query[PageAsked]) -> dict[str, Any]:
    """List who was present, the latest first, to those who may read names there."""
    session = session_of(request, session_id)
    if not rights(request.user, session).reads_names:
        raise NotForYou
    rows = rows_shown(session)

    def told(page: list[Attendance]) -> list[PresentTold]:
        audit.record(request.user, "read_presence", session, unit_id=session.host_id, count=len(page))
        return [_present(person) for person in people_shown(session, page)]

    return page_of(request, rows, asked, order=NEWEST_FIRST, told=told)


@router.get("/{session_id}/presence/audiences/", response=list[AudienceTold], auth=READ)
def count_presence(request: SignedInRequest, session_id: Id) -> list[AudienceTold]:
    """Count the attendances of each audience, names and numbers together."""
    session = session_of(request, session_id)
    rights(request.user, session)
    lines = audience_lines(session, rows_shown(session))
    return [AudienceTold(audience=line.audience, attendances=line.attendances) for line in lines]


@router.post("/{session_id}/presence/", response={HTTPStatus.CREATED: PresenceTold}, auth=WRITE)
def record_presence(request: SignedInRequest, session_id: Id, asked: PresentAsked) -> Status[PresenceTold]:
    """Record one person as present. Whoever is on the list already stays there as he was first recorded."""
    at = now()
    session = session_of(request, session_id)
    is_officer_at_door(request.user, session, at=at)
    attendance = _recorded(request.user, session, asked, at)
    told = PresenceTold(
        id=attendance.id,
        grade=attendance.grade,
        source=attendance.source,
        recorded_at=attendance.recorded_at,
        was_there_already=attendance.recorded_at < at,
    )
    return Status(HTTPStatus.CREATED, told)


@router.post("/{session_id}/presence/{attendance_id}/annul/", response=AnnulledTold, auth=WRITE)
def annul_presence(request: SignedInRequest, session_id: Id, attendance_id: UUID, asked: ReasonAsked) -> AnnulledTold:
    """Take a presence back, with a reason that stays with it."""
    session = session_of(request, session_id)
    if not rights(request.user, session).may_record:
        raise NotForYou
    attendance = get_object_or_404(Attendance.objects.of(session), id=attendance_id)
    annulled = services.annul_attendance(attendance, actor=request.user, at=now(), reason=asked.reason)
    return AnnulledTold.model_validate({"id": annulled.id, "annulled_at": annulled.annulled_at})


def _recorded(actor: User, session: Session, asked: CardAsked | WorkerAsked | WalkInAsked, at: Any) -> Attendance:
    if isinstance(asked, WalkInAsked):
        return services.record_walk_in(
            session, asked.phone, asked.full_name, actor=actor, at=at, audience=asked.audience
        )
    if isinstance(asked, CardAsked):
        return services.scan_card(session, asked.member_no, actor=actor, at=at, audience=asked.audience)
    worker = candidate(actor, session, asked.worker)
    if worker is None:
        raise NotForYou
    return services.record_names(session, [worker], actor=actor, at=at, audience=asked.audience)[0]


def _present(person: PresentPerson) -> PresentTold:
    row = person.attendance
    return PresentTold(
        id=row.id, worker=person.worker.pk, full_name=person.worker.full_name,
        unit=person.unit.code if person.unit else None, audience=row.audience, grade=row.grade, source=row.source,
        checked_in_at=row.checked_in_at,
    )  # fmt: skip
