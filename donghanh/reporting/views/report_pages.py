"""One report to read: its page, its files, its sessions, and the way in from a code on paper."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.timezone import now
from django.views.decorators.http import require_safe

from donghanh.core.paging import keyset_page
from donghanh.gatherings.choices import SessionForm
from donghanh.kernel.periods import Period
from donghanh.org.choices import Reading
from donghanh.org.requests import SignedInRequest
from donghanh.reporting.choices import ReportKind
from donghanh.reporting.models import NothingToReport, Snapshot
from donghanh.reporting.reach import Question
from donghanh.reporting.reports.codes import ShortCode
from donghanh.reporting.reports.files import (
    FORMATS,
    Version,
    name_of,
    version_now,
    version_sealed,
    version_to_send,
)
from donghanh.reporting.reports.page import Choice, report_page
from donghanh.reporting.reports.periods import period_words
from donghanh.reporting.reports.shown import Showing
from donghanh.reporting.views.report_scope import ReportScope, report_scope

_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}
NOW = "now"


@require_safe
@login_required
def report_detail(request: SignedInRequest, code: str, kind: str, period: Period) -> HttpResponse:
    """Show a report as it will print: the sealed one if there is one, else as it stands now."""
    asked = report_scope(request.user, code, kind, period)
    version = _version(request, asked)
    choice = Choice(request.GET.get("f", ""), request.GET.get("line", ""))
    reads_figures = asked.scope.standing.reading("figures") >= Reading.NUMBER
    page = report_page(Showing(version, reads_figures), asked.unit, choice, reader=request.user, at=now())
    context = {
        "page": page,
        "report": version.report,
        "snapshot": version.snapshot,
        "unit": asked.unit,
        "unit_path": asked.path,
        "kind": asked.kind,
        "period": period,
        "period_words": period_words(period),
        "nothing": NothingToReport.objects.about(asked.unit, kind, period).select_related("declared_by").first(),
        "may_write": asked.may_write,
        "formats": FORMATS,
        "shows_now": request.GET.get("version") == NOW,
        "has_seal": any(step.snapshot for step in page.way),
    }
    return render(request, "reporting/report_detail.html", context)


@require_safe
@login_required
def report_file(request: SignedInRequest, code: str, kind: str, period: Period, extension: str) -> HttpResponse:
    """Answer with a report as a file."""
    asked = report_scope(request.user, code, kind, period)
    if extension not in FORMATS:
        raise Http404
    version = _version(request, asked)
    disposition = content_disposition_header(as_attachment=True, filename=name_of(version, extension))
    headers = {"Content-Disposition": disposition or "attachment"}
    return HttpResponse(FORMATS[extension](version), content_type=_TYPES[extension], headers=headers)


@require_safe
@login_required
def report_sessions(request: SignedInRequest, code: str, kind: str, period: Period) -> HttpResponse:
    """List the sessions that a report counts, all of them or those of one form."""
    asked = report_scope(request.user, code, kind, period)
    sessions = Question(unit=asked.unit, period=period, at=now()).hosted_sessions
    form = request.GET.get("form", "")
    if form in SessionForm.values:
        sessions = sessions.filter(form=form)
    context = {
        "page": keyset_page(
            sessions.select_related("host"), order=("-held_on", "-pk"), after=request.GET.get("after", "")
        ),
        "count": sessions.count(),
        "form": SessionForm(form).label if form in SessionForm.values else "",
        "unit": asked.unit,
        "unit_path": asked.path,
        "kind": asked.kind,
        "period": period,
        "period_words": period_words(period),
    }
    return render(request, "reporting/report_sessions.html", context)


@require_safe
@login_required
def short_code(request: SignedInRequest, text: str) -> HttpResponse:
    """Lead from a code on paper to the figure that it stands under."""
    code = ShortCode.parse(text)
    if code is None:
        raise Http404
    address = reverse("reporting:report-detail", args=[code.unit, ReportKind.LEGAL_EDUCATION, code.period])
    return redirect(f"{address}?line={code.line}")


def _version(request: SignedInRequest, asked: ReportScope) -> Version:
    """Return the version that the address names: now, an earlier seal, or the one that stands."""
    wanted = request.GET.get("version", "")
    about = (asked.unit, asked.kind.value, asked.period)
    if wanted == NOW:
        return version_now(*about, actor=request.user, at=now())
    if wanted.isdigit():
        snapshot = Snapshot.objects.about(*about).filter(pk=int(wanted)).select_related("unit", "sealed_by").first()
        if snapshot is None:
            raise Http404
        return version_sealed(snapshot, actor=request.user)
    return version_to_send(*about, actor=request.user, at=now())
