"""What holds for every case of work and pay: whole đồng, more for more, jumps only where the law has them."""

from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from donghanh.calculators.labour.service_time import half_years
from donghanh.calculators.tests.conftest import figure

SALARY = st.integers(min_value=1_000_000, max_value=200_000_000)
MONTHS = st.integers(min_value=0, max_value=480)
DAY = st.sampled_from(["weekday", "rest_day", "holiday", "holiday_on_rest_day", "substitute_day"])
HALF = Decimal(6)


@given(SALARY, st.integers(min_value=0, max_value=200), st.integers(min_value=0, max_value=200), DAY)
def test_overtime_is_whole_dong_and_grows_with_hours(salary: int, by_day: int, by_night: int, day: str) -> None:
    answers: dict[str, Any] = {"salary": salary, "day": day, "after_day_overtime": "yes"}
    pay = figure("overtime", **answers, day_hours=by_day + 1, night_hours=by_night)
    more = figure("overtime", **answers, day_hours=by_day + 2, night_hours=by_night)
    later = figure("overtime", **answers, day_hours=by_day + 1, night_hours=by_night + 1)
    assert isinstance(pay, int)
    assert pay < more < later


@given(SALARY, MONTHS, st.integers(min_value=1, max_value=12))
def test_severance_is_whole_dong_and_grows_with_time(salary: int, months: int, more: int) -> None:
    pay = figure("severance", salary=salary, months=months)
    longer = figure("severance", salary=salary, months=months + more)
    assert isinstance(pay, int)
    assert pay <= longer


@given(SALARY, MONTHS, MONTHS)
def test_insured_time_never_adds_severance_and_never_takes_the_two_months(salary: int, months: int, part: int) -> None:
    insured = min(part, months)
    assert figure("severance", salary=salary, months=months, ui_months=insured) <= figure(
        "severance", salary=salary, months=months
    )
    job_loss = figure("job-loss", salary=salary, months=months, ui_months=insured)
    assert job_loss == 0 if months < 12 else job_loss >= 2 * salary


@given(MONTHS)
def test_counted_years_jump_by_a_half_at_the_first_and_the_seventh_month_only(months: int) -> None:
    jump = half_years(Decimal(months + 1), half=HALF) - half_years(Decimal(months), half=HALF)
    assert jump == (Decimal("0.5") if (months + 1) % 12 in {1, 7} else 0)


@given(st.integers(min_value=0, max_value=11), st.integers(min_value=0, max_value=60))
def test_leave_grows_with_months_and_years(months: int, years: int) -> None:
    days = figure("annual-leave", months=months, years=min(years, 59))
    assert days < figure("annual-leave", months=months + 1, years=min(years, 59))
    assert days <= figure("annual-leave", months=months, years=min(years, 59) + 1)


@given(SALARY, st.integers(min_value=0, max_value=400))
def test_interest_jumps_only_on_the_fifteenth_day(amount: int, days: int) -> None:
    before = figure("late-wages", amount=amount, rate=5, days=days)
    after = figure("late-wages", amount=amount, rate=5, days=days + 1)
    one_day = amount * 5 // 36_500 + 1
    assert isinstance(after, int)
    assert before <= after
    assert days + 1 == 15 or after - before <= one_day
