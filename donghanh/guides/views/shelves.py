"""Shelves for everybody: the page of a bookcase, its scan, and the report of a reader."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import now
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from donghanh.core.network import network_of
from donghanh.guides import services
from donghanh.guides.choices import BookFault
from donghanh.guides.forms.shelves import BookReportForm
from donghanh.guides.models import Shelf
from donghanh.guides.queries.known import library
from donghanh.guides.queries.shelves import items_shown
from donghanh.guides.services.counting import is_machine


@require_safe
def shelf(request: HttpRequest, code: str) -> HttpResponse:
    """Show what stands on a shelf; a retired one says that it is no longer kept."""
    found = _shelf(code)
    items = [] if found.retired_at else items_shown(found, library(), get_language() or "vi")
    status = 410 if found.retired_at else 200
    return render(request, "guides/shelf.html", {"shelf": found, "items": items}, status=status)


@never_cache
@require_safe
def shelf_scan(request: HttpRequest, code: str) -> HttpResponse:
    """Lead from the code on a bookcase to its page, and count the scan."""
    found = _shelf(code)
    if request.method == "GET" and not is_machine(request.headers.get("User-Agent", "")):
        services.count_scan(found, at=now())
    return redirect("guides:shelf", found.code)


@never_cache
@require_http_methods(["GET", "POST"])
def shelf_report(request: HttpRequest, code: str) -> HttpResponse:
    """Take down which book a reader misses; no account and no name is asked."""
    found = _shelf(code)
    form = BookReportForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        written = form.cleaned_data
        services.report_book(
            found, BookFault(written["fault"]), written["words"], network=network_of(request), at=now()
        )
        return render(request, "guides/shelf_reported.html", {"shelf": found})
    return render(
        request, "guides/shelf_report.html", {"shelf": found, "form": form}, status=422 if form.errors else 200
    )


def _shelf(code: str) -> Shelf:
    return get_object_or_404(Shelf.objects.select_related("unit"), code=code)
