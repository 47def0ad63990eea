"""Units as pages show them: which ones a reader may open, where they hang, what is below."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery, Window
from django.db.models.functions import RowNumber

from donghanh.kernel.text import fold
from donghanh.org.access import units_read
from donghanh.org.models import Unit, UnitPlacement, User
from donghanh.org.querysets import UnitQuerySet

THING = "units"
SHOWN_BELOW = 20
"""How many units the tree shows under each branch before it offers the branch's own page."""


def readable_units(reader: User) -> UnitQuerySet:
    """Return the units whose pages ``reader`` may open, closed ones too."""
    return Unit.objects.filter(units_read(reader, THING))


def matching_units(units: QuerySet[Unit], text: str) -> QuerySet[Unit]:
    """Keep the units whose code or name has these words, typed with or without diacritics."""
    words = Q()
    for word in fold(text).split():
        words &= Q(folded_name__contains=word)
    return units.filter(words)


def with_parent(units: QuerySet[Unit]) -> QuerySet[Unit]:
    """Add ``parent_name``: under which unit each hangs now, or hung at its end."""
    last_place = UnitPlacement.objects.filter(unit=OuterRef("pk")).order_by("-starts_on")
    return units.annotate(parent_name=Subquery(last_place.values("parent__name")[:1]))


def place_of(unit: Unit, *, on: date) -> UnitPlacement | None:
    """Return where a unit hung on a day, or hung last when it no longer existed then."""
    places = unit.placements.filter(starts_on__lte=on).order_by("-starts_on")
    return places.select_related("parent__area").first()


def units_above(readable: QuerySet[Unit], place: UnitPlacement | None) -> list[Unit]:
    """Return the units above a place that a reader may open, from the root down."""
    above = place.unit_ids[:-1] if place else []
    return sorted(readable.filter(pk__in=above), key=lambda unit: above.index(unit.pk)) if above else []


def children(unit: Unit, *, on: date) -> QuerySet[Unit]:
    """Return the units that hung directly under ``unit`` on a day."""
    return Unit.objects.children_of(unit, on=on).select_related("area")


@dataclass(frozen=True, slots=True)
class Branch:
    """A unit of the tree with the first units below it, and how many there are in all."""

    unit: Unit
    below: list[Unit]
    count: int

    @property
    def rest(self) -> int:
        """Return how many units below are not shown here."""
        return self.count - len(self.below)


def branches(units: Iterable[Unit], *, on: date) -> list[Branch]:
    """Return each unit with the first of the units directly below it on a day."""
    tops = list(units)
    places = UnitPlacement.objects.on(on).filter(parent__in=tops)
    counts = dict(places.values_list("parent").annotate(count=Count("pk")))
    numbered = places.annotate(number=Window(RowNumber(), partition_by=F("parent"), order_by=F("unit__code").asc()))
    first = numbered.filter(number__lte=SHOWN_BELOW).select_related("unit").order_by("parent", "unit__code")
    below: dict[int | None, list[Unit]] = {}
    for place in first:
        below.setdefault(place.parent_id, []).append(place.unit)
    return [Branch(unit, below.get(unit.pk, []), counts.get(unit.pk, 0)) for unit in tops]


def subtree_count(unit: Unit, *, on: date) -> int:
    """Return how many units move when ``unit`` moves: itself and all below it."""
    path = unit.path_on(on)
    return UnitPlacement.objects.on(on).within(path).count() if path else 0
