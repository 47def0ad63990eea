"""What a view fetches first: the person of the address, as far as its reader may know him."""

from dataclasses import dataclass

from django.shortcuts import get_object_or_404

from donghanh.core.errors import NotForYou
from donghanh.org.models import Unit, User
from donghanh.org.querysets import UnitQuerySet
from donghanh.people.models import Employment, Worker
from donghanh.people.queries.desk import Desk, desk_of
from donghanh.people.queries.workers import History, history_of


@dataclass(frozen=True, slots=True)
class Scope:
    """A person whose name the reader may read, with where he works as far as the reader may know."""

    worker: Worker
    desk: Desk
    history: History

    @property
    def at_work(self) -> list[Employment]:
        """Return where the person works today."""
        return self.history.at_work(self.desk.day)

    @property
    def own_at_work(self) -> list[Employment]:
        """Return where the person works today and the reader may change it."""
        return [each for each in self.at_work if each.unit_id in self.desk.own_unit_ids]

    @property
    def unit(self) -> Unit:
        """Return the unit in whose name the reader changes the person's record."""
        return self.own_at_work[0].unit

    def units_now(self) -> UnitQuerySet:
        """Return the reader's own units that the person works at today."""
        return self.desk.own_units.filter(pk__in=[each.unit_id for each in self.own_at_work])

    def other_units(self) -> UnitQuerySet:
        """Return the reader's own units that the person does not work at today."""
        return self.desk.own_units.exclude(pk__in=[each.unit_id for each in self.at_work])


def scope_of(reader: User, pk: int) -> Scope:
    """Return the person with this id, when ``reader`` may read his name."""
    desk = desk_of(reader)
    people = Worker.objects.visible_to(reader, on=desk.day).filter(is_provisional=False)
    worker = get_object_or_404(people.select_related("merged_into"), pk=pk)
    return Scope(worker, desk, history_of(worker, desk))


def changeable(reader: User, pk: int) -> Scope:
    """Return the person with this id, when ``reader`` may change his record; the service asks again."""
    scope = scope_of(reader, pk)
    if not scope.own_at_work or scope.worker.merged_into_id is not None or scope.worker.erased_at:
        raise NotForYou
    return scope
