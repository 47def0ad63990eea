"""A name list from a spreadsheet: choose the file, look, record."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.signing import BadSignature
from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from donghanh.core.exports import Column, file_name, made_file, write_xlsx
from donghanh.core.imports.errors import FileRefused
from donghanh.gatherings import services
from donghanh.gatherings.errors import ListOutdated
from donghanh.gatherings.forms.desk import audience_named
from donghanh.gatherings.forms.names import NamesForm, SealedNamesForm
from donghanh.gatherings.imports import COLUMNS, opened, read_names
from donghanh.gatherings.models import Session
from donghanh.gatherings.services.presence import require_recordable
from donghanh.gatherings.views.scope import scope_of
from donghanh.org.requests import SignedInRequest

SHOWN_PROBLEMS = 50


@login_required
@require_http_methods(["GET", "POST"])
def session_names(request: SignedInRequest, session_id: int) -> HttpResponse:
    """Take a file and show what it comes to; nothing is written yet."""
    session = _recordable(request, session_id)
    audience = audience_named(request.GET.get("as", ""))
    form = NamesForm(request.POST or None, request.FILES or None, initial={"audience": audience})
    context: dict[str, Any] = {"session": session, "form": form, "columns": COLUMNS}
    if form.is_valid():
        file = form.cleaned_data["file"]
        try:
            names = read_names(session, file, file.name, reader=request.user)
        except FileRefused as refusal:
            form.add_error("file", str(refusal))
        else:
            sealed = {"sealed": names.sealed(session, request.user), "audience": form.cleaned_data["audience"]}
            context |= {
                "names": names,
                "file_name": file.name,
                "problems": names.problems[:SHOWN_PROBLEMS],
                "sealed": SealedNamesForm(initial=sealed),
            }
            return render(request, "gatherings/session_names_look.html", context)
    return render(request, "gatherings/session_names.html", context, status=422 if form.errors else 200)


@login_required
@require_POST
def names_record(request: SignedInRequest, session_id: int) -> HttpResponse:
    """Record a list that was looked through, all of it or nothing."""
    session = _recordable(request, session_id)
    try:
        workers, strangers = opened(request.POST.get("sealed", ""), session, request.user)
    except BadSignature:
        raise ListOutdated from None
    audience = audience_named(request.POST.get("audience", ""))
    recorded = services.record_list(session, workers, strangers, actor=request.user, at=now(), audience=audience)
    words = ngettext("%(count)s person is on the list.", "%(count)s people are on the list.", len(recorded))
    messages.success(request, words % {"count": len(recorded)})
    return redirect("gatherings:session-desk", session.pk)


@login_required
@require_GET
def names_template(request: SignedInRequest, session_id: int) -> FileResponse:
    """Hand out an empty list to fill in."""
    session = _recordable(request, session_id)
    columns = tuple(Column[Any](column.heading, str, 24) for column in COLUMNS)
    name = file_name(f"danh sách {session.title}", "xlsx")
    return made_file(name, partial(write_xlsx, title=_("Name list"), columns=columns, rows=()))


def _recordable(request: SignedInRequest, session_id: int) -> Session:
    scope = scope_of(request.user, session_id)
    scope.must_record()
    require_recordable(scope.session, now())
    return scope.session
