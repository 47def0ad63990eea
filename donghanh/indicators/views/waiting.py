"""Imported groups of figures whose unit a person has to name."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Prefetch
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from donghanh.core.errors import NotForYou
from donghanh.core.paging import keyset_page
from donghanh.indicators import services
from donghanh.indicators.display import statement_lines
from donghanh.indicators.forms import AssignForm
from donghanh.indicators.models import WaitingGroup
from donghanh.indicators.views.scope import THING, waiting_group_of
from donghanh.org.access import reads_anywhere, units_changed
from donghanh.org.models import Unit
from donghanh.org.queries.units import readable_units
from donghanh.org.requests import SignedInRequest

ORDER = ("name", "starts_on", "pk")


@login_required
@require_GET
def waiting_list(request: SignedInRequest) -> HttpResponse:
    """List the groups that wait for somebody to say whose they are."""
    if not reads_anywhere(request.user, THING):
        raise NotForYou
    nearest = Prefetch("nearest", queryset=readable_units(request.user).order_by("folded_name", "pk"))
    groups = WaitingGroup.objects.waiting().visible_to(request.user).prefetch_related(nearest)
    page = keyset_page(groups, order=ORDER, after=request.GET.get("after", ""))
    return render(request, "indicators/waiting_list.html", {"page": page})


@login_required
@require_http_methods(["GET", "POST"])
def waiting_detail(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show what a group states, and let an officer take it for his unit."""
    waiting = waiting_group_of(request.user, pk)
    readable = readable_units(request.user)
    form = AssignForm(request.POST or None, waiting=waiting, actor=request.user)
    if request.method == "POST" and form.is_valid():
        unit = form.cleaned_data["unit"]
        report = services.assign_group(waiting, unit, actor=request.user, at=now())
        done = ngettext("%(count)s figure saved for %(unit)s.", "%(count)s figures saved for %(unit)s.", report.saved)
        messages.success(request, done % {"count": report.saved, "unit": unit})
        for sentence in report.left_out:
            messages.warning(request, sentence)
        return redirect(f"{reverse('indicators:figure-list')}?unit={unit.code}")
    context = {
        "waiting": waiting,
        "lines": statement_lines(services.statements(waiting)),
        "nearest": readable.filter(pk__in=waiting.nearest.values("pk")).order_by("folded_name", "pk"),
        "above": readable.filter(code=waiting.parent_code).first(),
        "form": form,
        "may_assign": waiting.assigned_at is None and Unit.objects.filter(units_changed(request.user, THING)).exists(),
    }
    return render(request, "indicators/waiting_detail.html", context, status=422 if form.errors else 200)
