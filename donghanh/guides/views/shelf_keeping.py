"""One shelf for those who keep it: what stands on it, how often it is scanned, what readers miss."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from donghanh.guides import services
from donghanh.guides.addresses import in_words, is_only_here, shelf_address
from donghanh.guides.forms.shelves import ClosingForm, ShelfItemForm
from donghanh.guides.models import Shelf, ShelfItem
from donghanh.guides.queries.known import library
from donghanh.guides.queries.shelves import items_shown, scans_by_day
from donghanh.guides.views.scope import changeable_shelf
from donghanh.org.paths import unit_path
from donghanh.org.queries.units import readable_units
from donghanh.org.requests import SignedInRequest

MOST_REPORTS = 50


@login_required
@require_http_methods(["GET", "POST"])
def shelf_keep(request: SignedInRequest, code: str) -> HttpResponse:
    """Show a shelf with its scans and reports, and put something on it."""
    shelf = changeable_shelf(request, code)
    form = ShelfItemForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        services.put_on_shelf(shelf, form.thing, actor=request.user)
        messages.success(request, _("It stands on the shelf."))
        return redirect("guides:shelf-keep", code)
    return _shown(request, shelf, form=form, closing=ClosingForm(), status=422 if form.errors else 200)


@login_required
@require_POST
def item_remove(request: SignedInRequest, code: str, pk: int) -> HttpResponse:
    """Take something off a shelf."""
    services.take_off_shelf(_item(request, code, pk), actor=request.user)
    messages.success(request, _("It is off the shelf."))
    return redirect("guides:shelf-keep", code)


@login_required
@require_POST
def item_up(request: SignedInRequest, code: str, pk: int) -> HttpResponse:
    """Let an item change places with the one before it."""
    services.move_up(_item(request, code, pk), actor=request.user)
    return redirect("guides:shelf-keep", code)


@login_required
@require_POST
def report_close(request: SignedInRequest, code: str, pk: int) -> HttpResponse:
    """Say what was done about a report."""
    shelf = changeable_shelf(request, code)
    report = get_object_or_404(shelf.reports.select_related("shelf__unit"), pk=pk)
    form = ClosingForm(request.POST)
    if not form.is_valid():
        return _shown(request, shelf, form=ShelfItemForm(), closing=form, closing_pk=pk, status=422)
    services.close_report(report, form.cleaned_data["note"], actor=request.user, at=now())
    messages.success(request, _("The report is closed."))
    return redirect("guides:shelf-keep", code)


def _item(request: SignedInRequest, code: str, pk: int) -> ShelfItem:
    items = changeable_shelf(request, code).items.select_related("shelf__unit")
    return get_object_or_404(items, pk=pk)


def _shown(
    request: SignedInRequest, shelf: Shelf, *, form: ShelfItemForm, closing: ClosingForm, closing_pk: int = 0,
    status: int = 200,
) -> HttpResponse:  # fmt: skip
    address = shelf_address(request, shelf)
    context = {
        "shelf": shelf,
        "form": form,
        "closing": closing,
        "closing_pk": closing_pk,
        "items": items_shown(shelf, library(), get_language() or "vi"),
        "scans": scans_by_day(shelf, on=localdate()),
        "reports": shelf.reports.select_related("closed_by")[:MOST_REPORTS],
        "address": in_words(address),
        "is_only_here": is_only_here(address),
        "unit_path": unit_path(shelf.unit, readable_units(request.user)),
    }
    return render(request, "guides/shelf_keep.html", context, status=status)
