"""Reports for programs: what is sealed, the values of one report, and its files."""

from datetime import date
from typing import Any, Literal

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header
from django.utils.timezone import now
from ninja import Query, Router

from donghanh.core.api.paging import Page, PageAsked, page_of
from donghanh.core.api.periods import PeriodWord, period_named
from donghanh.core.api.schemas import Asked, Code, LocalTime, Told, Word
from donghanh.core.api.tokens import Token
from donghanh.core.errors import NotForYou
from donghanh.org.access import reads_anywhere, units_read
from donghanh.org.models import Unit
from donghanh.org.requests import SignedInRequest
from donghanh.reporting.choices import ReportKind
from donghanh.reporting.models import Snapshot
from donghanh.reporting.reports.composing import THING
from donghanh.reporting.reports.files import FORMATS, Version, as_json, name_of, version_now, version_to_send

router = Router(auth=Token("read:reports"))
NEWEST_FIRST = ("-sealed_at", "-pk")
CONTENT_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_FILES = {
    "responses": {
        200: {"content": {kind: {"schema": {"type": "string", "format": "binary"}} for kind in CONTENT_TYPES.values()}}
    }
}
_VALUES = {"responses": {200: {"content": {"application/json": {"schema": {"type": "object"}}}}}}


class SealedTold(Told):
    """A sealed report."""

    unit: str
    kind: str
    period: str
    number: str
    issued_on: date
    sealed_at: LocalTime
    sha256: str


class SealedAsked(PageAsked):
    """Which sealed reports."""

    unit: Word = ""


class ReportAsked(Asked):
    """Which report: the sealed one when there is one, or as it stands now."""

    period: PeriodWord
    version: Literal["sealed", "now"] = "sealed"


class FileAsked(ReportAsked):
    """Which file of a report."""

    format: Literal["docx", "pdf", "xlsx"]


@router.get("/", response=Page[SealedTold])
def list_sealed_reports(request: SignedInRequest, asked: Query[SealedAsked]) -> dict[str, Any]:
    """List the sealed reports that the token's holder may read, the latest first."""
    if not reads_anywhere(request.user, THING):
        raise NotForYou
    sealed = Snapshot.objects.visible_to(request.user).standing().select_related("unit")
    if asked.unit:
        sealed = sealed.filter(unit__code=asked.unit)
    return page_of(request, sealed, asked, order=NEWEST_FIRST, told=lambda rows: map(_told, rows))


@router.get("/{unit}/{kind}/", openapi_extra=_VALUES)
def read_report(request: SignedInRequest, unit: Code, kind: ReportKind, asked: Query[ReportAsked]) -> HttpResponse:
    """Read the values of a report."""
    version = _version(request, unit, kind, asked)
    return HttpResponse(as_json(version), content_type="application/json")


@router.get("/{unit}/{kind}/file/", openapi_extra=_FILES)
def read_report_file(request: SignedInRequest, unit: Code, kind: ReportKind, asked: Query[FileAsked]) -> HttpResponse:
    """Fetch a report as a file."""
    version = _version(request, unit, kind, asked)
    disposition = content_disposition_header(as_attachment=True, filename=name_of(version, asked.format))
    headers = {"Content-Disposition": disposition or "attachment"}
    content = FORMATS[asked.format](version)
    return HttpResponse(content, content_type=CONTENT_TYPES[asked.format], headers=headers)


def _version(request: SignedInRequest, code: str, kind: ReportKind, asked: ReportAsked) -> Version:
    unit = get_object_or_404(Unit.objects.filter(units_read(request.user, THING)), code=code)
    find = version_now if asked.version == "now" else version_to_send
    return find(unit, kind.value, period_named(asked.period), actor=request.user, at=now())


def _told(snapshot: Snapshot) -> SealedTold:
    return SealedTold(
        unit=snapshot.unit.code,
        kind=snapshot.kind,
        period=snapshot.period.code,
        number=snapshot.number,
        issued_on=snapshot.issued_on,
        sealed_at=snapshot.sealed_at,
        sha256=snapshot.sha256,
    )
