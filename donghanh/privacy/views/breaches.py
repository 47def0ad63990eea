"""Breaches: the list, one with its clock and timeline, and drafts of the two notices."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from donghanh.core.documents import Document, to_docx, to_pdf
from donghanh.core.errors import NotForYou
from donghanh.core.exports import file_name
from donghanh.core.paging import keyset_page
from donghanh.org.access import may_change, reads_anywhere, units_changed
from donghanh.org.choices import Reading
from donghanh.org.models import Unit
from donghanh.org.querysets import UnitQuerySet
from donghanh.org.requests import SignedInRequest
from donghanh.privacy import papers, services
from donghanh.privacy.clocks import timed_breach
from donghanh.privacy.forms import BreachForm, StepForm
from donghanh.privacy.models import Breach
from donghanh.privacy.querysets import BREACHES

ORDER = ("-found_at", "-pk")
WRITERS = {
    "docx": (to_docx, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "pdf": (to_pdf, "application/pdf"),
}
NOTICES = {"authority": papers.notice_to_authority, "people": papers.notice_to_people}


@login_required
@require_GET
def breach_list(request: SignedInRequest) -> HttpResponse:
    """List what went wrong with personal data, the newest first."""
    if not reads_anywhere(request.user, BREACHES, least=Reading.NAME):
        raise NotForYou
    found = Breach.objects.visible_to(request.user).select_related("unit")
    page = keyset_page(found, order=ORDER, after=request.GET.get("after", ""))
    at = now()
    context = {
        "page": page,
        "rows": [timed_breach(each, at=at) for each in page.rows],
        "may_record": _units(request).exists(),
    }
    return render(request, "privacy/breach_list.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def breach_record(request: SignedInRequest) -> HttpResponse:
    """Enter a breach."""
    units = _units(request)
    if not units.exists():
        raise NotForYou
    form = BreachForm(request.POST or None, units=units, initial={"unit": units.first()})
    if form.is_valid():
        breach = services.record_breach(
            form.cleaned_data["unit"], actor=request.user, found_at=form.found_at, at=now(), **form.facts
        )
        messages.success(request, _("The breach is on record; the clock runs from the moment it was found."))
        return redirect("privacy:breach-detail", breach.pk)
    context = {"form": form, "breach": None}
    return render(request, "privacy/breach_form.html", context, status=422 if form.errors else 200)


@login_required
@require_GET
def breach_detail(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show a breach, its clock and its timeline."""
    return _show(request, _visible(request, pk), StepForm())


@login_required
@require_http_methods(["GET", "POST"])
def breach_correct(request: SignedInRequest, pk: int) -> HttpResponse:
    """Correct what is known as more is found."""
    breach = _visible(request, pk)
    if not may_change(request.user, BREACHES, at=breach.unit):
        raise NotForYou
    form = BreachForm(request.POST or None, breach=breach)
    if form.is_valid():
        services.correct_breach(breach, actor=request.user, **form.facts)
        messages.success(request, _("What is known of the breach is saved."))
        return redirect("privacy:breach-detail", pk)
    context = {"form": form, "breach": breach}
    return render(request, "privacy/breach_form.html", context, status=422 if form.errors else 200)


@login_required
@require_POST
def breach_step(request: SignedInRequest, pk: int) -> HttpResponse:
    """Add a line to the timeline."""
    breach, form = _visible(request, pk), StepForm(request.POST)
    if not may_change(request.user, BREACHES, at=breach.unit):
        raise NotForYou
    if not form.is_valid():
        return _show(request, breach, form, status=422)
    services.add_step(breach, form.cleaned_data["step"], actor=request.user, at=now(), words=form.cleaned_data["words"])
    messages.success(request, _("The line is on the timeline."))
    return redirect("privacy:breach-detail", pk)


@login_required
@require_GET
def breach_notice(request: SignedInRequest, pk: int, to: str, kind: str) -> HttpResponse:
    """Hand out the draft of a notice."""
    breach = _visible(request, pk)
    if to not in NOTICES or kind not in WRITERS:
        raise Http404
    at = now()
    document: Document = NOTICES[to](breach, at=at)
    write, media = WRITERS[kind]
    response = HttpResponse(write(document, made_at=at), content_type=media)
    name = file_name(f"du-thao-thong-bao-{to}-{breach.pk}", kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _visible(request: SignedInRequest, pk: int) -> Breach:
    return get_object_or_404(Breach.objects.visible_to(request.user).select_related("unit", "entered_by"), pk=pk)


def _units(request: SignedInRequest) -> UnitQuerySet:
    return Unit.objects.filter(units_changed(request.user, BREACHES)).order_by("code")


def _show(request: SignedInRequest, breach: Breach, form: StepForm, *, status: int = 200) -> HttpResponse:
    context = {
        "breach": breach,
        "timed": timed_breach(breach, at=now()),
        "entries": breach.entries.select_related("entered_by"),
        "may_change": breach.closed_at is None and may_change(request.user, BREACHES, at=breach.unit),
        "form": form,
    }
    return render(request, "privacy/breach_detail.html", context, status=status)
