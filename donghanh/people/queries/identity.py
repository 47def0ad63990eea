"""Records that may be one person, and those declared to be."""

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from donghanh.people.models import Merge, Worker
from donghanh.people.queries.desk import Desk

SHOWN_GROUPS = 50


@dataclass(frozen=True, slots=True)
class Likeness:
    """Records that share what seldom two people share."""

    reason: Promise
    workers: list[Worker]


def likenesses(desk: Desk) -> list[Likeness]:
    """Return records of an officer's own units that may be one person, the surest sign first."""
    own = desk.own_workers()
    found = _sharing(own.exclude(id_number=""), ("id_number",), _("same personal id number"))
    found += _sharing(own.exclude(phone=""), ("phone", "folded_name"), _("same phone and name"))
    return found[:SHOWN_GROUPS]


def merges_among(desk: Desk) -> QuerySet[Merge]:
    """Return the merges of people of an officer's own units, undone ones too."""
    merges = Merge.objects.filter(kept__in=desk.own_workers())
    return merges.select_related("kept", "gone", "merged_by", "undone_by")


def _sharing(workers: QuerySet[Worker], fields: tuple[str, ...], reason: Promise) -> list[Likeness]:
    shared = workers.values_list(*fields).annotate(count=Count("pk")).filter(count__gt=1).order_by(*fields)
    keys = [tuple(row[:-1]) for row in shared[:SHOWN_GROUPS]]
    wanted = Q(pk__in=[])
    for key in keys:
        wanted |= Q(**dict(zip(fields, key, strict=True)))
    groups: dict[tuple[str, ...], list[Worker]] = {key: [] for key in keys}
    for worker in workers.filter(wanted).order_by("pk"):
        groups[tuple(getattr(worker, name) for name in fields)].append(worker)
    return [Likeness(reason, group) for group in groups.values()]
