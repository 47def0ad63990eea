"""Who was at a session: the whole list, and presence taken back."""

from collections.abc import Iterator
from itertools import islice
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from donghanh.core.exports import export
from donghanh.core.paging import keyset_page
from donghanh.gatherings import services
from donghanh.gatherings.choices import Audience
from donghanh.gatherings.exports import PRESENCE_COLUMNS
from donghanh.gatherings.forms.session import ReasonForm
from donghanh.gatherings.listings.presence import (
    PresentPerson,
    audience_lines,
    people_shown,
    provisional_count,
    replaced_numbers,
    rows_shown,
)
from donghanh.gatherings.models import Attendance, Session
from donghanh.gatherings.querysets import AttendanceQuerySet
from donghanh.gatherings.views.scope import scope_of
from donghanh.org.requests import SignedInRequest

NEWEST_FIRST = ("-id",)
_CHUNK = 500


@login_required
@require_GET
def session_presence(request: SignedInRequest, session_id: int) -> HttpResponseBase:
    """List what stands behind a session's attendances: names for those entitled, numbers for all."""
    scope = scope_of(request.user, session_id)
    session = scope.session
    rows = rows_shown(session)
    lines = audience_lines(session, rows)
    audience = request.GET.get("audience", "")
    if audience in Audience.values:
        rows, lines = rows.filter(audience=audience), [line for line in lines if line.audience == audience]
    context = {
        "session": session,
        "rights": scope.rights,
        "lines": lines,
        "audience": Audience(audience).label if audience in Audience.values else "",
        "named_count": sum(line.named_count for line in lines),
        "row_count": sum(line.attendances for line in lines),
    }
    if scope.rights.reads_names:
        title = _("Presence, %(session)s") % {"session": session}
        if file := export(request, title, PRESENCE_COLUMNS, _in_turn(session, rows)):
            return file
        page = keyset_page(rows, order=NEWEST_FIRST, after=request.GET.get("after", ""))
        context |= {
            "page": page,
            "people": people_shown(session, page.rows),
            "provisional": provisional_count(rows),
            "replaced": replaced_numbers(session) if scope.rights.may_record else [],
        }
    return render(request, "gatherings/session_presence.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def attendance_annul(request: SignedInRequest, session_id: int, attendance_id: UUID) -> HttpResponse:
    """Take a presence back, with a reason."""
    scope = scope_of(request.user, session_id)
    scope.must_record()
    session = scope.session
    attendance = get_object_or_404(Attendance.objects.of(session), id=attendance_id)
    form = ReasonForm(request.POST or None)
    person = people_shown(session, [attendance])[0]
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        services.annul_attendance(attendance, actor=request.user, at=now(), reason=reason)
        messages.success(request, _("The presence of %(person)s is annulled.") % {"person": person.worker})
        return redirect("gatherings:session-desk", session.pk)
    context = {"form": form, "session": session, "person": person}
    return render(request, "gatherings/attendance_annul.html", context, status=422 if form.errors else 200)


def _in_turn(session: Session, rows: AttendanceQuerySet) -> Iterator[PresentPerson]:
    found = rows.order_by(*NEWEST_FIRST).iterator(chunk_size=_CHUNK)
    while chunk := list(islice(found, _CHUNK)):
        yield from people_shown(session, chunk)
