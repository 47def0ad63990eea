"""The list of people, a person's page, and what is typed about him."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils.formats import date_format
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from donghanh.core.exports import PARAMETER, export
from donghanh.core.paging import keyset_page
from donghanh.core.registers import layout_of
from donghanh.org.models import User
from donghanh.org.requests import SignedInRequest
from donghanh.people import services, trail
from donghanh.people.filters import WorkerFilter
from donghanh.people.forms import NewWorkerForm, WorkerForm
from donghanh.people.models import Worker, WorkerAccount
from donghanh.people.queries.desk import desk_of, officer_desk
from donghanh.people.queries.reveals import numbers_shown
from donghanh.people.queries.workers import enterprises_to_choose, with_places
from donghanh.people.registers import WORKERS
from donghanh.people.services.identity import standing
from donghanh.people.views.scope import changeable, scope_of

ORDER = ("name_key", "pk")
CHUNK = 2000


@login_required
@require_GET
def worker_list(request: SignedInRequest) -> HttpResponseBase:
    """List the people whose names the reader may read."""
    desk = desk_of(request.user)
    found, layout = WorkerFilter(request.GET, desk), layout_of(request, WORKERS)
    people, count = with_places(found.qs, desk), found.qs.count()
    if request.GET.get(PARAMETER):
        trail.note_export(request.user, count, narrowed_to=found.unit_chosen)
    file = export(request, _("People"), layout.in_file, people.order_by(*ORDER).iterator(chunk_size=CHUNK))
    if file:
        return file
    page = keyset_page(people, order=ORDER, after=request.GET.get("after", ""))
    trail.note_listing(desk, page.rows, narrowed_to=found.unit_chosen)
    context = {
        "filter": found,
        "page": page,
        "table": layout.table(page.rows),
        "count": count,
        "may_register": bool(desk.own_unit_ids),
    }
    return render(request, "people/worker_list.html", context)


@login_required
@never_cache
@require_GET
def worker_detail(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show a person: facts, dated employments and memberships, account and merged records."""
    scope = scope_of(request.user, pk)
    worker = scope.worker
    if worker.merged_into_id is not None:
        return redirect("people:worker-detail", standing(worker).pk)
    if not scope.own_at_work:
        trail.note_look(request.user, worker, scope.at_work[0].unit)
    own = {each.pk for each in scope.own_at_work}
    context = {
        "worker": worker,
        "today": scope.desk.day,
        "employments": [(each, each.pk in own) for each in scope.history.employments],
        "memberships": scope.history.memberships,
        "units_now": [each.unit for each in scope.at_work],
        "memberships_now": scope.history.member_at(scope.desk.day),
        "may_change": bool(own),
        "unit_to_reset_at": scope.unit if own else None,
        "may_move": bool(own) and scope.other_units().exists(),
        "account": WorkerAccount.objects.filter(worker=worker).select_related("user", "bound_by").first(),
        "numbers": numbers_shown(worker, request.user, at=now()) if own else None,
        "merged_records": worker.merged_records.order_by("pk"),
        "attendances_url": _attendances_url(worker),
    }
    return render(request, "people/worker_detail.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def worker_create(request: SignedInRequest) -> HttpResponse:
    """Put a person on record and on the rolls of one of the reader's units."""
    desk = officer_desk(request.user)
    form = NewWorkerForm(
        request.POST or None,
        units=desk.own_units,
        enterprises=enterprises_to_choose(desk),
        initial={"unit": request.GET.get("unit")},
    )
    if form.is_valid():
        typed = form.cleaned_data
        worker = services.register_worker(
            actor=request.user, unit=typed["unit"], starts_on=typed["starts_on"], enterprise=typed["enterprise"],
            department=typed["department"], **form.facts,
        )  # fmt: skip
        if typed["member_since"]:
            services.admit_member(worker, typed["unit"], actor=request.user, on=typed["member_since"])
        words = _("%(person)s is on record, at %(unit)s from %(day)s.")
        day = date_format(typed["starts_on"], "d/m/Y")
        messages.success(request, words % {"person": worker, "unit": typed["unit"], "day": day})
        return redirect(page_of(worker, request.user))
    return render(request, "people/worker_create.html", {"form": form}, status=422 if form.errors else 200)


@login_required
@require_http_methods(["GET", "POST"])
def worker_edit(request: SignedInRequest, pk: int) -> HttpResponse:
    """Correct a person's own facts."""
    scope = changeable(request.user, pk)
    form = WorkerForm(request.POST or None, worker=scope.worker)
    if form.is_valid():
        services.update_worker(scope.worker, actor=request.user, unit=scope.unit, **form.facts)
        messages.success(request, _("The facts of %(person)s are saved.") % {"person": scope.worker})
        return redirect("people:worker-detail", pk)
    context = {"worker": scope.worker, "form": form}
    return render(request, "people/worker_edit.html", context, status=422 if form.errors else 200)


def page_of(worker: Worker, reader: User) -> str:
    """Return where to go after a change: the person's page, or the list when it is out of reach by now."""
    if Worker.objects.visible_to(reader, on=localdate()).filter(pk=worker.pk).exists():
        return reverse("people:worker-detail", args=[worker.pk])
    return reverse("people:worker-list")


def _attendances_url(worker: Worker) -> str:
    """Return the page of the sessions a person attended, which a room above shows once it is built."""
    try:
        return reverse("gatherings:worker-attendances", args=[worker.pk])
    except NoReverseMatch:
        return ""
