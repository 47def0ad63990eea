"""Shorter periods that make up a longer one: the rule, and the rule against brute force."""

from datetime import date, timedelta
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from donghanh.indicators.coverage import exact_cover
from donghanh.kernel.periods import Period

FIRST = date(2026, 1, 1)


def days(first: int, last: int) -> Period:
    return Period(FIRST + timedelta(days=first), FIRST + timedelta(days=last))


spans = st.tuples(st.integers(0, 7), st.integers(0, 7)).map(sorted).map(lambda pair: days(*pair))


def covers_each_day_once(parts, whole: Period) -> bool:
    told = [day for part in parts for day in range(part.starts_on.toordinal(), part.ends_on.toordinal() + 1)]
    return sorted(told) == list(range(whole.starts_on.toordinal(), whole.ends_on.toordinal() + 1))


@given(st.sets(spans, max_size=9), spans)
def test_a_cover_is_found_exactly_when_brute_force_finds_one(parts, whole) -> None:
    sizes = [
        size
        for size in range(1, len(parts) + 1)
        if any(covers_each_day_once(chosen, whole) for chosen in combinations(parts, size))
    ]
    found = exact_cover(whole, parts)
    if not sizes:
        assert found is None
    else:
        assert found is not None
        assert set(found) <= parts
        assert covers_each_day_once(found, whole)
        assert len(found) == min(sizes)


def test_quarters_are_preferred_to_months() -> None:
    year = Period.parse("2026")
    quarters = [Period.parse(f"2026-Q{number}") for number in (1, 2, 3, 4)]
    assert exact_cover(year, [*year.months(), *quarters]) == quarters


def test_a_gap_or_an_overlap_of_one_day_is_no_cover() -> None:
    whole = days(0, 5)
    assert exact_cover(whole, [days(0, 2), days(4, 5)]) is None
    assert exact_cover(whole, [days(0, 3), days(3, 5)]) is None
    assert exact_cover(whole, [days(0, 3), days(4, 5)]) == [days(0, 3), days(4, 5)]


def test_a_period_may_end_on_the_last_day_there_is() -> None:
    last = Period(date.max, date.max)
    assert exact_cover(last, [last]) == [last]
