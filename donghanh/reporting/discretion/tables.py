"""The rolls of units beside those of their neighbours, as one reader may subtract them."""

from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import Self

from django.db.models import Q

from donghanh.kernel.cohorts import Cohort
from donghanh.org.access import places_read
from donghanh.org.choices import Reading, UnitKind
from donghanh.org.models import Unit, UnitPlacement, User
from donghanh.org.querysets import ids_on, step
from donghanh.reporting.reach import Question

THING = "reach"


class Vantage:
    """From where a reader looks: which names he may read, and what he is measured against; read once."""

    def __init__(self, reader: User) -> None:
        self._reader = reader
        self._tops: dict[int, Unit] = {}

    @cached_property
    def names_read(self) -> Q:
        """Match the places of the units whose people he may read by name."""
        return places_read(self._reader, THING, least=Reading.NAME)

    def top_of(self, chain: list[int]) -> Unit:
        """Return the province that a unit lies in, or the root of another tree."""
        if chain[-1] not in self._tops:
            units = Unit.objects.in_bulk(chain[:2])
            is_country = units[chain[0]].kind == UnitKind.CONFEDERATION
            self._tops[chain[-1]] = units[chain[1]] if is_country and len(chain) > 1 else units[chain[0]]
        return self._tops[chain[-1]]


@dataclass(frozen=True, slots=True)
class UnitTable:
    """One unit and the parts it divides into: the units directly below, and those who work at the unit itself."""

    total: Cohort
    rows: dict[int, Cohort]
    known: frozenset[int]
    """The rows whose names the reader may read anyway."""
    own: Cohort | None
    """Those who work at the unit itself, where the reader knows their names."""


class UnitTables:
    """The tables of all units from the province of one unit downwards, read once.

    Above a province nothing is looked at: among provinces no second one is hidden, the total of the
    country is.
    """

    def __init__(self, top: Unit, places: list[tuple[list[int], Cohort]], named: set[int]) -> None:
        self.top = top
        self.parents: dict[int, int] = {}
        self._parts: dict[int, dict[int, list[Cohort]]] = defaultdict(lambda: defaultdict(list))
        self._unknown: dict[int, set[int]] = defaultdict(set)
        for ids, cohort in places:
            chain = ids[ids.index(top.pk) :]
            for place, unit_id in enumerate(chain):
                row = chain[place + 1] if place + 1 < len(chain) else unit_id
                self._parts[unit_id][row].append(cohort)
                if row != unit_id:
                    self.parents[row] = unit_id
                if chain[-1] not in named:
                    self._unknown[unit_id].add(row)
        self.table = cache(self._table)

    @property
    def rows_protect(self) -> bool:
        """Tell whether one row may be hidden for another's sake."""
        return self.top.kind != UnitKind.CONFEDERATION

    @classmethod
    def around(cls, question: Question, vantage: Vantage) -> Self | None:
        """Read the tables that the asked unit stands in; None where it did not exist."""
        unit, day = question.rolls_unit, question.rolls_day
        path = unit.path_on(day)
        if not path:
            return None
        top = vantage.top_of(ids_on(path))
        wide = question if top == unit else replace(question, unit=top, branch=None, within=None)
        before, here, _below = path.partition(step(top.pk))
        below = UnitPlacement.objects.on(day).within(before + here)
        named = below.filter(vantage.names_read).values_list("unit_id", flat=True)
        places = [(ids_on(place), wide.rolls_by_unit[pk]) for pk, place in wide.rolls_paths.items()]
        return cls(top, places, set(named))

    def _table(self, unit_id: int) -> UnitTable:
        united = {row: Cohort.union(some) for row, some in self._parts[unit_id].items()}
        unknown = self._unknown[unit_id]
        rows = {row: cohort for row, cohort in united.items() if row != unit_id}
        return UnitTable(
            total=Cohort.union(united.values()),
            rows=rows,
            known=frozenset(rows.keys() - unknown),
            own=None if unit_id in unknown else united.get(unit_id),
        )
