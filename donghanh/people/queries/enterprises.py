"""Employers as pages show them."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, QuerySet

from donghanh.org.access import units_changed, units_read
from donghanh.org.choices import Reading
from donghanh.org.models import Unit, User
from donghanh.org.querysets import UnitQuerySet
from donghanh.people.models import Employment, Enterprise

THING = "enterprises"


@dataclass(frozen=True, slots=True)
class Rolls:
    """How many people of a unit work at an enterprise."""

    unit: Unit
    count: int


def units_keeping(actor: User) -> UnitQuerySet:
    """Return the units whose employers ``actor`` may put on record, by code."""
    return Unit.objects.filter(units_changed(actor, THING)).order_by("code")


def readable_enterprises(reader: User) -> QuerySet[Enterprise]:
    """Return the employers that ``reader`` may open."""
    return Enterprise.objects.visible_to(reader).select_related("unit", "area__province")


def rolls_of(enterprise: Enterprise, reader: User, *, on: date) -> list[Rolls]:
    """Return how many people work at an employer on a day, by unit, where ``reader`` may read their names."""
    readable = Unit.objects.filter(units_read(reader, "workers", least=Reading.NAME))
    there = Employment.objects.on(on).filter(enterprise=enterprise, unit__in=readable)
    on_record = there.filter(worker__is_provisional=False, worker__merged_into=None)
    counts = dict(on_record.values_list("unit").annotate(count=Count("worker", distinct=True)))
    units = Unit.objects.filter(pk__in=counts).order_by("code")
    return [Rolls(unit, counts[unit.pk]) for unit in units]
