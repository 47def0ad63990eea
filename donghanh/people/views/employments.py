"""Where a person works and is a member: each change on its own small page."""

from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from donghanh.core.errors import NotForYou
from donghanh.org.requests import SignedInRequest
from donghanh.people import services
from donghanh.people.forms import (
    AdmitForm,
    EmployForm,
    EndEmploymentForm,
    EndMembershipForm,
    PlaceForm,
    TransferForm,
)
from donghanh.people.models import Employment
from donghanh.people.queries.workers import enterprises_to_choose
from donghanh.people.views.scope import Scope, changeable
from donghanh.people.views.workers import page_of

Save = Callable[[], str]
"""Carry out what the form says, and return what to tell the reader."""


@login_required
@require_http_methods(["GET", "POST"])
def worker_employ(request: SignedInRequest, pk: int) -> HttpResponse:
    """Put a person on the rolls of another unit too."""
    scope = changeable(request.user, pk)
    units = scope.other_units()
    if not units.exists():
        raise NotForYou
    form = EmployForm(request.POST or None, units=units, enterprises=enterprises_to_choose(scope.desk))

    def save() -> str:
        typed = form.cleaned_data
        services.employ(
            scope.worker, typed["unit"], actor=request.user, starts_on=typed["starts_on"],
            enterprise=typed["enterprise"], department=typed["department"],
        )  # fmt: skip
        return _("%(person)s is on the rolls of %(unit)s too.") % {"person": scope.worker, **typed}

    heading = _("%(person)s works at another unit too") % {"person": scope.worker}
    return _change(request, scope, form, heading, _("Put on the rolls"), save)


@login_required
@require_http_methods(["GET", "POST"])
def worker_transfer(request: SignedInRequest, pk: int) -> HttpResponse:
    """Move a person from one unit's rolls to another's."""
    scope = changeable(request.user, pk)
    others = scope.other_units()
    if not others.exists():
        raise NotForYou
    form = TransferForm(request.POST or None, from_units=scope.units_now(), to_units=others)

    def save() -> str:
        typed = form.cleaned_data
        services.transfer(scope.worker, typed["from_unit"], typed["to_unit"], actor=request.user, on=typed["on"])
        return _("%(person)s works at %(to_unit)s now.") % {"person": scope.worker, **typed}

    heading = _("Transfer %(person)s") % {"person": scope.worker}
    return _change(request, scope, form, heading, _("Transfer"), save)


@login_required
@require_http_methods(["GET", "POST"])
def worker_leave(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take a person off the rolls of a unit."""
    scope = changeable(request.user, pk)
    form = EndEmploymentForm(request.POST or None, units=scope.units_now())

    def save() -> str:
        unit, last_day = form.cleaned_data["unit"], form.cleaned_data["last_day"]
        services.end_employment(scope.worker, unit, actor=request.user, last_day=last_day)
        words = _("%(person)s works at %(unit)s up to %(day)s. What was recorded stays.")
        return words % {"person": scope.worker, "unit": unit, "day": date_format(last_day, "d/m/Y")}

    heading = _("%(person)s leaves a unit") % {"person": scope.worker}
    return _change(request, scope, form, heading, _("Take off the rolls"), save)


@login_required
@require_http_methods(["GET", "POST"])
def worker_admit(request: SignedInRequest, pk: int) -> HttpResponse:
    """Admit a person to the union."""
    scope = changeable(request.user, pk)
    form = AdmitForm(request.POST or None, units=scope.units_now())

    def save() -> str:
        typed = form.cleaned_data
        services.admit_member(scope.worker, typed["unit"], actor=request.user, on=typed["on"])
        return _("%(person)s is a member of %(unit)s.") % {"person": scope.worker, **typed}

    heading = _("Admit %(person)s to the union") % {"person": scope.worker}
    return _change(request, scope, form, heading, _("Admit"), save)


@login_required
@require_http_methods(["GET", "POST"])
def worker_resign(request: SignedInRequest, pk: int) -> HttpResponse:
    """Record that a person leaves the union."""
    scope = changeable(request.user, pk)
    where = [membership.unit_id for membership in scope.history.member_at(scope.desk.day)]
    units = scope.units_now().filter(pk__in=where)
    if not units.exists():
        raise NotForYou
    form = EndMembershipForm(request.POST or None, units=units)

    def save() -> str:
        unit, last_day = form.cleaned_data["unit"], form.cleaned_data["last_day"]
        services.end_membership(scope.worker, unit, actor=request.user, last_day=last_day)
        words = _("%(person)s is a member of %(unit)s up to %(day)s.")
        return words % {"person": scope.worker, "unit": unit, "day": date_format(last_day, "d/m/Y")}

    heading = _("%(person)s leaves the union") % {"person": scope.worker}
    return _change(request, scope, form, heading, _("Record the leaving"), save)


@login_required
@require_http_methods(["GET", "POST"])
def worker_place(request: SignedInRequest, pk: int, employment_pk: int) -> HttpResponse:
    """Say at which enterprise and in which department a person works."""
    scope = changeable(request.user, pk)
    own = Employment.objects.filter(pk__in=[each.pk for each in scope.own_at_work])
    employment = get_object_or_404(own.select_related("unit"), pk=employment_pk)
    known = {"enterprise": employment.enterprise_id, "department": employment.department}
    form = PlaceForm(request.POST or None, initial=known, enterprises=enterprises_to_choose(scope.desk))

    def save() -> str:
        services.place_at_work(employment, actor=request.user, **form.cleaned_data)
        return _("The place of work of %(person)s is saved.") % {"person": scope.worker}

    heading = _("Where %(person)s works at %(unit)s") % {"person": scope.worker, "unit": employment.unit.label}
    return _change(request, scope, form, heading, _("Save"), save)


def _change(request: SignedInRequest, scope: Scope, form: Form, heading: str, button: str, save: Save) -> HttpResponse:
    """Show a form about a person, and carry it out once it is right."""
    if form.is_valid():
        messages.success(request, save())
        return redirect(page_of(scope.worker, request.user))
    context = {"worker": scope.worker, "form": form, "heading": heading, "button": button}
    return render(request, "people/worker_change.html", context, status=422 if form.errors else 200)
