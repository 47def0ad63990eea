"""Employers: the list, a page each, and what is typed about them."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from donghanh.core.errors import NotForYou
from donghanh.core.exports import export
from donghanh.core.paging import keyset_page
from donghanh.core.registers import layout_of
from donghanh.org.access import may_change, reads_anywhere
from donghanh.org.choices import Reading
from donghanh.org.requests import SignedInRequest
from donghanh.people import services
from donghanh.people.filters import EnterpriseFilter
from donghanh.people.forms import EnterpriseForm, NewEnterpriseForm
from donghanh.people.queries.enterprises import THING, readable_enterprises, rolls_of, units_keeping
from donghanh.people.registers import ENTERPRISES

ORDER = ("folded_name", "pk")


@login_required
@require_GET
def enterprise_list(request: SignedInRequest) -> HttpResponseBase:
    """List the employers that the reader may open."""
    if not reads_anywhere(request.user, THING, least=Reading.NAME):
        raise NotForYou
    found = EnterpriseFilter(request.GET, readable_enterprises(request.user))
    layout = layout_of(request, ENTERPRISES)
    file = export(request, _("Enterprises"), layout.in_file, found.qs.order_by(*ORDER).iterator())
    if file:
        return file
    page = keyset_page(found.qs, order=ORDER, after=request.GET.get("after", ""))
    context = {
        "filter": found,
        "page": page,
        "table": layout.table(page.rows),
        "may_register": units_keeping(request.user).exists(),
    }
    return render(request, "people/enterprise_list.html", context)


@login_required
@require_GET
def enterprise_detail(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show an employer and how many people work there, where the reader may read their names."""
    enterprise = get_object_or_404(readable_enterprises(request.user), pk=pk)
    rolls = rolls_of(enterprise, request.user, on=localdate())
    context = {
        "enterprise": enterprise,
        "rolls": rolls,
        "total": sum(each.count for each in rolls),
        "may_change": may_change(request.user, THING, at=enterprise.unit),
    }
    return render(request, "people/enterprise_detail.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def enterprise_create(request: SignedInRequest) -> HttpResponse:
    """Put an employer on the record of one of the reader's units."""
    units = units_keeping(request.user)
    if not units.exists():
        raise NotForYou
    form = NewEnterpriseForm(request.POST or None, units=units)
    if form.is_valid():
        enterprise = services.register_enterprise(unit=form.cleaned_data["unit"], actor=request.user, **form.facts)
        messages.success(request, _("%(enterprise)s is on record.") % {"enterprise": enterprise})
        return redirect("people:enterprise-detail", enterprise.pk)
    return render(request, "people/enterprise_create.html", {"form": form}, status=422 if form.errors else 200)


@login_required
@require_http_methods(["GET", "POST"])
def enterprise_edit(request: SignedInRequest, pk: int) -> HttpResponse:
    """Correct an employer's facts."""
    enterprise = get_object_or_404(readable_enterprises(request.user), pk=pk)
    if not may_change(request.user, THING, at=enterprise.unit):
        raise NotForYou
    form = EnterpriseForm(request.POST or None, enterprise=enterprise)
    if form.is_valid():
        services.update_enterprise(enterprise, actor=request.user, **form.facts)
        messages.success(request, _("The facts of %(enterprise)s are saved.") % {"enterprise": enterprise})
        return redirect("people:enterprise-detail", pk)
    context = {"enterprise": enterprise, "form": form}
    return render(request, "people/enterprise_edit.html", context, status=422 if form.errors else 200)
