"""Working days agree with a calendar counted by hand and by brute force."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.kernel.working_days import add_working_days, days_off, holidays, is_working_day, working_days_between

DAYS = st.dates(date(2025, 1, 1), date(2027, 12, 31))


@pytest.mark.parametrize(
    ("day", "worked"),
    [
        (date(2026, 11, 23), True),
        (date(2026, 11, 24), False),  # The day of culture, a holiday since July 2026.
        (date(2025, 11, 24), True),
        (date(2026, 11, 28), False),  # A Saturday.
        (date(2026, 2, 20), False),
        (date(2026, 2, 23), True),
        (date(2026, 4, 27), False),  # In lieu of the tenth of the third month, a Sunday.
        (date(2027, 2, 10), False),  # Two days of the new year fall on a weekend.
        (date(2027, 2, 11), False),
        (date(2027, 2, 12), True),
        (date(2027, 5, 3), False),  # In lieu of the first of May, a Saturday.
    ],
)
def test_holidays_and_days_in_lieu_are_not_worked(day, worked) -> None:
    assert is_working_day(day) is worked


@pytest.mark.parametrize(
    ("asked_on", "count", "due_on"),
    [
        (date(2026, 11, 20), 2, date(2026, 11, 25)),
        (date(2026, 11, 22), 0, date(2026, 11, 23)),
        (date(2026, 4, 29), 2, date(2026, 5, 5)),
    ],
)
def test_a_clock_of_working_days_skips_what_is_not_worked(asked_on, count, due_on) -> None:
    assert add_working_days(asked_on, count) == due_on


@given(DAYS, st.integers(1, 40))
def test_adding_and_counting_agree_with_brute_force(day, count) -> None:
    due = add_working_days(day, count)
    after = [day + timedelta(days=number) for number in range(1, (due - day).days + 1)]
    assert sum(is_working_day(each) for each in after) == count == working_days_between(day, due)
    assert is_working_day(due)


@given(st.integers(2025, 2027))
def test_every_holiday_of_a_year_gives_one_day_off_work(year) -> None:
    first = date(year, 1, 1)
    days = [first + timedelta(days=number) for number in range(365)]
    celebrated = sum(any(holiday.falls_on(day) for holiday in holidays()) for day in days)
    assert len(days_off(year)) == celebrated


def test_a_clock_never_runs_backwards() -> None:
    with pytest.raises(ValueError, match="-1 is negative"):
        add_working_days(date(2026, 1, 1), -1)


def test_every_holiday_says_where_it_comes_from_and_how_sure_that_is() -> None:
    assert all(holiday.article and holiday.source and holiday.certainty in "ABCM" for holiday in holidays())
