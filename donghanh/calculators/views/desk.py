"""Levels at the desk of those who keep the law: proposed by one officer, decided by another."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from donghanh.calculators import services
from donghanh.calculators.access import must_keep_law
from donghanh.calculators.choices import ChangeState
from donghanh.calculators.forms import RateForm, RefuseForm
from donghanh.calculators.in_force import levels
from donghanh.calculators.models import RateChange
from donghanh.calculators.rate_names import rate_name
from donghanh.core.errors import NotForYou
from donghanh.core.paging import keyset_page
from donghanh.org.requests import SignedInRequest

ORDER = ("-proposed_at", "-pk")


@login_required
@require_GET
def rate_change_list(request: SignedInRequest) -> HttpResponse:
    """List what waits for a second officer, then what was decided."""
    must_keep_law(request.user)
    people = RateChange.objects.select_related("proposed_by", "decided_by")
    page = keyset_page(people, order=ORDER, after=request.GET.get("after", ""))
    return render(request, "calculators/rate_change_list.html", {"page": page})


@login_required
@require_http_methods(["GET", "POST"])
def rate_propose(request: SignedInRequest) -> HttpResponse:
    """Propose a level from a day, starting from the one in force."""
    must_keep_law(request.user)
    asked = request.POST or request.GET
    code, key = asked.get("code", ""), asked.get("key", "")
    level = next((each for each in levels() if (each.code, each.key) == (code, key)), None)
    if level is None:
        raise NotForYou
    latest = level.values[0]
    initial = {"code": code, "key": key, "unit": latest.unit, "document": latest.basis.document}
    form = RateForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        change = services.propose_rate(form.value(), actor=request.user, at=now())
        messages.success(request, _("Proposed. A second officer decides about it."))
        return redirect("calculators:rate-change-detail", change.pk)
    context = {"form": form, "name": rate_name(code, key), "level": level}
    return render(request, "calculators/rate_propose.html", context, status=422 if form.errors else 200)


@login_required
@require_GET
def rate_change_detail(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show one proposal beside what it replaces."""
    return _detail(request, _change(request, pk), RefuseForm())


@login_required
@require_POST
def rate_change_approve(request: SignedInRequest, pk: int) -> HttpResponse:
    """Let a proposal count."""
    change = services.approve_rate(_change(request, pk), actor=request.user, at=now())
    messages.success(
        request, _("Approved. Calculators use the level from %(day)s.") % {"day": f"{change.starts_on:%d/%m/%Y}"}
    )
    return redirect("calculators:rate-change-detail", pk)


@login_required
@require_POST
def rate_change_refuse(request: SignedInRequest, pk: int) -> HttpResponse:
    """Refuse a proposal with a reason."""
    change, form = _change(request, pk), RefuseForm(request.POST)
    if not form.is_valid():
        return _detail(request, change, form)
    services.refuse_rate(change, actor=request.user, at=now(), reason=form.cleaned_data["reason"])
    messages.success(request, _("Refused. The level in force stays."))
    return redirect("calculators:rate-change-detail", pk)


@login_required
@require_POST
def rate_change_withdraw(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take one's own proposal back."""
    services.withdraw_rate(_change(request, pk), actor=request.user, at=now())
    messages.success(request, _("Withdrawn. The level in force stays."))
    return redirect("calculators:rate-change-detail", pk)


def _change(request: SignedInRequest, pk: int) -> RateChange:
    must_keep_law(request.user)
    return get_object_or_404(RateChange.objects.select_related("proposed_by", "decided_by"), pk=pk)


def _detail(request: SignedInRequest, change: RateChange, form: RefuseForm) -> HttpResponse:
    waits = change.state == ChangeState.WAITING
    is_mine = change.proposed_by_id == request.user.pk
    context = {
        "change": change,
        "value": change.as_value(),
        "form": form,
        "decides": waits and not is_mine,
        "withdraws": waits and is_mine,
    }
    return render(request, "calculators/rate_change_detail.html", context, status=422 if form.errors else 200)
