"""Lists that belong to a unit: who may take them in, and which unit each row names."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from functools import cached_property
from typing import ClassVar

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from donghanh.core.errors import NotForYou
from donghanh.core.imports.cells import Cell, typed, words
from donghanh.core.imports.columns import Column
from donghanh.core.imports.importer import Importer
from donghanh.core.imports.rows import Row
from donghanh.org.access import authorize, grants_of, standing, units_changed
from donghanh.org.models import Area, Unit, User
from donghanh.org.queries.areas import current_areas

NO_UNIT = 0
"""Stands for no unit: the command line takes in whole trees."""
IMPORTS = "imports"
_MOST_SUGGESTIONS = 50
"""For how many wrong codes of one file a near one is looked for; each costs a walk through all."""


def _code(cell: Cell) -> str:
    return str(words(40)(cell)).upper()


UNIT_COLUMN = Column(
    "unit",
    gettext_lazy("Unit code"),
    _code,
    aliases=("Mã đơn vị", "Mã công đoàn cơ sở", "Mã CĐCS"),
    help=gettext_lazy("The union that keeps the record. Leave it out when all rows are of your own unit."),
    example="QM-41",
)
AREA_COLUMN = Column(
    "area",
    gettext_lazy("Area code"),
    words(5),
    aliases=("Mã địa bàn", "Mã xã", "Mã phường", "Mã hành chính", "Mã xã/phường"),
    help=gettext_lazy("Statistics code of the commune (5 digits) or province (2 digits), as text."),
    example="00004",
)


class ImporterAtUnit(Importer):
    """A list whose rows belong to units; the rows that name none belong to the unit of the import."""

    thing: ClassVar[str]
    """What the rows are in the matrix of rights."""
    actor: User

    @classmethod
    def places(cls, actor: User) -> Sequence[Unit]:
        """Return the units where ``actor`` holds a role that lets him take in this list."""
        units = {grant.unit_id: grant.unit for grant in grants_of(actor)}
        return [unit for unit in units.values() if cls._is_allowed(actor, unit)]

    @classmethod
    def authorize(cls, actor: User, unit_id: int) -> None:
        """Ask for the right to import, and to change what the list holds."""
        unit = Unit.objects.filter(pk=unit_id).first()
        if unit is not None:
            authorize(actor, IMPORTS, at=unit)
            authorize(actor, cls.thing, at=unit)
        elif unit_id != NO_UNIT or not actor.is_system:
            raise NotForYou

    @classmethod
    def _is_allowed(cls, actor: User, unit: Unit) -> bool:
        here = standing(actor, unit)
        return here.may_change(IMPORTS) and here.may_change(cls.thing)

    @cached_property
    def unit(self) -> Unit | None:
        """Return the unit of the import, None for a list of the whole tree."""
        return Unit.objects.filter(pk=self.unit_id).first()

    @cached_property
    def open_units(self) -> QuerySet[Unit]:
        """Match the units whose ``thing`` the actor may change."""
        return Unit.objects.filter(units_changed(self.actor, self.thing))

    def find_units(self, rows: Iterable[Row], column: str = "unit") -> dict[str, Unit]:
        """Return the open units that the rows name, by their codes."""
        codes = {row.values[column] for row in rows if column in row.values}
        return {unit.code: unit for unit in self.open_units.filter(code__in=codes)}

    def refuse_unit(self, row: Row, column: str = "unit") -> None:
        """Refuse a row for a unit that is not there, or not open to the actor, which look the same."""
        near = self._nearest(row.values[column])
        sentence = _("There is no such unit that you may write for.")
        if near:
            sentence += " " + _("Near: %(code)s.") % {"code": near}
            row.refuse(column, sentence, _("Write %(code)s, if that is meant.") % {"code": near})
        else:
            row.refuse(column, sentence, _("Check the code."))

    def find_areas(self, rows: Iterable[Row]) -> dict[str, Area]:
        """Return the areas of today's map that the rows name, by their codes."""
        codes = {row.values["area"] for row in rows if "area" in row.values}
        return {area.code: area for area in current_areas().filter(code__in=codes)}

    @cached_property
    def _codes(self) -> list[str]:
        return list(self.open_units.values_list("code", flat=True))

    @cached_property
    def _near(self) -> dict[str, str]:
        return {}

    def _nearest(self, code: str) -> str:
        if code not in self._near and len(self._near) < _MOST_SUGGESTIONS:
            self._near[code] = next(iter(get_close_matches(code, self._codes, n=1)), "")
        return self._near.get(code, "")


def refuse_area(row: Row) -> None:
    """Refuse a row whose area is not on today's map."""
    hint = _("Communes have 5 digits, provinces 2; make the column a text, so that zeros in front stay.")
    row.refuse("area", _("No area has the code %(code)s.") % {"code": typed(row.cells["area"])}, hint)
