"""What of a unit changes without a decision: its facts and the look of its papers; and who sees what."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from donghanh.core.exports import export
from donghanh.org import services
from donghanh.org.forms import DocumentSettingsForm, UnitForm
from donghanh.org.models import DocumentSettings
from donghanh.org.queries import matrix
from donghanh.org.queries.visibility import circles_around, posts_up_from
from donghanh.org.requests import SignedInRequest
from donghanh.org.views.scope import scope_of


@login_required
@require_http_methods(["GET", "POST"])
def unit_edit(request: SignedInRequest, code: str) -> HttpResponse:
    """Correct a unit's name, area, address or phone."""
    scope = scope_of(request.user, code)
    scope.must_change("units")
    unit = scope.unit
    form = UnitForm(request.POST or None, initial=UnitForm.initial_of(unit), kind=unit.kind)
    if form.is_valid():
        services.update_unit(unit, actor=request.user, **form.cleaned_data)
        messages.success(request, _("The facts of %(unit)s are saved.") % {"unit": unit})
        return redirect("org:unit-detail", unit.code)
    context = {"unit": unit, "unit_path": scope.path, "form": form}
    return render(request, "org/unit_edit.html", context, status=422 if form.errors else 200)


@login_required
@require_http_methods(["GET", "POST"])
def unit_documents(request: SignedInRequest, code: str) -> HttpResponse:
    """Set how a unit's official papers look."""
    scope = scope_of(request.user, code)
    scope.must_change("reports")
    unit = scope.unit
    known = DocumentSettings.objects.filter(unit=unit).first()
    form = DocumentSettingsForm(request.POST or None, instance=known)
    if form.is_valid():
        services.set_document_settings(unit, actor=request.user, **form.cleaned_data)
        messages.success(request, _("The papers of %(unit)s will look so from now on.") % {"unit": unit})
        return redirect("org:unit-detail", unit.code)
    context = {"unit": unit, "unit_path": scope.path, "form": form}
    return render(request, "org/unit_documents.html", context, status=422 if form.errors else 200)


@login_required
@require_GET
def unit_visibility(request: SignedInRequest, code: str) -> HttpResponseBase:
    """Show who may see and change what at a unit, who holds these roles, and the whole matrix behind it."""
    scope = scope_of(request.user, code)
    lines = matrix.lines()
    if file := export(request, _("Who can see what"), matrix.COLUMNS, lines):
        return file
    context = {
        "unit": scope.unit,
        "unit_path": scope.path,
        "circles": circles_around(scope.unit),
        "posts": posts_up_from(scope.unit, scope.readable, request.user),
        "lines": lines,
    }
    return render(request, "org/unit_visibility.html", context)
