"""The administrative map, open to everybody."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from donghanh.core.paging import keyset_page
from donghanh.core.registers import ColumnTable
from donghanh.org.filters import AreaFilter
from donghanh.org.models import Unit, User
from donghanh.org.queries.areas import current_areas, provinces, units_in
from donghanh.org.tables import UNIT_COLUMNS, AreaTable, ProvinceTable

ORDER = ("folded_name", "pk")
_UNIT_COLUMNS = tuple(column for column in UNIT_COLUMNS if column.name in {"name", "kind", "parent", "code", "founded"})


@require_GET
def area_list(request: HttpRequest) -> HttpResponseBase:
    """List the provinces, or what is searched among communes, wards and special zones."""
    found = AreaFilter(request.GET, current_areas().select_related("province"))
    if not found.is_narrowed:
        shown = list(provinces().select_related("edition"))
        context = {"filter": found, "provinces": shown, "table": ProvinceTable(shown)}
        return render(request, "org/area_list.html", context)
    page = keyset_page(found.qs, order=ORDER, after=request.GET.get("after", ""))
    context = {"filter": found, "page": page, "table": AreaTable(page.rows)}
    return render(request, "org/area_list.html", context)


@require_GET
def area_detail(request: HttpRequest, code: str) -> HttpResponse:
    """Show an area, its communes, and the units there that the reader may open."""
    area = get_object_or_404(current_areas().select_related("province", "edition"), code=code)
    communes = area.communes.order_by("folded_name")
    units = units_in(area, request.user) if isinstance(request.user, User) else Unit.objects.none()
    page = keyset_page(units, order=("code", "pk"), after=request.GET.get("after", ""))
    context = {
        "area": area,
        "communes": communes,
        "page": page,
        "table": ColumnTable(page.rows, _UNIT_COLUMNS),
    }
    return render(request, "org/area_detail.html", context)
