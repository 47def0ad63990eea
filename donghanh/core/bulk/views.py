"""The pages of bulk changes: choose, say what, look at what would change, carry out, take back."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from donghanh.core.bulk import changes
from donghanh.core.bulk.action import BulkAction
from donghanh.core.bulk.errors import NotNow
from donghanh.core.bulk.running import action_class, typed_data
from donghanh.core.bulk_models import UNDOABLE, BulkChange, BulkState, Outcome
from donghanh.core.registers import Register, register_named

SHOWN_ROWS = 50
PAGE, ALL = "page", "all"
LONGEST_ID = 18
_BEFORE = (BulkState.CHOSEN, BulkState.LOOKED)


@login_required
@require_POST
def bulk_choose(request: HttpRequest, name: str) -> HttpResponse:
    """Take the rows that were ticked, those of the page, or all that the address lists."""
    register = register_named(name)
    actions = {each.name: each for each in register.actions_of(request.user)} if register else {}
    if register is None or not actions:
        raise Http404
    action = actions.get(request.POST.get("action", ""))
    if action is None:
        raise Http404
    change = changes.choose(register, action, _chosen(request, register), actor=request.user)
    return redirect("lists:bulk-detail", change.pk)


@login_required
@require_http_methods(["GET", "POST"])
def bulk_detail(request: HttpRequest, change_id: int) -> HttpResponse:
    """Ask what is to be typed, then show what would change or has changed; nothing is changed here."""
    change = changes.change_of(request.user, change_id)
    action = action_class(change)
    if request.method != "POST":
        form = action.form(request.user, typed_data(change) if change.typed else None)
        return _page(request, change, form)
    if change.state not in _BEFORE:
        raise NotNow(change.get_state_display())
    form = action.form(request.user, request.POST)
    if not form.is_valid():
        return _page(request, change, form, status=422)
    changes.look_through(change, form, request.POST)
    return redirect("lists:bulk-detail", change.pk)


@login_required
@require_POST
def bulk_confirm(request: HttpRequest, change_id: int) -> HttpResponse:
    """Carry the change out."""
    changes.carry_out(changes.change_of(request.user, change_id))
    return redirect("lists:bulk-detail", change_id)


@login_required
@require_POST
def bulk_undo(request: HttpRequest, change_id: int) -> HttpResponse:
    """Take the change back."""
    changes.take_back(changes.change_of(request.user, change_id))
    return redirect("lists:bulk-detail", change_id)


@login_required
@require_GET
def bulk_list(request: HttpRequest, name: str) -> HttpResponse:
    """Show what the reader changed in bulk of late, and what of it can be taken back."""
    register = register_named(name)
    if register is None or not register.actions_of(request.user):
        raise Http404
    own = BulkChange.objects.filter(created_by=request.user.pk, list_name=name).exclude(state__in=_BEFORE)
    work = [(change, action_class(change)) for change in own.order_by("-pk")[:SHOWN_ROWS]]
    return render(request, "core/bulk_list.html", {"register": register, "work": work})


def _chosen(request: HttpRequest, register: Register) -> Any:
    scope = request.POST.get("scope", "")
    if scope == ALL and register.rows is not None:
        found = register.rows(request.user, QueryDict(request.POST.get("query", "")))
        return found.order_by().values_list("pk", flat=True)[: changes.MOST + 1]
    given = request.POST.get(PAGE, "").split(",") if scope == PAGE else request.POST.getlist("pick")
    return [int(text) for text in given if text.isdecimal() and len(text) <= LONGEST_ID]


def _page(request: HttpRequest, change: BulkChange, form: Any, status: int = 200) -> HttpResponse:
    action, counts = action_class(change), changes.counts_of(change)
    context = {
        "change": change,
        "action": action,
        "register": register_named(change.list_name),
        "form": form,
        "counts": counts,
        "handled": 100 * _handled(change, counts) / change.row_count,
        "changing": _rows(change, action, (Outcome.READY, Outcome.DONE, Outcome.UNDONE)),
        "left": _rows(change, action, (Outcome.LEFT, Outcome.KEPT)),
        "shown": SHOWN_ROWS,
        "may_edit": change.state in _BEFORE,
        "may_go_on": change.state == BulkState.STOPPED and counts[Outcome.READY] and not counts[Outcome.UNDONE],
        "may_undo": change.state in UNDOABLE and counts[Outcome.DONE] and changes.why_not_undo(change) is None,
    }
    part = "#work" if request.headers.get("HX-Request") else ""
    return render(request, f"core/bulk_detail.html{part}", context, status=status)


def _handled(change: BulkChange, counts: dict[str, int]) -> int:
    """Return how many rows are done with, at the step that is under way."""
    waiting = {
        BulkState.LOOKING: Outcome.CHOSEN,
        BulkState.RUNNING: Outcome.READY,
        BulkState.UNDOING: Outcome.DONE,
    }.get(BulkState(change.state))
    return change.row_count - counts[waiting] if waiting else change.row_count


def _rows(change: BulkChange, action: type[BulkAction], outcomes: tuple[Outcome, ...]) -> list[dict[str, Any]]:
    """Return the first rows with some outcomes, named as far as the reader may know them."""
    rows = list(change.rows.filter(outcome__in=outcomes).order_by("pk")[:SHOWN_ROWS])
    known = action.records(change.created_by).in_bulk([row.record_id for row in rows])
    asking = action(change.created_by, {})
    return [
        {"row": row, "record": record, "url": asking.url(record) if record else ""}
        for row in rows
        for record in [known.get(row.record_id)]
    ]
