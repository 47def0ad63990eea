"""Shelves for officers: the list with scans and reports, making one, and its poster."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from donghanh.core.errors import NotForYou
from donghanh.core.paging import keyset_page
from donghanh.guides import services
from donghanh.guides.access import units_sharing
from donghanh.guides.addresses import shelf_address
from donghanh.guides.forms.shelves import ShelfForm
from donghanh.guides.models import Shelf
from donghanh.guides.posters import shelf_poster
from donghanh.guides.queries.known import library
from donghanh.guides.queries.shelves import items_shown, shelves_kept
from donghanh.guides.querysets import SHELVES
from donghanh.guides.views.scope import changeable_shelf
from donghanh.org.access import grants_of, reads_anywhere
from donghanh.org.requests import SignedInRequest

ORDER = ("name", "pk")


@login_required
@require_GET
def shelf_list(request: SignedInRequest) -> HttpResponse:
    """List the shelves of the units whose shelves the reader may count."""
    if not reads_anywhere(request.user, SHELVES):
        raise NotForYou
    shelves = shelves_kept(Shelf.objects.visible_to(request.user), on=localdate())
    page = keyset_page(shelves, order=ORDER, after=request.GET.get("after", ""))
    units = units_sharing(request.user)
    kept = set(units.filter(pk__in={shelf.unit_id for shelf in page.rows}).values_list("pk", flat=True))
    context = {"page": page, "kept": kept, "may_make": bool(kept) or units.exists()}
    return render(request, "guides/shelf_list.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def shelf_new(request: SignedInRequest) -> HttpResponse:
    """Give a bookcase its page."""
    return _made(request, None)


@login_required
@require_http_methods(["GET", "POST"])
def shelf_copy(request: SignedInRequest, code: str) -> HttpResponse:
    """Make a shelf that holds what this one holds."""
    return _made(request, changeable_shelf(request, code))


@login_required
@require_http_methods(["GET", "POST"])
def shelf_edit(request: SignedInRequest, code: str) -> HttpResponse:
    """Correct what is said about a bookcase."""
    shelf = changeable_shelf(request, code)
    said = {"name": shelf.name, "kind": shelf.kind, "place": shelf.place}
    form = ShelfForm(request.POST or None, initial=said)
    if request.method == "POST" and form.is_valid():
        services.revise_shelf(shelf, form.facts, actor=request.user)
        messages.success(request, _("The shelf is corrected."))
        return redirect("guides:shelf-keep", shelf.code)
    context = {"form": form, "shelf": shelf, "heading": _("Correct “%(shelf)s”") % {"shelf": shelf}}
    return render(request, "guides/shelf_form.html", context, status=422 if form.errors else 200)


@login_required
@require_POST
def shelf_retire(request: SignedInRequest, code: str) -> HttpResponse:
    """Take a shelf's page away."""
    services.retire_shelf(changeable_shelf(request, code), actor=request.user, at=now())
    messages.success(request, _("The shelf is retired. Its code now says so to readers."))
    return redirect("guides:shelf-keep", code)


@login_required
@require_POST
def shelf_reinstate(request: SignedInRequest, code: str) -> HttpResponse:
    """Bring a retired shelf back."""
    services.reinstate_shelf(changeable_shelf(request, code), actor=request.user)
    messages.success(request, _("The shelf is there again."))
    return redirect("guides:shelf-keep", code)


@login_required
@require_GET
def poster_file(request: SignedInRequest, code: str) -> HttpResponse:
    """Print the poster that stands beside the bookcase."""
    shelf = changeable_shelf(request, code)
    with override("vi"):
        titles = [item.title for item in items_shown(shelf, library(), "vi")]
    printed = shelf_poster(shelf, titles, address=shelf_address(request, shelf), made_at=now())
    disposition = content_disposition_header(as_attachment=False, filename=f"shelf-{shelf.code}.pdf")
    return HttpResponse(
        printed, content_type="application/pdf", headers={"Content-Disposition": disposition or "inline"}
    )


def _made(request: SignedInRequest, model: Shelf | None) -> HttpResponse:
    """Ask what is said about a new shelf and make it, empty or as a copy."""
    units = units_sharing(request.user)
    own = units.filter(pk__in=[grant.unit_id for grant in grants_of(request.user)]).first() or units.first()
    if own is None:
        raise NotForYou
    said = {"unit": model.unit, "name": model.name, "kind": model.kind} if model else {"unit": own}
    form = ShelfForm(request.POST or None, units=units, initial=said)
    if request.method == "POST" and form.is_valid():
        unit, facts = form.cleaned_data["unit"], form.facts
        if model:
            shelf = services.copy_shelf(model, unit, facts, actor=request.user, at=now())
        else:
            shelf = services.make_shelf(unit, facts, actor=request.user, at=now())
        messages.success(request, _("The shelf is made. Put something on it, then print its poster."))
        return redirect("guides:shelf-keep", shelf.code)
    heading = _("Copy “%(shelf)s”") % {"shelf": model} if model else _("Make a shelf")
    context = {"form": form, "shelf": model, "heading": heading}
    return render(request, "guides/shelf_form.html", context, status=422 if form.errors else 200)
