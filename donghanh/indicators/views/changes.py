"""Declaring, correcting and withdrawing a figure."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from donghanh.core.errors import NotForYou
from donghanh.indicators import services
from donghanh.indicators.display import figure_shown
from donghanh.indicators.forms import CorrectForm, DeclareForm, FigureForm, WithdrawForm
from donghanh.indicators.models import Figure
from donghanh.indicators.views.scope import THING, changeable_figure_of
from donghanh.org.access import grants_of, units_changed
from donghanh.org.models import Unit
from donghanh.org.paths import unit_path
from donghanh.org.queries.units import readable_units
from donghanh.org.requests import SignedInRequest


@login_required
@require_http_methods(["GET", "POST"])
def figure_declare(request: SignedInRequest) -> HttpResponse:
    """Declare a figure of a unit where the reader may enter figures."""
    units = Unit.objects.filter(units_changed(request.user, THING))
    if not units.exists():
        raise NotForYou
    own = units.filter(pk__in=[grant.unit_id for grant in grants_of(request.user)]).first()
    asked_for = {name: request.GET[name] for name in ("unit", "indicator") if name in request.GET}
    form = DeclareForm(request.POST or None, actor=request.user, initial={"unit": own, **asked_for})
    if request.method == "POST" and form.is_valid():
        figure = services.declare_figure(form.cleaned_data["unit"], form.statement, actor=request.user, at=now())
        messages.success(request, _("The figure is on record."))
        return redirect("indicators:figure-detail", figure.pk)
    return _form(request, form, heading=_("Declare a figure"), button=_("Save the figure"))


@login_required
@require_http_methods(["GET", "POST"])
def figure_correct(request: SignedInRequest, pk: int) -> HttpResponse:
    """Put a new figure in the place of one that was wrong."""
    figure = changeable_figure_of(request.user, pk)
    form = CorrectForm(request.POST or None, figure=figure)
    if request.method == "POST" and form.is_valid():
        fresh = services.correct_figure(
            figure, form.statement, actor=request.user, at=now(), reason=form.cleaned_data["reason"]
        )
        messages.success(request, _("The figure is corrected. The old one stays readable below it."))
        return redirect("indicators:figure-detail", fresh.pk)
    heading = _("Correct “%(figure)s”") % {"figure": figure.indicator}
    context = {"figure": figure, "unit_path": unit_path(figure.unit, readable_units(request.user))}
    return _form(request, form, heading=heading, button=_("Save the correction"), **context)


@login_required
@require_http_methods(["GET", "POST"])
def figure_withdraw(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take a figure back; it stays readable with the reason."""
    figure = changeable_figure_of(request.user, pk)
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        services.withdraw_figure(figure, actor=request.user, at=now(), reason=form.cleaned_data["reason"])
        messages.success(request, _("The figure is taken back. It is in no report any more."))
        return redirect("indicators:figure-detail", figure.pk)
    context = {"figure": figure, "shown": figure_shown(figure), "form": form, **_where(request, figure)}
    return render(request, "indicators/figure_withdraw.html", context, status=422 if form.errors else 200)


def _form(request: SignedInRequest, form: FigureForm, **context: Any) -> HttpResponse:
    context |= {"form": form, "indicator": form.chosen}
    return render(request, "indicators/figure_form.html", context, status=422 if form.errors else 200)


def _where(request: SignedInRequest, figure: Figure) -> dict[str, Any]:
    return {"unit_path": unit_path(figure.unit, readable_units(request.user))}
