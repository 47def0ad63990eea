"""The doors to a bulk change: choose rows, look, carry out, take back."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.db import transaction
from django.db.models import Count
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import get_language

from donghanh.core import audit
from donghanh.core.bulk.action import BulkAction
from donghanh.core.bulk.errors import NothingChosen, NotNow, TooManyChosen, UndoExpired
from donghanh.core.bulk.running import look, run, undo
from donghanh.core.bulk_models import UNDOABLE, BulkChange, BulkRow, BulkState, Outcome
from donghanh.core.errors import NotForYou
from donghanh.core.jobs import start
from donghanh.core.registers import Register, register_named
from donghanh.core.saved_views import SavedView

LOOK = "donghanh.core.bulk.jobs.look"
RUN = "donghanh.core.bulk.jobs.run"
UNDO = "donghanh.core.bulk.jobs.undo"
AT_ONCE = 200
"""Up to so many rows are handled while the reader waits; more are a job's work."""
MOST = 2000


@transaction.atomic
def choose(register: Register, action: type[BulkAction], chosen: Iterable[int], *, actor: Any) -> BulkChange:
    """Keep which records are to change; those that ``actor`` may not know of are not among them."""
    known = action.choosable(actor)
    ids = list(known.filter(pk__in=list(chosen)).values_list("pk", flat=True)[: MOST + 1])
    if not ids:
        raise NothingChosen
    if len(ids) > MOST:
        raise TooManyChosen(MOST)
    now = timezone.now()
    change = BulkChange.objects.create(
        list_name=register.name, action=action.name, model=known.model._meta.label, row_count=len(ids),
        language=get_language() or "", created_by=actor, created_at=now, moved_at=now,
    )  # fmt: skip
    BulkRow.objects.bulk_create([BulkRow(change=change, record_id=pk) for pk in sorted(ids)], batch_size=500)
    audit.record(actor, "choose_bulk_change", change, list=register.name, change=action.name, rows=len(ids))
    return change


def change_of(actor: Any, change_id: int) -> BulkChange:
    """Return a bulk change of ``actor`` himself who may still do such a thing; to others there is none."""
    change = BulkChange.objects.filter(pk=change_id, created_by=actor.pk).select_related("created_by").first()
    register = register_named(change.list_name) if change else None
    if change is None or register is None or not register.actions_of(actor):
        raise NotForYou
    return change


def look_through(change: BulkChange, form: forms.Form, sent: QueryDict) -> None:
    """Try the change out with what was typed; nothing is changed."""
    typed = {key: values for key, values in sent.lists() if _belongs(key, form)}
    with transaction.atomic():
        _step(change, (BulkState.CHOSEN, BulkState.LOOKED), BulkState.LOOKING, typed=typed)
        change.rows.update(outcome=Outcome.CHOSEN, words="", before=None, after=None)
        if change.row_count > AT_ONCE:
            start(LOOK, change.pk)
    if change.row_count <= AT_ONCE:
        look(change)
        change.refresh_from_db()


def carry_out(change: BulkChange) -> None:
    """Change the rows that are ready, or the rest of them after an interruption."""
    with transaction.atomic():
        _step(change, (BulkState.LOOKED, BulkState.STOPPED), BulkState.RUNNING, failure="")
        audit.record(change.created_by, "confirm_bulk_change", change, list=change.list_name, change=change.action)
        if change.row_count > AT_ONCE:
            start(RUN, change.pk)
    if change.row_count <= AT_ONCE:
        run(change)
        change.refresh_from_db()


def take_back(change: BulkChange) -> None:
    """Undo what was changed; what was changed again since stays, row by row."""
    reason = why_not_undo(change)
    if reason is not None:
        raise reason
    with transaction.atomic():
        _step(change, UNDOABLE, BulkState.UNDOING, failure="")
        if change.row_count > AT_ONCE:
            start(UNDO, change.pk)
    if change.row_count <= AT_ONCE:
        undo(change)
        change.refresh_from_db()


def why_not_undo(change: BulkChange) -> NotNow | UndoExpired | None:
    """Return why a bulk change cannot be taken back, None when it can."""
    until = change.undo_until
    if change.state not in UNDOABLE or until is None:
        return NotNow(change.get_state_display())
    return UndoExpired(until) if timezone.now() > until else None


def counts_of(change: BulkChange) -> dict[str, int]:
    """Return how many rows have each outcome."""
    found = dict(change.rows.order_by().values_list("outcome").annotate(count=Count("pk")))
    return {str(outcome): found.get(str(outcome), 0) for outcome in Outcome.values}


def forget_expired() -> None:
    """Drop bulk changes and removed views that can no longer be brought back. Safe to repeat."""
    expired = timezone.now() - timedelta(days=settings.UNDO_DAYS)
    BulkChange.objects.filter(moved_at__lt=expired).delete()
    SavedView.objects.filter(removed_at__lt=expired).delete()


def forget_record(model: str, ids: Iterable[int]) -> None:
    """Empty what bulk changes keep of some records, which then are never taken back with them."""
    BulkRow.objects.filter(change__model=model, record_id__in=list(ids)).update(
        outcome=Outcome.KEPT, words="", before=None, after=None
    )


def _belongs(key: str, form: forms.Form) -> bool:
    """Tell whether something sent is of one of the fields, also what was marked beside it."""
    return any(key == name or key.startswith(f"{name}_") for name in form.fields)


def _step(change: BulkChange, states: tuple[BulkState, ...], to: BulkState, **fields: Any) -> None:
    """Take a change from one of some states to another, once, whoever else tries the same."""
    here = BulkChange.objects.filter(pk=change.pk, state__in=states)
    taken = here.update(state=to, moved_at=timezone.now(), **fields)
    change.refresh_from_db()
    if not taken:
        raise NotNow(change.get_state_display())
