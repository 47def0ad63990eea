"""What people do to a list as such: keep views of it, share them, choose its columns."""

from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from donghanh.core.registers import Register, register_named
from donghanh.core.registers.register import COLUMNS
from donghanh.core.saved_views import SavedView
from donghanh.org import services
from donghanh.org.models import Unit
from donghanh.org.queries.saved_views import address_of, opening_view, units_to_share_with, views_for
from donghanh.org.requests import SignedInRequest


@dataclass(frozen=True, slots=True)
class ViewLine:
    """A view as its page shows it."""

    view: SavedView
    unit: Unit | None
    url: str
    may_change: bool


@login_required
@require_GET
def view_list(request: SignedInRequest, name: str) -> HttpResponse:
    """Show the views of a list that the reader may open, and what he may do with each."""
    register = _register(request, name)
    views = list(views_for(request.user, register).select_related("created_by"))
    units = {unit.pk: unit for unit in Unit.objects.filter(pk__in=[view.unit_id for view in views if view.unit_id])}
    to_share_with = list(units_to_share_with(request.user))
    kept = {unit.pk for unit in to_share_with}
    lines = [
        ViewLine(
            view,
            unit=units.get(view.unit_id or 0),
            url=address_of(register, view.query),
            may_change=view.unit_id is None or view.unit_id in kept,
        )
        for view in views
    ]
    context = {
        "register": register,
        "lines": [line for line in lines if line.view.removed_at is None],
        "removed": [line for line in lines if line.view.removed_at and line.may_change],
        "first": opening_view(request, register),
        "units": to_share_with,
    }
    return render(request, "org/view_list.html", context)


@login_required
@require_POST
def view_keep(request: SignedInRequest, name: str) -> HttpResponse:
    """Keep the filters and columns of the list under a name."""
    register = _register(request, name)
    query = request.POST.get("query", "")
    view = services.keep_view(register, request.POST.get("name", ""), query, actor=request.user, at=now())
    messages.success(request, _("The view “%(view)s” is kept.") % {"view": view})
    return redirect(address_of(register, view.query))


@login_required
@require_POST
def view_rename(request: SignedInRequest, name: str, pk: int) -> HttpResponse:
    """Call a view something else."""
    services.rename_view(_view(request, name, pk), request.POST.get("name", ""), actor=request.user)
    return redirect("lists:view-list", name)


@login_required
@require_POST
def view_share(request: SignedInRequest, name: str, pk: int) -> HttpResponse:
    """Share a view with a unit that the reader keeps views of, or with nobody any more."""
    view, code = _view(request, name, pk), request.POST.get("unit", "")
    unit = get_object_or_404(units_to_share_with(request.user), code=code) if code else None
    services.share_view(view, unit, actor=request.user)
    return redirect("lists:view-list", name)


@login_required
@require_POST
def view_remove(request: SignedInRequest, name: str, pk: int) -> HttpResponse:
    """Take a view away."""
    view = services.remove_view(_view(request, name, pk), actor=request.user, at=now())
    messages.success(request, _("The view “%(view)s” is removed. It can be brought back below.") % {"view": view})
    return redirect("lists:view-list", name)


@login_required
@require_POST
def view_restore(request: SignedInRequest, name: str, pk: int) -> HttpResponse:
    """Bring a removed view back."""
    services.restore_view(_view(request, name, pk), actor=request.user)
    return redirect("lists:view-list", name)


@login_required
@require_POST
def view_first(request: SignedInRequest, name: str) -> HttpResponse:
    """Let the list open with a view from now on, or as it is."""
    register, chosen = _register(request, name), request.POST.get("view", "")
    view = _view(request, name, int(chosen)) if chosen.isdecimal() else None
    services.open_with_view(register, view, actor=request.user)
    return redirect("lists:view-list", name)


@login_required
@require_POST
def list_columns(request: SignedInRequest, name: str) -> HttpResponse:
    """Show the ticked columns from now on, on the page and in files; the usual ones when none is ticked."""
    register = _register(request, name)
    services.choose_columns(register, request.POST.getlist("column"), actor=request.user)
    shown = QueryDict(request.POST.get("query", ""), mutable=True)
    shown.pop(COLUMNS, None)
    return redirect(address_of(register, shown.urlencode()))


def _register(request: SignedInRequest, name: str) -> Register:
    register = register_named(name)
    if register is None or not register.opens_for(request.user):
        raise Http404
    return register


def _view(request: SignedInRequest, name: str, pk: int) -> SavedView:
    return get_object_or_404(views_for(request.user, _register(request, name)), pk=pk)
