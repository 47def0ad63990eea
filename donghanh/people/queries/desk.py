"""What one reader may know and change of people, looked up once for a page."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import Q
from django.utils.timezone import localdate

from donghanh.core.errors import NotForYou
from donghanh.org.access import units_changed, units_read
from donghanh.org.choices import Reading
from donghanh.org.models import Unit, User
from donghanh.org.querysets import UnitQuerySet
from donghanh.people.models import Worker
from donghanh.people.querysets import WorkerQuerySet

THING = "workers"


@dataclass(frozen=True)
class Desk:
    """A reader on a day: the units whose people he reads by name, and those whose people he changes."""

    reader: User
    day: date

    @cached_property
    def units(self) -> list[Unit]:
        """Return the units of the day whose people he reads by name, by code."""
        return list(self.unit_rows.on(self.day).order_by("code"))

    @cached_property
    def unit_rows(self) -> UnitQuerySet:
        """Return the units whose people he reads by name, closed ones too."""
        return Unit.objects.filter(self._read)

    @cached_property
    def own_units(self) -> UnitQuerySet:
        """Return the units whose people he changes, by code."""
        return Unit.objects.filter(self._changed).order_by("code")

    @cached_property
    def own_unit_ids(self) -> frozenset[int]:
        """Return the ids of the units whose people he changes."""
        return frozenset(self.own_units.values_list("pk", flat=True))

    def workers(self) -> WorkerQuerySet:
        """Return the people on record whose names he reads."""
        return Worker.objects.on_record().visible_to(self.reader, on=self.day)

    def own_workers(self) -> WorkerQuerySet:
        """Return the people on record whom he changes."""
        return Worker.objects.on_record().employed_at(self._changed, on=self.day)

    @cached_property
    def _read(self) -> Q:
        return units_read(self.reader, THING, least=Reading.NAME)

    @cached_property
    def _changed(self) -> Q:
        return units_changed(self.reader, THING)


class OwnDesk(Desk):
    """The same reader, who looks only at the people whom he changes."""

    def workers(self) -> WorkerQuerySet:
        """Return the people on record whom he changes."""
        return self.own_workers()

    @cached_property
    def _read(self) -> Q:
        return self._changed


def desk_of(reader: User) -> Desk:
    """Return what ``reader`` may know of people today; for those who may know nothing there is no such page."""
    desk = Desk(reader, localdate())
    if not desk.units:
        raise NotForYou
    return desk


def officer_desk(reader: User) -> Desk:
    """Return what ``reader`` may change of people today; for those who may change nothing there is no such page."""
    desk = Desk(reader, localdate())
    if not desk.own_unit_ids:
        raise NotForYou
    return desk


def own_desk(reader: User) -> OwnDesk:
    """Return what ``reader`` may change of people today, and nothing else that he may read."""
    desk = OwnDesk(reader, localdate())
    if not desk.own_unit_ids:
        raise NotForYou
    return desk
