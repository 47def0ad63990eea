"""What there is to tell: the entries of the trail, as far as the one who asked may read them today.

The trail is the one source: nothing is told that it does not hold, and everything that it holds of the chosen
kinds is told in its order. Entries are told once they are sealed, because seals stand in the order of commits:
an entry that is committed late is sealed late, and never skipped.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.timezone import localdate, localtime

from donghanh.api.choices import Event
from donghanh.api.models import Webhook
from donghanh.core.models import AuditEntry
from donghanh.org.access import units_read
from donghanh.org.choices import Reading
from donghanh.org.models import Unit, UnitPlacement
from donghanh.org.querysets import within

MOST = 100
"""How many events are told at once."""


@dataclass(frozen=True, slots=True)
class Told:
    """Which entries of the trail a kind of event stands for, and how much one must read to be told."""

    actions: frozenset[str]
    least: Reading


TELLS = {
    Event.SESSIONS: Told(
        frozenset({"plan_session", "update_session", "retopic_session", "set_co_hosts", "cancel_session"}),
        Reading.NUMBER,
    ),
    Event.PRESENCE: Told(
        frozenset({"check_in", "record_names", "annul_attendance", "record_headcount", "attach_evidence"}),
        Reading.NUMBER,
    ),
    Event.FIGURES: Told(frozenset({"declare_figure", "correct_figure", "withdraw_figure"}), Reading.NUMBER),
    Event.REPORTS: Told(frozenset({"seal_report", "declare_nothing_to_report"}), Reading.NUMBER),
    Event.IMPORTS: Told(frozenset(), Reading.NAME),
    Event.ENTERPRISES: Told(frozenset({"register_enterprise", "update_enterprise"}), Reading.NAME),
}
_IMPORT_STEPS = Q(subject_kind="core.importbatch") & (
    Q(action__startswith="confirm_") | Q(action__startswith="stop_") | Q(action__startswith="undo_")
)


def waiting(webhook: Webhook) -> list[AuditEntry]:
    """Return the next entries to tell, in the order of the trail."""
    beyond = Q(seal__gt=webhook.told_seal)
    if webhook.told_id:
        beyond |= Q(seal=webhook.told_seal, id__gt=webhook.told_id)
    entries = AuditEntry.objects.filter(beyond, _chosen(webhook), at__gte=webhook.made_at)
    return list(entries.order_by("seal", "id")[:MOST])


def as_data(entries: Iterable[AuditEntry]) -> list[dict[str, Any]]:
    """Write entries as they are told: what, of which kind and id, at which unit, when; no word about a person."""
    entries = list(entries)
    codes = dict(Unit.objects.filter(pk__in={entry.unit_id for entry in entries}).values_list("pk", "code"))
    return [
        {
            "id": str(entry.id),
            "action": entry.action,
            "kind": entry.subject_kind,
            "subject": entry.subject_id,
            "unit": codes.get(entry.unit_id),
            "at": localtime(entry.at).isoformat(),
        }
        for entry in entries
    ]


def _chosen(webhook: Webhook) -> Q:
    """Match the entries of the chosen kinds, at the units that the one who asked may read today."""
    below = _units_below(webhook.unit)
    chosen = Q(unit_id__in=[])
    for event in webhook.events:
        told = TELLS[Event(event)]
        readable = below.filter(units_read(webhook.made_by, event, least=told.least))
        kind = _IMPORT_STEPS if event == Event.IMPORTS else Q(action__in=told.actions)
        chosen |= kind & Q(unit_id__in=readable.values("pk"))
    return chosen


def _units_below(unit: Unit) -> QuerySet[Unit]:
    path = unit.path_on(localdate())
    places = UnitPlacement.objects.on(localdate())
    places = places.filter(within(path)) if path else places.filter(unit=unit)
    return Unit.objects.filter(pk__in=places.values("unit"))
