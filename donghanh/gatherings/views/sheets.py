"""The sheet that people sign: on screen, and as a file to print."""

from collections.abc import Callable, Sequence
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.utils.timezone import now
from django.views.decorators.http import require_GET

from donghanh.core.documents import Document, outline, to_docx, to_pdf
from donghanh.core.exports import file_name
from donghanh.gatherings.sign_sheet import on_the_rolls, row_count, sign_sheet
from donghanh.gatherings.views.scope import SessionScope, scope_of
from donghanh.org.access import reading
from donghanh.org.choices import Reading
from donghanh.org.requests import SignedInRequest
from donghanh.people.models import Employment

WRITERS: dict[str, tuple[Callable[..., bytes], str]] = {
    "pdf": (to_pdf, "application/pdf"),
    "docx": (to_docx, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
}


@login_required
@require_GET
def sign_sheet_page(request: SignedInRequest, session_id: int) -> HttpResponse:
    """Show the sheet as it prints, with the choice of rows and of names from the rolls."""
    scope = scope_of(request.user, session_id)
    scope.must_record()
    context: dict[str, Any] = {
        "session": scope.session,
        "document": outline(_document(request, scope)),
        "rows": row_count(scope.session, request.GET.get("rows", "")),
        "reads_rolls": _reads_rolls(scope, request),
        "has_rolls": "rolls" in request.GET,
    }
    return render(request, "gatherings/session_sign_sheet.html", context)


@login_required
@require_GET
def sign_sheet_file(request: SignedInRequest, session_id: int, extension: str) -> HttpResponse:
    """Hand out the sheet as a file."""
    scope = scope_of(request.user, session_id)
    scope.must_record()
    if extension not in WRITERS:
        raise Http404
    write, content_type = WRITERS[extension]
    name = file_name(f"danh sách ký tên {scope.session.title}", extension)
    disposition = content_disposition_header(as_attachment=True, filename=name)
    written = write(_document(request, scope), made_at=now())
    return HttpResponse(
        written, content_type=content_type, headers={"Content-Disposition": disposition or "attachment"}
    )


def _document(request: SignedInRequest, scope: SessionScope) -> Document:
    rows = row_count(scope.session, request.GET.get("rows", ""))
    rolls: Sequence[Employment] = []
    if "rolls" in request.GET and _reads_rolls(scope, request):
        rolls = on_the_rolls(scope.session)
    return sign_sheet(scope.session, rows, rolls)


def _reads_rolls(scope: SessionScope, request: SignedInRequest) -> bool:
    return reading(request.user, "workers", at=scope.session.host) >= Reading.NAME
