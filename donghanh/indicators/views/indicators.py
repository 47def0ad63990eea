"""The registry: what each indicator counts, in words that everybody signed in may read."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from donghanh.indicators.forms.fields import line_words
from donghanh.indicators.models import Indicator
from donghanh.indicators.views.scope import THING
from donghanh.org.access import reads_anywhere
from donghanh.org.requests import SignedInRequest


@login_required
@require_GET
def indicator_list(request: SignedInRequest) -> HttpResponse:
    """List the indicators under the lines of the report."""
    lines: dict[str, list[Indicator]] = {}
    for indicator in Indicator.objects.valid_on(localdate()):
        lines.setdefault(indicator.line, []).append(indicator)
    context = {
        "lines": [(line or "annex", line_words(line), indicators) for line, indicators in lines.items()],
        "count": sum(len(indicators) for indicators in lines.values()),
    }
    return render(request, "indicators/indicator_list.html", context)


@login_required
@require_GET
def indicator_detail(request: SignedInRequest, code: str) -> HttpResponse:
    """Show an indicator with every version of its definition."""
    versions = list(Indicator.objects.filter(code=code).order_by("-version"))
    if not versions:
        raise Http404
    context = {
        "indicator": versions[0],
        "line": line_words(versions[0].line),
        "versions": versions,
        "today": localdate(),
        "reads_figures": reads_anywhere(request.user, THING),
    }
    return render(request, "indicators/indicator_detail.html", context)


@login_required
@require_GET
def indicator_definition(request: SignedInRequest) -> HttpResponse:
    """Answer the form with the definition of the indicator just chosen."""
    code = request.GET.get("indicator", "")
    indicator = Indicator.objects.filter(code=code).order_by("-version").first()
    return render(request, "indicators/figure_form.html#definition", {"indicator": indicator})
