"""The decision for one question, on every table in which its answer stands."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, cached_property

from donghanh.kernel.cohorts import Cohort
from donghanh.kernel.periods import Period
from donghanh.kernel.small_groups import Hidden, Part, hide, may_stand_as_one, tells_small
from donghanh.reporting.discretion.counts import Counts
from donghanh.reporting.discretion.crowds import next_wider
from donghanh.reporting.discretion.hosted import by_themselves
from donghanh.reporting.discretion.limits import WHOLE_MONTHS_FROM
from donghanh.reporting.discretion.slices import Slice
from donghanh.reporting.discretion.tables import UnitTables, Vantage
from donghanh.reporting.discretion.verdicts import HostedVerdict, Verdict
from donghanh.reporting.reach import Hosted, Question


@dataclass(frozen=True, slots=True)
class Decided:
    """What is kept back in the table of one unit: its total, and rows by their unit."""

    total: bool = False
    rows: frozenset[int] = frozenset()
    as_one: bool = False


class Discretion:
    """Decides for one unit and period what of any topic or audience a reader without names is told.

    A decision is taken for the table of each unit from the province downwards, since a number that is kept
    back in one table must not be told in the next. Wider questions are decided first: what is kept back of
    them is kept back of narrower ones, which may have the same answer.
    """

    def __init__(self, question: Question, vantage: Vantage) -> None:
        self.question = question
        self.vantage = vantage
        self.asked = Slice(topic=next(iter(question.topics), ""), audience=question.audience or "")
        self._counts = Counts(question)
        self._rolls = cache(self._decide_rolls)
        self._people = cache(self._decide_people)
        self._grades = cache(self._decide_grades)

    def verdict(self, part: Slice | None = None) -> Verdict:
        """Return what of the unit's own people is kept back, for what is asked or for one slice of it."""
        unit_id, part = self.question.rolls_unit.pk, part or self.asked
        people, grades = self._people(unit_id, part, self.question.period), self._grades(unit_id, part)
        return Verdict(
            total=people.total,
            rows=people.rows,
            as_one=people.as_one,
            grades=people.total or grades.total,
            row_grades=grades.rows,
        )

    def verdict_of(self, unit_id: int | None) -> Verdict:
        """Return what is kept back of the asked unit, or of any unit below it."""
        if unit_id == self.question.rolls_unit.pk:
            return self.verdict()
        parent = self._parent(unit_id) if unit_id else None
        if parent is None:
            return Verdict()  # Nobody works there.
        people, grades = self._people(parent, self.asked, self.question.period), self._grades(parent, self.asked)
        return Verdict(total=unit_id in people.rows, grades=unit_id in people.rows | grades.rows)

    def hosted(self, figures: Hosted, part: Slice | None = None, period: Period | None = None) -> HostedVerdict:
        """Return what of the people at hosted sessions is kept back, by themselves and against what contains them."""
        part = part or self.asked
        parts = (part, *self._counts.slices.above(part))
        period, crowds = period or self.question.period, self._counts.at_hosted
        around = crowds.nested(period, parts, small_unit=self._is_small_unit)
        is_told = tells_small(figures.people, *(len(crowd) for crowd in around))
        return by_themselves(figures, is_given_away=is_told or self._are_mostly_kept_back(part, period))

    def _are_mostly_kept_back(self, part: Slice, period: Period) -> bool:
        """Tell whether the unit's own people are kept back; they are most of those who come to its sessions."""
        if self._tables is None:
            return False
        unit_id = self.question.rolls_unit.pk
        if period == self.question.period:
            return self._people(unit_id, part, period).total
        own = self._counts.part(self._tables.table(unit_id).total, part, period, is_hidden=False)
        return own.is_hidden or own.is_small

    @cached_property
    def _tables(self) -> UnitTables | None:
        return None if self.question.joint_with else UnitTables.around(self.question, self.vantage)

    @cached_property
    def _is_small_unit(self) -> bool:
        return not self.question.joint_with and len(self.question.rolls) < WHOLE_MONTHS_FROM

    def _parent(self, unit_id: int) -> int | None:
        return self._tables.parents.get(unit_id) if self._tables else None

    def _decide_rolls(self, unit_id: int) -> Decided:
        """Decide for the rolls alone, which are the same whatever is asked about their people."""
        if self._tables is None:
            return Decided()
        table, parent = self._tables.table(unit_id), self._parent(unit_id)
        is_given = parent is not None and unit_id in self._rolls(parent).rows
        rows = [
            Part((len(rolls),), is_known=pk in table.known, may_protect=self._tables.rows_protect)
            for pk, rolls in table.rows.items()
        ]
        if table.own is not None:
            rows.append(Part((len(table.own),), is_known=True))
        return _decided(table.rows, hide(Part((len(table.total),), is_hidden=is_given), rows))

    def _decide_people(self, unit_id: int, part: Slice, period: Period) -> Decided:
        """Decide for the people of a unit and of those below it; what contains them was decided before."""
        if self._tables is None:
            return Decided()
        table, parent = self._tables.table(unit_id), self._parent(unit_id)
        given = frozenset[int]().union(*(each.rows for each in self._before(unit_id, part, period)))
        is_given = parent is not None and unit_id in self._people(parent, part, period).rows
        total = self._counts.part(table.total, part, period, is_hidden=is_given)
        rows = [
            replace(
                self._counts.part(rolls, part, period, is_hidden=pk in given),
                is_known=pk in table.known,
                may_protect=self._tables.rows_protect,
            )
            for pk, rolls in table.rows.items()
        ]
        if table.own is not None:
            rows.append(Part(self._counts.of(table.own, part, period), is_known=True))
        hidden = hide(total, rows)
        found = _decided(table.rows, hidden)
        together = self._counts.of(Cohort.union(table.rows[pk] for pk in found.rows), part, period)
        return replace(found, as_one=not found.total and may_stand_as_one(total, rows, hidden.rows, together))

    def _before(self, unit_id: int, part: Slice, period: Period) -> Iterator[Decided]:
        """Return what was decided for the questions that contain one."""
        yield self._rolls(unit_id)
        above, longer = next(self._counts.slices.above(part), None), next_wider(period)
        if above:
            yield self._people(unit_id, above, period)
        if longer:
            yield self._people(unit_id, part, longer)

    def _decide_grades(self, unit_id: int, part: Slice) -> Decided:
        """Decide whether the grades of the reached may be told; they add up to the reached."""
        if self._tables is None:
            return Decided()
        period = self.question.period
        table, parent, people = self._tables.table(unit_id), self._parent(unit_id), self._people(unit_id, part, period)
        is_given = people.total or (parent is not None and unit_id in self._grades(parent, part).rows)
        rows = [
            Part(self._counts.by_grade(rolls, part, period), is_hidden=pk in people.rows)
            for pk, rolls in table.rows.items()
        ]
        return _decided(
            table.rows, hide(Part(self._counts.by_grade(table.total, part, period), is_hidden=is_given), rows)
        )


def _decided(unit_ids: Iterable[int], hidden: Hidden) -> Decided:
    rows = frozenset(pk for place, pk in enumerate(unit_ids) if place in hidden.rows)
    return Decided(total=hidden.total, rows=rows)
