"""One report to write: its text, the word that there is nothing, the seal."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from donghanh.kernel.periods import Period
from donghanh.org.requests import SignedInRequest
from donghanh.reporting import services
from donghanh.reporting.choices import ARRIVED
from donghanh.reporting.forms import DraftForm, SealForm
from donghanh.reporting.models import ReportDraft
from donghanh.reporting.reports.drafts import current_draft
from donghanh.reporting.reports.files import Version, version_to_write
from donghanh.reporting.reports.periods import period_words
from donghanh.reporting.reports.sealed import fingerprint, standing_snapshot
from donghanh.reporting.reports.writing import parts_to_write, unwritten
from donghanh.reporting.views.report_scope import ReportScope, report_to_write


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def report_write(request: SignedInRequest, code: str, kind: str, period: Period) -> HttpResponse:
    """Write the parts of a report; each pause saves a draft, and two who write at once lose nothing."""
    asked = report_to_write(request.user, code, kind, period)
    latest = current_draft(asked.unit, kind, period)
    if request.method != "POST":
        number = latest.number if latest else 0
        form = DraftForm(initial={"based_on": number, **(latest.texts if latest else {})})
        return _writing(request, asked, form, latest)
    form = DraftForm(request.POST)
    if not form.is_valid():
        return _writing(request, asked, form, latest, status=422)
    draft = services.save_draft(
        asked.unit, kind, period, form.texts, based_on=form.cleaned_data["based_on"], actor=request.user, at=now()
    )
    if draft.is_aside:
        return _writing(request, asked, form, current_draft(asked.unit, kind, period), is_aside=True, status=409)
    if request.htmx:
        return _writing(request, asked, form, draft)
    messages.success(request, _("The draft is saved."))
    return redirect(f"{reverse('reporting:report-detail', args=asked.address)}?version=now")


@require_POST
@login_required
def report_nothing(request: SignedInRequest, code: str, kind: str, period: Period) -> HttpResponse:
    """Say that the period brought nothing to report."""
    asked = report_to_write(request.user, code, kind, period)
    services.declare_nothing(asked.unit, kind, period, actor=request.user, at=now())
    messages.success(request, _("The unit above knows that there is nothing to report for this period."))
    return redirect("reporting:report-detail", *asked.address)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def report_seal(request: SignedInRequest, code: str, kind: str, period: Period) -> HttpResponse:
    """Look once more, then seal."""
    asked = report_to_write(request.user, code, kind, period)
    if request.method == "POST":
        form = SealForm(request.POST)
        if form.is_valid():
            seen = form.cleaned_data.pop("seen")
            issue = services.Issue(**form.cleaned_data)
            services.seal_report(asked.unit, kind, period, issue, actor=request.user, at=now(), seen=seen)
            messages.success(request, _("The report is sealed. Nobody can change it any more."))
            return redirect("reporting:report-detail", *asked.address)
        return _sealing(request, asked, form, _now(request, asked), status=422)
    version = _now(request, asked)
    initial = {
        "issued_on": localdate(),
        "place": version.letterhead.place,
        "signer": version.letterhead.signer,
        "seen": fingerprint(version.report, version.texts),
    }
    return _sealing(request, asked, SealForm(initial=initial), version)


def _now(request: SignedInRequest, asked: ReportScope) -> Version:
    return version_to_write(asked.unit, asked.kind.value, asked.period, actor=request.user, at=now())


def _writing(
    request: SignedInRequest,
    asked: ReportScope,
    form: DraftForm,
    latest: ReportDraft | None,
    *,
    is_aside: bool = False,
    status: int = 200,
) -> HttpResponse:
    """Show the form over the draft in place.

    Where that is somebody else's newer one, the whole page shows both texts, and the next save is based on it.
    A save in passing answers with its state only; until both were seen, it stays based on the older draft.
    """
    stays_behind = form.errors or (is_aside and request.htmx)
    context = {
        **_about(asked),
        "form": form,
        "latest": latest,
        "aside": is_aside,
        "based_on": form.data.get("based_on", 0) if stays_behind else latest.number if latest else 0,
    }
    if request.htmx:
        return render(request, "reporting/report_write.html#state", context, status=status)
    context["parts"] = parts_to_write(_now(request, asked), form, newer=latest if is_aside else None)
    return render(request, "reporting/report_write.html", context, status=status)


def _sealing(
    request: SignedInRequest, asked: ReportScope, form: SealForm, version: Version, *, status: int = 200
) -> HttpResponse:
    context = {
        **_about(asked),
        "form": form,
        "version": version,
        "unwritten": unwritten(version),
        "missing": [unit for unit in version.report.below if unit.state not in ARRIVED],
        "is_running": asked.period.ends_on >= localdate(),
        "earlier": standing_snapshot(asked.unit, asked.kind.value, asked.period),
    }
    return render(request, "reporting/report_seal.html", context, status=status)


def _about(asked: ReportScope) -> dict[str, object]:
    return {
        "unit": asked.unit,
        "unit_path": asked.path,
        "kind": asked.kind,
        "period": asked.period,
        "period_words": period_words(asked.period),
    }
