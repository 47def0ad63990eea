"""Which numbers of people are kept from readers who may not see names, decided before any format.

A group of one to nine people is small; nobody at all is not. What is kept back, and the question
that it leaves without an answer:

- a count that is small: "who are these three?";
- every count of a part together (on the rolls, reached, not reached): each is the others' difference;
- a part that leaves only a small group of the whole beside it: whole minus part;
- a second part, where the whole minus all shown parts is small, or is one hidden part by itself;
- all parts of a whole that is kept back for another's sake, since they would add up to it.

Units divide people: their parts add up, and the rules above leave no exact way back. Topics,
audiences and months share people: a whole minus such parts is only the least that the hidden part
can be, and the same rules keep this least from being a small group.
"""

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass

LEAST_SHOWN = 10


def is_small(count: int) -> bool:
    """Tell whether so many people are too few to be spoken of; nobody is not too few."""
    return 0 < count < LEAST_SHOWN


def tells_small(count: int, *nested: int) -> bool:
    """Tell whether a count is small, or differs by a small group from one that contains it or lies within it.

    What differs so from nobody is small itself, and hidden for that.
    """
    return is_small(count) or (count > 0 and any(is_small(abs(other - count)) for other in nested))


def hides_together(counts: Iterable[int]) -> bool:
    """Tell whether counts that add up to a shown one must all be hidden, since one of them is small."""
    return any(is_small(count) for count in counts)


@dataclass(frozen=True, slots=True)
class Part:
    """One row of a table of people, or its total: counts in one order, each a number of distinct people."""

    counts: tuple[int, ...]
    is_hidden: bool = False
    """Whether something outside this table keeps it back already."""
    is_known: bool = False
    """Whether the reader knows it whole, from names that he may read: it is shown, and protects nothing."""
    is_repeated: bool = False
    """Whether a wider question has the same answer; such a part protects another only where no better one can."""
    may_protect: bool = True
    """Whether it may be hidden for the sake of another part; where no row may, the total is hidden."""

    @property
    def is_small(self) -> bool:
        """Tell whether one of its counts is small."""
        return any(is_small(count) for count in self.counts)


@dataclass(frozen=True, slots=True)
class Hidden:
    """What of a table is kept back: rows by their place, and whether the total is."""

    rows: Set[int]
    total: bool = False


def hide(total: Part, rows: Sequence[Part]) -> Hidden:
    """Decide which rows of a table are kept back, and whether its total is.

    Where no other row may protect a hidden one, the total goes instead.
    """
    open_to_hiding = {place for place, row in enumerate(rows) if not row.is_known}
    if total.is_hidden:
        return Hidden(open_to_hiding, total=True)
    hidden = {place for place in open_to_hiding if rows[place].is_hidden or rows[place].is_small}
    if total.is_small:
        return Hidden(hidden, total=True)
    spare = {place for place in open_to_hiding - hidden if rows[place].may_protect}
    hidden |= {place for place in spare if _leaves_few(rows[place], total)}
    while given_away := _given_away(total, rows, hidden):
        helpful = [place for place in spare - hidden if any(rows[place].counts[each] for each in given_away)]
        if not helpful:
            return Hidden(hidden, total=True)
        hidden.add(min(helpful, key=lambda place: (rows[place].is_repeated, rows[place].counts, place)))
    return Hidden(hidden)


def beside_shown(total: Part, rows: Sequence[Part], hidden: Set[int]) -> tuple[int, ...]:
    """Return what the total leaves when all shown rows are taken from it."""
    shown = [row.counts for place, row in enumerate(rows) if place not in hidden]
    return tuple(whole - sum(counts) for whole, *counts in zip(total.counts, *shown, strict=True))


def may_stand_as_one(total: Part, rows: Sequence[Part], hidden: Set[int], together: tuple[int, ...]) -> bool:
    """Tell whether the hidden rows may be shown as one, with the people of all of them counted once."""
    left = beside_shown(total, rows, hidden)
    return len(hidden) > 1 and not any(tells_small(count, rest) for count, rest in zip(together, left, strict=True))


def _leaves_few(row: Part, total: Part) -> bool:
    return any(is_small(whole - count) for whole, count in zip(total.counts, row.counts, strict=True))


def _given_away(total: Part, rows: Sequence[Part], hidden: Set[int]) -> list[int]:
    """Return the places of the counts where subtraction finds a small group, or one hidden row by itself."""
    left = beside_shown(total, rows, hidden)
    alone = rows[next(iter(hidden))].counts if len(hidden) == 1 else (0,) * len(left)
    return [place for place, rest in enumerate(left) if is_small(rest) or (rest and rest == alone[place])]
