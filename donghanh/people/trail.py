"""The trail of reading: who looked at lists of people that he is not an officer of, and who took lists away."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from donghanh.core import audit
from donghanh.org.models import Unit, User
from donghanh.people.models import Worker
from donghanh.people.queries.desk import Desk
from donghanh.people.queries.workers import places


def note_listing(desk: Desk, workers: Iterable[Worker], *, narrowed_to: Unit | None) -> None:
    """Write down that a reader saw names of units that he is no officer of; his own people are no news."""
    shown = Counter(place.unit_id for worker in workers for place in places(worker))
    others = {unit_id: count for unit_id, count in shown.items() if unit_id not in desk.own_unit_ids}
    if others:
        _note(desk.reader, "list_workers", narrowed_to, count=sum(others.values()), units=sorted(others))


def note_export(reader: User, count: int, *, narrowed_to: Unit | None) -> None:
    """Write down that ``reader`` took a list of names away."""
    _note(reader, "export_workers", narrowed_to, count=count)


def note_look(reader: User, worker: Worker, unit: Unit) -> None:
    """Write down that ``reader`` opened the page of somebody of a unit that he is no officer of."""
    audit.record(reader, "view_worker", worker, unit_id=unit.pk)


def _note(reader: User, action: str, unit: Unit | None, **details: Any) -> None:
    audit.record(reader, action, unit or reader, unit_id=unit.pk if unit else audit.NO_UNIT, **details)
