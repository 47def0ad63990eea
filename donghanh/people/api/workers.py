"""People for programs: as much of each as the pages show, phone and identity number hidden."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.utils.timezone import now
from ninja import Query, Router

from donghanh.core.api.paging import Page, PageAsked, page_of
from donghanh.core.api.schemas import Id, Told, Word
from donghanh.core.api.tokens import Token
from donghanh.org.models import Unit
from donghanh.org.requests import SignedInRequest
from donghanh.people import trail
from donghanh.people.models import Employment, Worker
from donghanh.people.queries.desk import Desk, desk_of
from donghanh.people.queries.digits import found_in
from donghanh.people.queries.workers import places, unions, with_places

router = Router(auth=Token("read:workers"))
ORDER = ("name_key", "pk")


class PlaceTold(Told):
    """Where somebody works, within the reach of the token's holder."""

    unit: str
    enterprise: str | None
    department: str
    starts_on: date


class WorkerTold(Told):
    """A person on the rolls; of phone and identity number the last two digits stand."""

    id: int
    full_name: str
    member_no: str | None
    gender: str
    birth_year: int | None
    phone: str
    id_number: str
    works_at: list[PlaceTold]
    member_since: date | None


class WorkersAsked(PageAsked):
    """Which people."""

    q: Word = ""
    unit: Word = ""


@router.get("/", response=Page[WorkerTold])
def list_workers(request: SignedInRequest, asked: Query[WorkersAsked]) -> dict[str, Any]:
    """List the people whose names the token's holder may read, by given name; looking is kept in the trail."""
    desk = desk_of(request.user)
    unit = _unit(desk, asked.unit)
    people = desk.workers()
    if asked.q:
        people = found_in(people, asked.q, own=desk.own_workers(), reader=request.user, at=now())
    if unit:
        there = Employment.objects.on(desk.day).filter(unit=unit)
        people = people.filter(pk__in=there.values("worker"))

    def told(rows: list[Worker]) -> Iterable[WorkerTold]:
        trail.note_listing(desk, rows, narrowed_to=unit)
        return map(_told, rows)

    return page_of(request, with_places(people, desk), asked, order=ORDER, told=told)


@router.get("/{worker_id}/", response=WorkerTold)
def read_worker(request: SignedInRequest, worker_id: Id) -> WorkerTold:
    """Read one person; looking at somebody of another unit is kept in the trail."""
    desk = desk_of(request.user)
    people: QuerySet[Worker] = with_places(desk.workers(), desk)
    worker = get_object_or_404(people, pk=worker_id)
    at_work = places(worker)
    if not any(place.unit_id in desk.own_unit_ids for place in at_work):
        trail.note_look(request.user, worker, at_work[0].unit)
    return _told(worker)


def _unit(desk: Desk, code: str) -> Unit | None:
    return get_object_or_404(desk.unit_rows, code=code) if code else None


def _told(worker: Worker) -> WorkerTold:
    return WorkerTold(
        id=worker.pk,
        full_name=worker.full_name,
        member_no=worker.member_no,
        gender=worker.gender,
        birth_year=worker.birth_year,
        phone=worker.masked_phone,
        id_number=worker.masked_id_number,
        works_at=[
            PlaceTold(
                unit=place.unit.code,
                enterprise=place.enterprise.name if place.enterprise else None,
                department=place.department,
                starts_on=place.starts_on,
            )
            for place in places(worker)
        ],
        member_since=min((membership.starts_on for membership in unions(worker)), default=None),
    )
