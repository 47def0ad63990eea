"""What a view fetches first: the unit of the address, as far as its reader may open or change it."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from donghanh.core.errors import NotForYou
from donghanh.org.access import Standing, standing
from donghanh.org.choices import Reading
from donghanh.org.models import Unit, User
from donghanh.org.paths import UnitPath, unit_path
from donghanh.org.queries.units import readable_units


@dataclass(frozen=True, slots=True)
class Scope:
    """A unit that its reader may open, with how he stands to it."""

    unit: Unit
    reader: User
    standing: Standing
    readable: QuerySet[Unit]

    @property
    def path(self) -> UnitPath:
        """Return where the unit hangs, for the top bar."""
        return unit_path(self.unit, self.readable)

    def must_read(self, thing: str, *, least: Reading = Reading.NUMBER) -> None:
        """Hide the page from those who read less of ``thing`` here."""
        if self.standing.reading(thing) < least:
            raise NotForYou

    def must_change(self, thing: str, *, verb: str = "change") -> None:
        """Hide the page from those who may not change ``thing`` here; the service asks again."""
        if not self.standing.may_change(thing, verb=verb):
            raise NotForYou


def scope_of(reader: User, code: str) -> Scope:
    """Return the unit with this code, when ``reader`` may open it."""
    readable = readable_units(reader)
    unit = get_object_or_404(readable.select_related("area__province", "successor"), code=code)
    return Scope(unit, reader, standing(reader, unit), readable)
