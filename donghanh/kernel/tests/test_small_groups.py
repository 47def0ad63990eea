"""What is hidden in a table of people cannot be worked out from what is shown."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.kernel.small_groups import (
    Part,
    beside_shown,
    hide,
    hides_together,
    is_small,
    may_stand_as_one,
    tells_small,
)


def part(rolls: int, reached: int, **more: bool) -> Part:
    return Part((rolls, reached, rolls - reached), **more)


@st.composite
def tables(draw: st.DrawFn) -> tuple[Part, list[Part]]:
    """Draw units that divide the people of the unit above them, some of whom work at none of them."""
    numbers = st.integers(0, 25)
    rows, direct = [], part(draw(numbers), 0)
    for _ in range(draw(st.integers(0, 6))):
        rolls = draw(numbers)
        rows.append(part(rolls, draw(st.integers(0, rolls)), is_hidden=draw(st.integers(0, 5)) == 0))
    total = tuple(sum(column) for column in zip(direct.counts, *(row.counts for row in rows), strict=True))
    return Part(total), rows


@given(tables())
def test_no_shown_row_speaks_of_a_small_group_and_no_subtraction_of_shown_rows_finds_one(table) -> None:
    total, rows = table
    found = hide(total, rows)
    shown = [row for place, row in enumerate(rows) if place not in found.rows]
    assert not any(row.is_small for row in shown)
    if found.total:
        return
    assert not total.is_small
    for size in range(len(shown) + 1):
        for some in combinations(shown, size):
            rest = tuple(
                whole - sum(counts) for whole, *counts in zip(total.counts, *(row.counts for row in some), strict=True)
            )
            assert not any(is_small(count) for count in rest), rest


@given(tables())
def test_a_hidden_row_is_never_alone_in_what_the_total_leaves(table) -> None:
    total, rows = table
    found = hide(total, rows)
    if len(found.rows) == 1 and not found.total:
        (alone,) = found.rows
        left = beside_shown(total, rows, found.rows)
        assert all(count != rest or not count for count, rest in zip(rows[alone].counts, left, strict=True))


@given(tables())
def test_hidden_rows_shown_as_one_give_no_small_group_away(table) -> None:
    total, rows = table
    found = hide(total, rows)
    together = tuple(sum(rows[place].counts[each] for place in found.rows) for each in range(3))
    if not found.total and may_stand_as_one(total, rows, found.rows, together):
        left = beside_shown(total, rows, found.rows)
        assert not any(is_small(count) or is_small(rest - count) for count, rest in zip(together, left, strict=True))


@given(tables())
def test_what_was_hidden_before_stays_hidden_and_what_was_decided_is_decided_again_the_same(table) -> None:
    total, rows = table
    found = hide(total, rows)
    assert {place for place, row in enumerate(rows) if row.is_hidden} <= found.rows
    assert hide(total, rows) == found


def test_a_table_without_small_groups_is_shown_whole() -> None:
    found = hide(part(100, 60), [part(50, 30), part(50, 30)])
    assert not found.rows
    assert not found.total


@pytest.mark.parametrize(
    ("rows", "hidden"),
    [
        ([part(50, 45), part(40, 20), part(30, 15)], {0, 2}),  # five not reached: the smallest other row goes with it
        ([part(50, 5), part(40, 5), part(30, 15)], {0, 1}),  # ten together: they hide each other
        ([part(50, 0), part(40, 20)], set()),  # nobody reached is no small group
        ([part(8, 0), part(40, 20), part(30, 15)], {0, 2}),  # few on the rolls
    ],
)
def test_a_second_row_is_hidden_where_the_total_would_give_the_first_away(rows, hidden) -> None:
    total = Part(tuple(sum(column) for column in zip(*(row.counts for row in rows), strict=True)))
    assert hide(total, rows).rows == hidden


def test_a_row_that_a_wider_question_repeats_protects_only_where_no_other_can() -> None:
    rows = [part(50, 5), part(40, 20, is_repeated=True), part(60, 30)]
    assert hide(part(150, 55), rows).rows == {0, 2}
    assert hide(part(90, 25), rows[:2]).rows == {0, 1}


def test_rows_that_the_reader_knows_by_name_are_shown_and_protect_nothing() -> None:
    rows = [part(50, 5), part(60, 30, is_known=True), part(70, 35)]
    assert hide(part(180, 70), rows).rows == {0, 2}


def test_where_nothing_else_may_be_hidden_the_total_is() -> None:
    rows = [part(50, 5), part(60, 30, is_known=True)]
    assert hide(part(110, 35), rows).total
    provinces = [part(500, 5, may_protect=False), part(600, 300, may_protect=False)]
    found = hide(part(1100, 305), provinces)
    assert (found.rows, found.total) == ({0}, True)


def test_of_a_small_total_the_rows_with_nobody_are_shown() -> None:
    found = hide(part(100, 5), [part(60, 5), part(40, 0)])
    assert (found.rows, found.total) == ({0}, True)


def test_the_parts_of_a_total_hidden_for_another_ones_sake_are_hidden() -> None:
    found = hide(part(100, 60, is_hidden=True), [part(50, 30), part(50, 30, is_known=True)])
    assert (found.rows, found.total) == ({0}, True)


@pytest.mark.parametrize(("count", "small"), [(0, False), (1, True), (9, True), (10, False)])
def test_one_to_nine_is_small(count, small) -> None:
    assert is_small(count) is small
    assert tells_small(100, 100 + count) is small
    assert tells_small(100, 100 - count) is small
    assert hides_together([50, count]) is small
