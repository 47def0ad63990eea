"""The list of reports: which units have sealed theirs."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from donghanh.core.exports import Column, export
from donghanh.kernel.periods import Period, UnknownPeriod
from donghanh.org.models import Unit
from donghanh.org.requests import SignedInRequest
from donghanh.org.views.scope import scope_of
from donghanh.reporting.asking import askable_units
from donghanh.reporting.choices import ReportKind, ReportState
from donghanh.reporting.forms import PeriodForm
from donghanh.reporting.reports.composing import THING
from donghanh.reporting.reports.overview import UnitLine, last_due, overview, sealed_at
from donghanh.reporting.reports.periods import period_words, usual_periods


@require_safe
@login_required
def report_list(request: SignedInRequest) -> HttpResponseBase:
    """Show how far the reports of the units below one's own have come."""
    scope = scope_of(request.user, request.GET.get("unit") or _own_unit(request).code)
    scope.must_read(THING)
    today = localdate()
    chosen = PeriodForm(request.GET) if request.GET.get("first") else None
    if chosen and chosen.is_valid():
        return _of_days(request, chosen)
    period = _period(request.GET.get("period", "")) or last_due(today)
    state = request.GET.get("state", "")
    found = overview(scope.unit, period, reader=request.user, on=today, state=state, after=request.GET.get("after", ""))
    file = export(request, f"{_('Reports')} {scope.unit.label} {period.code}", _COLUMNS, found.lines)
    if file:
        return file
    context = {
        "overview": found,
        "unit_path": scope.path,
        "kind": ReportKind.LEGAL_EDUCATION,
        "period_words": period_words(period),
        "periods": [(each.code, period_words(each)) for each in (*usual_periods(today.year), _year(today.year - 1))],
        "days": chosen or PeriodForm(initial={"first": period.starts_on, "last": period.ends_on}),
        "states": ReportState.choices,
        "state": state if state in ReportState.values else "",
        "sealed": [(each, period_words(each.period)) for each in found.sealed],
        "may_write": scope.standing.may_change(THING),
    }
    return render(request, "reporting/report_list.html", context)


def _own_unit(request: SignedInRequest) -> Unit:
    unit = askable_units(request.user).order_by("pk").first()
    if unit is None:
        raise Http404
    return unit


def _of_days(request: SignedInRequest, chosen: PeriodForm) -> HttpResponseRedirect:
    """Lead from two typed days to the list of the period between them."""
    first, last = sorted((chosen.cleaned_data["first"], chosen.cleaned_data["last"]))
    query = request.GET.copy()
    for name in ("first", "last", "after"):
        query.pop(name, None)
    query["period"] = Period(first, last).code
    return redirect(f"{request.path}?{query.urlencode(safe='/')}")


def _period(text: str) -> Period | None:
    try:
        return Period.parse(text)
    except UnknownPeriod:
        return None


def _year(year: int) -> Period:
    return Period.of_months(year, 1, 12)


_COLUMNS: tuple[Column[UnitLine], ...] = (
    Column(gettext_lazy("Code"), lambda line: line.unit.code),
    Column(gettext_lazy("Unit"), lambda line: line.unit.name, 50),
    Column(gettext_lazy("Report"), lambda line: line.state.label),
    Column(gettext_lazy("Sealed at"), sealed_at),
)
