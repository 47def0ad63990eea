"""The photos, signed sheets and minutes behind a session's numbers."""

from django.contrib.auth.decorators import login_required
from django.http import FileResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET

from donghanh.core import audit
from donghanh.core.errors import NotForYou
from donghanh.core.uploads import handed_out
from donghanh.gatherings.views.scope import scope_of
from donghanh.org.requests import SignedInRequest


@login_required
@require_GET
def evidence_file(request: SignedInRequest, session_id: int, evidence_id: int) -> FileResponse:
    """Hand out a file to those who may read the names on it."""
    scope = scope_of(request.user, session_id)
    if not scope.rights.reads_names:
        raise NotForYou
    evidence = get_object_or_404(scope.session.evidence.exclude(file=""), pk=evidence_id)
    audit.record(request.user, "read_evidence", evidence, unit_id=scope.session.host_id)
    return handed_out(evidence.file, f"{evidence.kind}-{evidence.pk}")
