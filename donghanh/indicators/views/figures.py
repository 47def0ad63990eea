"""The list of figures, and one figure with its source and its corrections."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from donghanh.core.errors import NotForYou
from donghanh.core.exports import export
from donghanh.core.paging import keyset_page
from donghanh.indicators.display import cut_words, figure_lines, figure_shown
from donghanh.indicators.exports import FIGURE_COLUMNS
from donghanh.indicators.filters import EVER, FigureFilter
from donghanh.indicators.models import Figure, Indicator, WaitingGroup
from donghanh.indicators.queries import DoubleCount, double_counts, trace_of
from donghanh.indicators.views.scope import THING, figure_of, readable_figures
from donghanh.org.access import may_change, reading, units_changed
from donghanh.org.choices import Reading
from donghanh.org.models import Unit, User
from donghanh.org.paths import unit_path
from donghanh.org.queries.units import readable_units
from donghanh.org.requests import SignedInRequest

ORDER = ("-ends_on", "indicator__position", "pk")


@login_required
@require_GET
def figure_list(request: SignedInRequest) -> HttpResponseBase:
    """List the figures of units that the reader may see."""
    found = FigureFilter(request.GET, readable_figures(request.user), reader=request.user)
    if request.GET.get("unit") and found.chosen_unit is None:
        raise NotForYou
    file = export(request, _("Figures"), FIGURE_COLUMNS, found.qs.order_by(*ORDER).iterator(chunk_size=2000))
    if file:
        return file
    page = keyset_page(found.qs, order=ORDER, after=request.GET.get("after", ""))
    context = {
        "filter": found,
        "page": page,
        "lines": figure_lines(page.rows),
        "may_declare": Unit.objects.filter(units_changed(request.user, THING)).exists(),
        "waiting_count": WaitingGroup.objects.waiting().visible_to(request.user).count(),
        **_about_unit(found, request.user),
    }
    return render(request, "indicators/figure_list.html", context)


def _about_unit(found: FigureFilter, reader: User) -> dict[str, Any]:
    """Return what can be said when the list is of one unit: where it hangs, what may be told twice."""
    unit = found.chosen_unit
    if unit is None:
        return {}
    return {
        "unit": unit,
        "unit_path": unit_path(unit, readable_units(reader)),
        "doubles": double_counts(unit, found.chosen_period or EVER, at=now()),
    }


@login_required
@require_GET
def figure_detail(request: SignedInRequest, pk: int) -> HttpResponseBase:
    """Show a figure with its definition, its source, its corrections and whom it is credited to."""
    figure = figure_of(request.user, pk)
    trace = trace_of(figure)
    context = {
        "figure": figure,
        "indicator": figure.indicator,
        "shown": _shown(figure),
        "cut": cut_words(figure.cuts, figure.part_of),
        "whole": Indicator.objects.filter(code=figure.part_of).order_by("-version").first(),
        "credited_to": [credit.unit for credit in figure.credits.all()],
        "trace": figure_lines(trace),
        "latest": trace[-1],
        "double": _double(figure),
        "sees_names": reading(request.user, THING, at=figure.unit) >= Reading.NAME,
        "may_change": figure.withdrawn_at is None and may_change(request.user, THING, at=figure.unit),
        "unit_path": unit_path(figure.unit, readable_units(request.user)),
    }
    return render(request, "indicators/figure_detail.html", context)


def _shown(figure: Figure) -> Any:
    definition = reverse("indicators:indicator-detail", args=[figure.indicator.code])
    return figure_shown(figure, url=definition, link_words=_("Open the definition"))


def _double(figure: Figure) -> DoubleCount | None:
    """Return how the figure overlaps recorded sessions, while it stands."""
    if figure.withdrawn_at:
        return None
    overlapping = double_counts(figure.unit, figure.period, at=now())
    return next((double for double in overlapping if double.figure == figure), None)
