"""Pages for administrators: the map of personal data, and what goes when its time is up."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from donghanh.core.errors import NotForYou
from donghanh.core.exports import export
from donghanh.org.access import may_change, reads_anywhere
from donghanh.org.choices import Reading
from donghanh.org.models import Unit
from donghanh.org.requests import SignedInRequest
from donghanh.privacy import retaining
from donghanh.privacy.exports import MAP_COLUMNS
from donghanh.privacy.queries.data_map import data_map, tables_of
from donghanh.privacy.rules import clocks, retentions_on


@login_required
@require_GET
def map_page(request: SignedInRequest) -> HttpResponseBase:
    """Show every stored field about people, drawn from the models."""
    if not reads_anywhere(request.user, "data_map", least=Reading.NAME):
        raise NotForYou
    lines = data_map()
    file = export(request, _("Map of personal data"), MAP_COLUMNS, lines)
    if file:
        return file
    context = {"tables": tables_of(lines), "count": len(lines), "today": localdate()}
    return render(request, "privacy/data_map.html", context)


@login_required
@require_GET
def retention_page(request: SignedInRequest) -> HttpResponse:
    """Show the rules of retention and the legal clocks; what would go now, to the root's administrator only."""
    if not reads_anywhere(request.user, "retention", least=Reading.NAME):
        raise NotForYou
    root = Unit.objects.order_by("pk").first()
    sees_counts = root is not None and may_change(request.user, "retention", at=root)
    rules = retaining.waiting(at=now()) if sees_counts else [(rule, None) for rule in retentions_on(localdate())]
    context = {"rules": rules, "sees_counts": sees_counts, "clocks": clocks(), "today": localdate()}
    return render(request, "privacy/retention.html", context)
