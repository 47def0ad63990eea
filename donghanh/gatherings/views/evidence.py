"""The photos, signed sheets and minutes behind a session's numbers."""

from pathlib import PurePath

from django.contrib.auth.decorators import login_required
from django.http import FileResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET

from donghanh.core.errors import NotForYou
from donghanh.gatherings.evidence_files import CONTENT_TYPES
from donghanh.gatherings.views.scope import scope_of
from donghanh.org.requests import SignedInRequest


@login_required
@require_GET
def evidence_file(request: SignedInRequest, session_id: int, evidence_id: int) -> FileResponse:
    """Hand out a file to those who may read the names on it."""
    scope = scope_of(request.user, session_id)
    if not scope.rights.reads_names:
        raise NotForYou
    evidence = get_object_or_404(scope.session.evidence, pk=evidence_id)
    extension = PurePath(str(evidence.file.name)).suffix.lstrip(".")
    return FileResponse(
        evidence.file.open("rb"),
        content_type=CONTENT_TYPES.get(extension, "application/octet-stream"),
        filename=f"{evidence.kind}-{evidence.pk}.{extension}",
        as_attachment=extension == "pdf",
    )
