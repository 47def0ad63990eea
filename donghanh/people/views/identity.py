"""Who is who: likely doubles, merges and their undoing, and provisional persons."""

from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from donghanh.core.errors import NotForYou
from donghanh.core.paging import keyset_page
from donghanh.org.requests import SignedInRequest
from donghanh.people import services
from donghanh.people.encounters import met_by
from donghanh.people.forms import ConfirmForm
from donghanh.people.models import Worker
from donghanh.people.queries.desk import Desk, officer_desk
from donghanh.people.queries.identity import likenesses, merges_among
from donghanh.people.queries.workers import places, with_places

MERGE_ORDER = ("-merged_at", "-pk")
SHOWN_LIKELY = 10


@dataclass(frozen=True, slots=True)
class Line:
    """One fact of two records side by side."""

    label: str
    kept: str
    gone: str
    differs: bool


@login_required
@require_GET
def duplicate_list(request: SignedInRequest) -> HttpResponse:
    """List the records of the reader's own units that may be one person."""
    found = likenesses(officer_desk(request.user))
    return render(request, "people/duplicate_list.html", {"likenesses": found})


@login_required
@require_http_methods(["GET", "POST"])
def worker_merge(request: SignedInRequest, kept_pk: int, gone_pk: int) -> HttpResponse:
    """Compare two records side by side, and declare them one person."""
    desk = officer_desk(request.user)
    kept, gone = _mergeable(desk, kept_pk), _mergeable(desk, gone_pk)
    if kept.pk == gone.pk or kept.is_provisional:
        raise NotForYou
    if request.method == "POST":
        services.merge_workers(kept, gone, actor=request.user, at=now())
        messages.success(request, _("The two records of %(person)s are one person now.") % {"person": kept})
        return redirect("people:worker-detail", kept.pk)
    context = {"kept": kept, "gone": gone, "lines": _side_by_side(kept, gone)}
    return render(request, "people/worker_merge.html", context)


@login_required
@require_GET
def merge_list(request: SignedInRequest) -> HttpResponse:
    """List the merges of people of the reader's own units."""
    merges = merges_among(officer_desk(request.user))
    page = keyset_page(merges, order=MERGE_ORDER, after=request.GET.get("after", ""))
    return render(request, "people/merge_list.html", {"page": page})


@login_required
@require_POST
def merge_undo(request: SignedInRequest, pk: int) -> HttpResponse:
    """Undo a merge: both records stand again."""
    merge = get_object_or_404(merges_among(officer_desk(request.user)), pk=pk)
    services.unmerge_workers(merge.kept, merge.gone, actor=request.user, at=now())
    messages.success(request, _("The records of %(person)s stand apart again.") % {"person": merge.kept})
    return redirect("people:merge-list")


@login_required
@require_http_methods(["GET", "POST"])
def provisional_confirm(request: SignedInRequest, pk: int) -> HttpResponse:
    """Put a provisional person whom the reader met on the rolls of one of his units."""
    desk = officer_desk(request.user)
    worker = get_object_or_404(met_by(request.user), pk=pk)
    form = ConfirmForm(request.POST or None, units=desk.own_units)
    if form.is_valid():
        typed = form.cleaned_data
        services.confirm_provisional(worker, typed["unit"], actor=request.user, starts_on=typed["starts_on"])
        messages.success(request, _("%(person)s is on record at %(unit)s.") % {"person": worker, **typed})
        return redirect("people:worker-detail", worker.pk)
    likely = desk.own_workers().filter(folded_name=worker.folded_name).order_by("pk")
    context = {"worker": worker, "form": form, "likely": with_places(likely[:SHOWN_LIKELY], desk)}
    return render(request, "people/provisional_confirm.html", context, status=422 if form.errors else 200)


def _mergeable(desk: Desk, pk: int) -> Worker:
    """Return a record of the officer's own people, or a provisional person whom he met."""
    own = with_places(desk.own_workers(), desk).filter(pk=pk).first()
    return own or get_object_or_404(with_places(met_by(desk.reader), desk), pk=pk)


def _side_by_side(kept: Worker, gone: Worker) -> list[Line]:
    """Compare two records; hidden numbers are compared as they are and shown hidden."""
    facts = [
        (_("Full name"), "full_name", "full_name"),
        (_("Gender"), "gender", "get_gender_display"),
        (_("Year of birth"), "birth_year", "birth_year"),
        (_("Member number"), "member_no", "member_no"),
        (_("Phone"), "phone", "masked_phone"),
        (_("Identity number"), "id_number", "masked_id_number"),
    ]
    lines = [
        Line(label, _shown(kept, shown), _shown(gone, shown), getattr(kept, name) != getattr(gone, name))
        for label, name, shown in facts
    ]
    at_work = (_places(kept), _places(gone))
    return [*lines, Line(_("Works at"), *at_work, at_work[0] != at_work[1])]


def _shown(worker: Worker, name: str) -> str:
    value = getattr(worker, name)
    return str((value() if callable(value) else value) or "")


def _places(worker: Worker) -> str:
    return ", ".join(place.unit.name for place in places(worker))
