"""The trail of a unit, for its administrator."""

from django.contrib.auth.decorators import login_required
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from donghanh.core.exports import export
from donghanh.core.paging import keyset_page
from donghanh.org.choices import Reading
from donghanh.org.requests import SignedInRequest
from donghanh.org.views.scope import scope_of
from donghanh.web.trail import ORDER, TRAIL_COLUMNS, TrailFilter, entries_of, lines


@login_required
@require_GET
def unit_trail(request: SignedInRequest, code: str) -> HttpResponseBase:
    """Show who did what at a unit, the newest first."""
    scope = scope_of(request.user, code)
    scope.must_read("audit", least=Reading.NAME)
    asked = TrailFilter(request.GET)
    entries = asked.narrow(entries_of(scope.unit))
    title = _("Trail of %(unit)s") % {"unit": scope.unit.label}
    told = lines(entries.order_by(*ORDER).iterator(chunk_size=1_000))
    file = export(request, title, TRAIL_COLUMNS, told, unit_id=scope.unit.pk)
    if file:
        return file
    page = keyset_page(entries, order=ORDER, after=request.GET.get("after", ""), size=50)
    context = {
        "unit": scope.unit, "unit_path": scope.path, "title": title, "asked": asked, "page": page,
        "lines": lines(page.rows),
    }  # fmt: skip
    return render(request, "web/trail.html", context)
