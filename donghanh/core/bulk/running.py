"""The work itself: trying a bulk change out, carrying it out, taking it back, each row whole or not at all.

Some rows and what became of them are one transaction, so work that was killed goes on where it stopped.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import transaction
from django.http import QueryDict
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from donghanh.core import audit
from donghanh.core.bulk.action import BulkAction
from donghanh.core.bulk_models import BulkChange, BulkRow, BulkState, Outcome
from donghanh.core.errors import NotForYou
from donghanh.core.registers import register_named
from donghanh.kernel.errors import DomainError

CHUNK = 50
"""How many rows are handled in one transaction."""
Handle = Callable[[BulkAction, Any, BulkRow], None]


class TriedOut(Exception):
    """Ends a trial, so that nothing of it is kept."""


def look(change: BulkChange) -> None:
    """Try the change out on every row, and keep what it would do. Safe to repeat."""
    with _working(change, BulkState.CHOSEN):
        _each(change, _action(change), BulkState.LOOKING, Outcome.CHOSEN, _try_out)
        _finish(change, BulkState.LOOKING, BulkState.LOOKED)


def run(change: BulkChange) -> None:
    """Carry the change out on the rows that are ready. Safe to repeat."""
    with _working(change, BulkState.STOPPED):
        _each(change, _action(change), BulkState.RUNNING, Outcome.READY, _carry_out)
        if _finish(change, BulkState.RUNNING, BulkState.DONE):
            _note(change, "bulk_change", Outcome.DONE)


def undo(change: BulkChange) -> None:
    """Take back what was changed and has stayed so since. Safe to repeat."""
    with _working(change, BulkState.STOPPED):
        action = action_class(change)(change.created_by, {})  # What was typed says nothing about the way back.
        _each(change, action, BulkState.UNDOING, Outcome.DONE, _take_back)
        if _finish(change, BulkState.UNDOING, BulkState.UNDONE):
            _note(change, "undo_bulk_change", Outcome.UNDONE)


def action_class(change: BulkChange) -> type[BulkAction]:
    """Return the act of a bulk change, as the room declares it today."""
    found = register_named(change.list_name)
    for action in found.actions if found else ():
        if action.name == change.action:
            return action
    message = f"No room does {change.action} to many {change.list_name} any more."
    raise LookupError(message)


def typed_data(change: BulkChange) -> QueryDict:
    """Return what was typed, as a form sends it."""
    data = QueryDict(mutable=True)
    for name, values in change.typed.items():
        data.setlist(name, values)
    return data


def _each(change: BulkChange, action: BulkAction, state: BulkState, outcome: Outcome, handle: Handle) -> None:
    while _chunk(change, action, state, outcome, handle):
        pass


@transaction.atomic
def _chunk(change: BulkChange, action: BulkAction, state: BulkState, outcome: Outcome, handle: Handle) -> int:
    """Handle the next rows, and return how many there were; none when the change is not in this state any more."""
    if not BulkChange.objects.select_for_update().filter(pk=change.pk, state=state).exists():
        return 0
    rows = list(change.rows.filter(outcome=outcome).order_by("pk")[:CHUNK])
    known = action.records(change.created_by).in_bulk([row.record_id for row in rows])
    for row in rows:
        record = known.get(row.record_id)
        if record is None:
            refused = Outcome.KEPT if state == BulkState.UNDOING else Outcome.LEFT
            row.outcome, row.words = refused, _("It is out of your reach by now.")
        else:
            handle(action, record, row)
        row.save(update_fields=["outcome", "words", "before", "after"])
    BulkChange.objects.filter(pk=change.pk).update(moved_at=timezone.now())
    return len(rows)


def _try_out(action: BulkAction, record: Any, row: BulkRow) -> None:
    row.before = action.state(record)
    try:
        with transaction.atomic():
            action.apply(record)
            row.after = action.state(record)
            raise TriedOut
    except TriedOut:
        _judge(action, row)
    except DomainError as refusal:
        row.outcome, row.words = Outcome.LEFT, str(refusal)


def _judge(action: BulkAction, row: BulkRow) -> None:
    before, after = row.before or {}, row.after or {}
    if before == after:
        row.outcome, row.words = Outcome.LEFT, _("It is so already.")
    else:
        said = {"before": action.words(before), "after": action.words(after)}
        row.outcome, row.words = Outcome.READY, _("%(before)s → %(after)s") % said


def _carry_out(action: BulkAction, record: Any, row: BulkRow) -> None:
    if action.state(record) != row.before:
        row.outcome, row.words = Outcome.LEFT, _("Somebody changed it after you looked through it.")
        return
    try:
        with transaction.atomic():
            action.apply(record)
            row.outcome, row.after = Outcome.DONE, action.state(record)
    except DomainError as refusal:
        row.outcome, row.words = Outcome.LEFT, str(refusal)


def _take_back(action: BulkAction, record: Any, row: BulkRow) -> None:
    if action.state(record) != row.after:
        row.outcome, row.words = Outcome.KEPT, _("It was changed since, so it was left.")
        return
    try:
        with transaction.atomic():
            action.take_back(record, row.before or {}, row.after or {})
        row.outcome = Outcome.UNDONE
    except DomainError as refusal:
        row.outcome, row.words = Outcome.KEPT, str(refusal)


def _action(change: BulkChange) -> BulkAction:
    kind = action_class(change)
    form = kind.form(change.created_by, typed_data(change))
    if not form.is_valid():
        raise NotForYou  # What was chosen then is out of reach now.
    return kind(change.created_by, form.cleaned_data)


@contextmanager
def _working(change: BulkChange, broken: BulkState) -> Iterator[None]:
    """Work in the language of whoever asked, and leave the change in a state to go on from when the work breaks off."""
    try:
        with translation.override(change.language):
            yield
    except Exception:
        failure = _("An unforeseen fault broke the work off; it is in the log of the server.")
        now = timezone.now()
        BulkChange.objects.filter(pk=change.pk).update(state=broken, failure=failure, moved_at=now, finished_at=now)
        raise


def _finish(change: BulkChange, state: BulkState, to: BulkState) -> bool:
    now = timezone.now()
    ours = BulkChange.objects.filter(pk=change.pk, state=state)
    return bool(ours.update(state=to, failure="", moved_at=now, finished_at=now))


def _note(change: BulkChange, act: str, outcome: Outcome) -> None:
    rows = change.rows.filter(outcome=outcome).count()
    audit.record(change.created_by, act, change, list=change.list_name, change=change.action, rows=rows)
