"""Keeping the groups of a file whose unit is unknown, with the units a person may choose from."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from donghanh.core import audit
from donghanh.core.errors import NotForYou
from donghanh.indicators.errors import GroupGivenTwice
from donghanh.indicators.models import WaitingGroup
from donghanh.indicators.services.checks import indicator_of
from donghanh.indicators.services.figure_file import Group, read_group, read_value, values_of
from donghanh.indicators.services.figures import THING
from donghanh.indicators.services.import_report import ImportReport
from donghanh.indicators.services.nearest import nearest_units
from donghanh.indicators.services.statement import Statement
from donghanh.kernel.errors import DomainError
from donghanh.org.access import authorize, may_change
from donghanh.org.models import Unit, User


def known(group: Group) -> WaitingGroup | None:
    """Return the group as it was kept by an earlier import."""
    return WaitingGroup.objects.filter(**_key(group)).first()


def settle(group: Group, unit: Unit, *, actor: User, at: datetime) -> None:
    """Let a group wait no longer when an import finds its unit after all."""
    authorize(actor, THING, at=unit)
    waiting = WaitingGroup.objects.waiting().filter(**_key(group)).first()
    if waiting:
        waiting.unit, waiting.assigned_at, waiting.assigned_by = unit, at, actor
        waiting.save(update_fields=["unit", "assigned_at", "assigned_by"])
        audit.record(actor, "assign_figures", waiting, unit_id=unit.pk)


def statements(waiting: WaitingGroup) -> list[Statement]:
    """Return what a kept group states."""
    group = read_group(waiting.content, waiting.name)
    return [read_value(written, group, source=group.name) for _place, written in values_of(group)]


def keep(group: Group, report: ImportReport, *, actor: User, at: datetime) -> None:
    """Keep a group until somebody says whose it is, and report the units that come nearest."""
    if not report.meets_first(*_key(group).values()):
        raise GroupGivenTwice(group.name)
    above = Unit.objects.filter(code=group.parent_code).first()
    nearest = nearest_units(group.name, under=above, on=localdate(at))
    _authorize_anywhere([above, *nearest], actor=actor)
    content = {**group.content, "values": list(_readable(group, report))}
    waiting = known(group)
    if content["values"] and (waiting is None or waiting.content != content):
        waiting, _created = WaitingGroup.objects.update_or_create(
            **_key(group), defaults={"content": content, "imported_at": at, "imported_by": actor}
        )
        audit.record(actor, "keep_waiting_figures", waiting)
    if waiting:
        waiting.nearest.set(nearest)
    report.leave_out(group.place, _why(group, nearest))


def _key(group: Group) -> dict[str, Any]:
    return {
        "name": group.name,
        "parent_code": group.parent_code,
        "starts_on": group.period.starts_on,
        "ends_on": group.period.ends_on,
    }


def _authorize_anywhere(units: Iterable[Unit | None], *, actor: User) -> None:
    """Let pass who may enter figures at one of the units that the group may belong to."""
    if not actor.is_system and not any(unit and may_change(actor, THING, at=unit) for unit in units):
        raise NotForYou


def _readable(group: Group, report: ImportReport) -> Iterable[object]:
    """Give the values that can be stored once a unit is chosen; report the others at once."""
    for place, written in values_of(group):
        try:
            indicator_of(read_value(written, group, source=group.name))
        except DomainError as refusal:
            report.leave_out(place, refusal)
        else:
            yield written


def _why(group: Group, nearest: Iterable[Unit]) -> str:
    if group.unit_code:
        found = _("there is no unit with the code %(code)s.") % {"code": group.unit_code}
    else:
        found = _("the file gives no unit code.")
    units = "; ".join(f"{unit.name} ({unit.code})" for unit in nearest)
    if units:
        act = _("The nearest by name: %(units)s. Choose one among the waiting figures.") % {"units": units}
    else:
        act = _("No unit has a near name: found the unit, then choose it among the waiting figures.")
    return f"{found} {act}"
