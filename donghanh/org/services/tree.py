"""Changes of the tree: each by a decision with its day, each keeping the tree of before."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Q

from donghanh.core import audit
from donghanh.core.errors import NotForYou
from donghanh.org.access import authorize
from donghanh.org.choices import DecisionKind, UnitKind
from donghanh.org.errors import (
    HistoryAlreadyWritten,
    UnitCodeTaken,
    UnitNotThere,
    UnitStillHasChildren,
    UnitUnderItself,
)
from donghanh.org.models import Decision, Unit, UnitPlacement, User
from donghanh.org.querysets import step, within

THING = "units"


@dataclass(frozen=True, slots=True)
class Paper:
    """The decision on paper that a change of the tree rests on."""

    number: str = ""
    issued_on: date | None = None
    issuer: str = ""

    def file(self, unit: Unit, kind: DecisionKind, day: date, other: Unit | None = None) -> Decision:
        """Keep the decision with the unit."""
        return Decision.objects.create(
            unit=unit,
            kind=kind,
            number=self.number,
            issued_on=self.issued_on,
            issuer=self.issuer,
            effective_on=day,
            other_unit=other,
        )


NO_PAPER = Paper()


@transaction.atomic
def found_unit(
    code: str,
    name: str,
    kind: str,
    *,
    actor: User,
    parent: Unit | None,
    on: date,
    paper: Paper = NO_PAPER,
    **fields: Any,
) -> Unit:
    """Found a unit under ``parent`` from a day on; a root has no parent."""
    parent_place = None
    if parent is not None:
        authorize(actor, THING, at=parent)
        parent_place = _place(parent, on)
    elif not actor.is_system:
        # Only the command line plants a new tree: no unit stands above it to decide.
        raise NotForYou
    try:
        with transaction.atomic():
            unit = Unit.objects.create(code=code, name=name, kind=kind, founded_on=on, **fields)
    except IntegrityError:
        raise UnitCodeTaken(code) from None
    decision = paper.file(unit, DecisionKind.FOUNDED, on)
    UnitPlacement.objects.create(
        unit=unit,
        starts_on=on,
        decision=decision,
        **_position(unit, parent, parent_place),
    )
    audit.record(actor, "found_unit", unit, unit_id=unit.pk, code=code)
    return unit


@transaction.atomic
def move_unit(unit: Unit, parent: Unit, *, actor: User, on: date, paper: Paper = NO_PAPER) -> Decision:
    """Hang ``unit`` and everything below it under ``parent`` from a day on."""
    authorize(actor, THING, at=unit)
    authorize(actor, THING, at=parent)
    check_hanging(unit, parent, on=on)
    place, parent_place = _place(unit, on), _place(parent, on)
    decision = paper.file(unit, DecisionKind.MOVED, on, parent)
    _rehang(place, parent_place.path, parent, on, decision)
    audit.record(actor, "move_unit", unit, unit_id=unit.pk, to=parent.code, on=on.isoformat())
    return decision


@transaction.atomic
def merge_unit(unit: Unit, into: Unit, *, actor: User, on: date, paper: Paper = NO_PAPER) -> Decision:
    """Close ``unit`` on a day in favour of ``into``, which takes over the units below it."""
    authorize(actor, THING, at=unit)
    authorize(actor, THING, at=into)
    check_hanging(unit, into, on=on)
    into_place = _place(into, on)
    decision = paper.file(unit, DecisionKind.MERGED, on, into)
    for child in UnitPlacement.objects.on(on).filter(parent=unit).select_related("unit"):
        _rehang(child, into_place.path, into, on, decision)
    _end(unit, on, successor=into)
    audit.record(actor, "merge_unit", unit, unit_id=unit.pk, into=into.code, on=on.isoformat())
    return decision


@transaction.atomic
def close_unit(unit: Unit, *, actor: User, on: date, paper: Paper = NO_PAPER) -> Decision:
    """Close ``unit``: ``on`` is the first day it no longer exists."""
    authorize(actor, THING, at=unit)
    check_closing(unit, on=on)
    decision = paper.file(unit, DecisionKind.CLOSED, on)
    _end(unit, on, successor=None)
    audit.record(actor, "close_unit", unit, unit_id=unit.pk, on=on.isoformat())
    return decision


def check_hanging(unit: Unit, parent: Unit, *, on: date) -> None:
    """Refuse a day on which ``unit`` and what is below it cannot come under ``parent``."""
    path = _place(unit, on).path
    if _place(parent, on).path.startswith(path):
        raise UnitUnderItself(unit, parent)
    _check_no_later_place(path, on)


def check_closing(unit: Unit, *, on: date) -> None:
    """Refuse a day on which ``unit`` cannot close."""
    _place(unit, on - timedelta(days=1))
    children = UnitPlacement.objects.filter(parent=unit, ends_on__gte=on).values("unit").distinct().count()
    if children:
        raise UnitStillHasChildren(unit, children)
    later = unit.placements.filter(starts_on__gte=on).first()
    if later:
        raise HistoryAlreadyWritten(unit, later.starts_on)


def _check_no_later_place(path: str, on: date) -> None:
    """Refuse to write between the places on record: a unit of this subtree moved after ``on``."""
    moved = UnitPlacement.objects.on(on).within(path).values("unit")
    touched = within(path) | Q(unit__in=moved)
    later = UnitPlacement.objects.filter(touched, starts_on__gt=on).select_related("unit").first()
    if later:
        raise HistoryAlreadyWritten(later.unit, later.starts_on)


def _place(unit: Unit, on: date) -> UnitPlacement:
    place = unit.placement_on(on)
    if place is None:
        raise UnitNotThere(unit, on)
    return place


def _position(unit: Unit, parent: Unit | None, parent_place: UnitPlacement | None) -> dict[str, Any]:
    path = (parent_place.path if parent_place else "") + step(unit.pk)
    if unit.kind == UnitKind.SECTION and parent_place:
        base_id, base_parent_id = parent_place.base_id, parent_place.base_parent_id
    else:
        base_id, base_parent_id = unit.pk, parent.pk if parent else None
    return {"parent": parent, "path": path, "base_id": base_id, "base_parent_id": base_parent_id}


def _rehang(place: UnitPlacement, parent_path: str, parent: Unit, on: date, decision: Decision) -> None:
    """Write new places from ``on`` for a unit and all below it; a place that began that day is replaced."""
    old_path, new_path = place.path, parent_path + step(place.unit_id)
    moved = list(UnitPlacement.objects.on(on).within(old_path))
    fresh = [_moved(each, place, old_path, new_path, parent, on, decision) for each in moved]
    _replace(moved, fresh, on)


def _moved(
    each: UnitPlacement,
    top: UnitPlacement,
    old_path: str,
    new_path: str,
    parent: Unit,
    on: date,
    paper: Decision,
) -> UnitPlacement:
    return UnitPlacement(
        unit_id=each.unit_id,
        parent_id=parent.pk if each.unit_id == top.unit_id else each.parent_id,
        path=new_path + each.path.removeprefix(old_path),
        base_id=each.base_id,
        base_parent_id=parent.pk if each.base_id == top.unit_id else each.base_parent_id,
        starts_on=on,
        ends_on=each.ends_on,
        decision=paper,
    )


def _replace(old: Iterable[UnitPlacement], fresh: list[UnitPlacement], on: date) -> None:
    began_today = [place.pk for place in old if place.starts_on == on]
    ended = [place.pk for place in old if place.starts_on < on]
    UnitPlacement.objects.filter(pk__in=began_today).delete()
    UnitPlacement.objects.filter(pk__in=ended).update(ends_on=on - timedelta(days=1))
    UnitPlacement.objects.bulk_create(fresh, batch_size=1000)


def _end(unit: Unit, on: date, *, successor: Unit | None) -> None:
    later = unit.placements.filter(starts_on__gte=on).first()
    if later:
        raise HistoryAlreadyWritten(unit, later.starts_on)
    last_day = on - timedelta(days=1)
    unit.placements.on(last_day).update(ends_on=last_day)
    unit.closed_on, unit.successor = last_day, successor
    unit.save(update_fields=["closed_on", "successor"])
