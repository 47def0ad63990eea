"""What a text typed so far may mean, as marks under the field."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.template.loader import render_to_string
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from donghanh.org.fields import AreaField, CodeField, UnitField, suggested
from donghanh.org.queries.units import readable_units
from donghanh.org.requests import SignedInRequest


@login_required
@require_GET
def unit_suggestions(request: SignedInRequest) -> HttpResponse:
    """Suggest open units that the reader may open."""
    field = UnitField()
    field.units = readable_units(request.user).on(localdate())
    return _marks(request, field)


@login_required
@require_GET
def area_suggestions(request: SignedInRequest) -> HttpResponse:
    """Suggest areas of today's map."""
    return _marks(request, AreaField())


def _marks(request: HttpRequest, field: CodeField) -> HttpResponse:
    name = request.GET.get("field", "")
    if not name.isidentifier():
        return HttpResponseBadRequest()
    found = suggested(field, request.GET.get(name, ""))
    # Nothing but the marks: the list hides while it is empty.
    return HttpResponse(render_to_string("org/widgets/found.html", {"name": name, "found": found}).strip())
