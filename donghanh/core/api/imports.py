"""Imports for programs: send a list, look at what would happen, have it written, take it back."""

from datetime import datetime
from http import HTTPStatus
from typing import IO, Annotated, Any, cast

from django.http import HttpRequest
from ninja import File, Form, Query, Router, Status, UploadedFile
from pydantic import Field

from donghanh.core.api.paging import Page, PageAsked, page_of
from donghanh.core.api.schemas import Asked, Id, LocalTime, Told, Word
from donghanh.core.api.tokens import Token
from donghanh.core.errors import NotForYou
from donghanh.core.import_models import ImportBatch, ImportProblem
from donghanh.core.imports import batches
from donghanh.core.imports.importer import Importer, Place
from donghanh.core.imports.registry import importer_of

READ, WRITE = Token("read:imports"), Token("write:imports")
router = Router()
NEWEST_FIRST, IN_ORDER = ("-pk",), ("row", "pk")


class KindTold(Told):
    """A kind of list, and the units where the token's holder may take it in."""

    kind: str
    title: str
    units: list[str]


class ImportTold(Told):
    """One file on its way. Before `confirmed_at` the counts say what would be written, afterwards what was."""

    id: int
    kind: str
    state: str
    file_name: str
    file_sha256: str
    rows: int
    handled: int
    new: int
    changed: int
    same: int
    left_out: int
    unknown_columns: list[str]
    failure: str
    created_at: LocalTime
    confirmed_at: LocalTime | None
    finished_at: LocalTime | None
    undo_until: LocalTime | None


class ProblemTold(Told):
    """Why one row was left out."""

    row: int
    column: str
    typed: str
    sentence: str
    hint: str


class ImportAsked(Asked):
    """Which list the file is."""

    kind: Word
    unit: Annotated[Word, Field(description="Code of the unit; may be left out where there is only one.")] = ""


@router.get("/kinds/", response=list[KindTold], auth=READ)
def list_import_kinds(request: HttpRequest) -> list[KindTold]:
    """List the kinds of lists that the token's holder may take in."""
    return [
        KindTold(kind=importer.kind, title=str(importer.title), units=[_code(place) for place in places])
        for importer, places in batches.open_lists(request.user)
    ]


@router.get("/", response=Page[ImportTold], auth=READ)
def list_imports(request: HttpRequest, asked: Query[PageAsked]) -> dict[str, Any]:
    """List the imports that the token's holder has a say in, the latest first."""
    lists = batches.open_lists(request.user)
    if not lists:
        raise NotForYou
    return page_of(request, batches.batches_of(lists), asked, order=NEWEST_FIRST, told=lambda rows: map(_told, rows))


@router.post("/", response={HTTPStatus.CREATED: ImportTold}, auth=WRITE)
def upload_import(request: HttpRequest, asked: Form[ImportAsked], file: File[UploadedFile]) -> Status[ImportTold]:
    """Send a file, .xlsx or .csv, to be read through. Nothing is written before it is confirmed."""
    importer, place = _list_at(request.user, asked)
    batch = batches.upload(importer, place.pk, cast("IO[bytes]", file), file.name or "", actor=request.user)
    return Status(HTTPStatus.CREATED, _told(batch))


@router.get("/{import_id}/", response=ImportTold, auth=READ)
def read_import(request: HttpRequest, import_id: Id) -> ImportTold:
    """Read how far an import has come."""
    return _told(batches.batch_for(request.user, import_id))


@router.get("/{import_id}/problems/", response=Page[ProblemTold], auth=READ)
def list_import_problems(request: HttpRequest, import_id: Id, asked: Query[PageAsked]) -> dict[str, Any]:
    """List the rows that were left out, each with its reason, in the order of the file."""
    problems = ImportProblem.objects.filter(batch=batches.batch_for(request.user, import_id))
    return page_of(request, problems, asked, order=IN_ORDER, told=lambda rows: map(_problem, rows))


@router.post("/{import_id}/confirm/", response=ImportTold, auth=WRITE)
def confirm_import(request: HttpRequest, import_id: Id) -> ImportTold:
    """Have the rows written, or the rest of an import that was stopped."""
    batch = batches.batch_for(request.user, import_id)
    batches.confirm(batch, actor=request.user)
    return _told(batch)


@router.post("/{import_id}/stop/", response=ImportTold, auth=WRITE)
def stop_import(request: HttpRequest, import_id: Id) -> ImportTold:
    """Stop after the rows in hand; what is written stays."""
    batch = batches.batch_for(request.user, import_id)
    batches.stop(batch, actor=request.user)
    return _told(batch)


@router.post("/{import_id}/undo/", response=ImportTold, auth=WRITE)
def undo_import(request: HttpRequest, import_id: Id) -> ImportTold:
    """Take an import back."""
    batch = batches.batch_for(request.user, import_id)
    batches.undo(batch, actor=request.user)
    return _told(batch)


def _list_at(actor: Any, asked: ImportAsked) -> tuple[type[Importer], Place]:
    """Return a kind of list and the unit it is of; what the actor may not take in does not exist."""
    importer = importer_of(asked.kind)
    places = importer.places(actor) if importer else []
    chosen = [place for place in places if asked.unit in {"", _code(place)}]
    if importer is None or not chosen or (len(chosen) > 1 and not asked.unit):
        raise NotForYou
    return importer, chosen[0]


def _code(place: Place) -> str:
    return str(getattr(place, "code", place.pk))


def _told(batch: ImportBatch) -> ImportTold:
    until: datetime | None = batch.undo_until
    return ImportTold(
        id=batch.pk, kind=batch.kind, state=batch.state, file_name=batch.file_name, file_sha256=batch.file_sha256,
        rows=batch.row_count, handled=batch.position, new=batch.new_count, changed=batch.changed_count,
        same=batch.same_count, left_out=batch.bad_count, unknown_columns=list(batch.unknown_columns),
        failure=batch.failure, created_at=batch.created_at, confirmed_at=batch.confirmed_at,
        finished_at=batch.finished_at, undo_until=until,
    )  # fmt: skip


def _problem(problem: ImportProblem) -> ProblemTold:
    return ProblemTold(
        row=problem.row, column=problem.column, typed=problem.typed, sentence=problem.sentence, hint=problem.hint
    )
