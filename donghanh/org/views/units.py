"""The list of units, a unit on any day, and the tree below it."""

from datetime import date

from django.contrib.auth.decorators import login_required
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from donghanh.core.errors import NotForYou
from donghanh.core.exports import export
from donghanh.core.paging import keyset_page
from donghanh.core.registers import layout_of
from donghanh.org.access import holds, reads_anywhere
from donghanh.org.choices import Reading, Role
from donghanh.org.filters import OPEN, UnitFilter
from donghanh.org.paths import unit_path
from donghanh.org.queries.decisions import decisions_about
from donghanh.org.queries.units import branches, children, place_of, readable_units, with_parent
from donghanh.org.queries.users import office_holders
from donghanh.org.registers import UNITS
from donghanh.org.requests import SignedInRequest
from donghanh.org.views.links import links_into
from donghanh.org.views.scope import Scope, scope_of

ORDER = ("code", "pk")
SHOWN_HOLDERS = 8
SHOWN_CHILDREN = 20


@login_required
@require_GET
def unit_list(request: SignedInRequest) -> HttpResponseBase:
    """List the units that the reader may open."""
    if not reads_anywhere(request.user, "units"):
        raise NotForYou
    units = with_parent(readable_units(request.user)).select_related("area__province")
    found, layout = UnitFilter(request.GET, units), layout_of(request, UNITS)
    file = export(request, _("Units"), layout.in_file, found.qs.order_by(*ORDER).iterator())
    if file:
        return file
    page = keyset_page(found.qs, order=ORDER, after=request.GET.get("after", ""))
    hidden = ("closed",) if found.data["state"] == OPEN else ()
    context = {
        "filter": found,
        "page": page,
        "table": layout.table(page.rows, but=hidden),
        "may_change": holds(request.user, Role.ADMINISTRATOR),
    }
    return render(request, "org/unit_list.html", context)


@login_required
@require_GET
def unit_detail(request: SignedInRequest, code: str) -> HttpResponseBase:
    """Show a unit as it is, or as it was on the day that the address names."""
    scope = scope_of(request.user, code)
    day = _day(request.GET.get("on", "")) or localdate()
    below = children(scope.unit, on=day)
    page = keyset_page(below, order=ORDER, after=request.GET.get("after", ""), size=SHOWN_CHILDREN)
    context = {
        "unit": scope.unit,
        "unit_path": unit_path(scope.unit, scope.readable, on=day),
        "day": day,
        "is_today": day == localdate(),
        "place": place_of(scope.unit, on=day),
        "exists": scope.unit.founded_on <= day and (scope.unit.closed_on is None or day <= scope.unit.closed_on),
        "child_count": below.count(),
        "page": page,
        "decisions": decisions_about(scope.unit),
        "links": links_into(scope),
        **_rights(scope),
    }
    return render(request, "org/unit_detail.html", context)


@login_required
@require_GET
def unit_tree(request: SignedInRequest, code: str) -> HttpResponseBase:
    """Show two levels of the tree below a unit; each branch leads to its own tree."""
    scope = scope_of(request.user, code)
    today = localdate()
    below = children(scope.unit, on=today)
    page = keyset_page(below, order=ORDER, after=request.GET.get("after", ""), size=SHOWN_CHILDREN)
    context = {
        "unit": scope.unit,
        "unit_path": scope.path,
        "page": page,
        "branches": branches(page.rows, on=today),
    }
    return render(request, "org/unit_tree.html", context)


def _rights(scope: Scope) -> dict[str, object]:
    """Return what the reader may see and do here beside reading the unit's facts."""
    here = scope.standing
    sees_users = here.reading("users") >= Reading.NAME
    holders = office_holders(scope.unit, on=localdate()) if sees_users else []
    return {
        "sees_users": sees_users,
        "holders": holders[:SHOWN_HOLDERS],
        "more_holders": max(len(holders) - SHOWN_HOLDERS, 0),
        "may_change": here.may_change("units") and scope.unit.closed_on is None,
        "may_set_documents": here.may_change("reports"),
    }


def _day(text: str) -> date | None:
    """Read the day of the address; one that cannot be read is today."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
