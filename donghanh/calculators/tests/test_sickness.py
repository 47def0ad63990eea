import pytest

from donghanh.calculators.errors import NotKnownOn, WrongAnswers
from donghanh.calculators.tests.asked import asked, figure, said


def test_five_days_of_twelve_million() -> None:
    result = asked("sickness", "2026-08-10", salary=12_000_000, days=5, years=3)
    assert figure(result, "benefit") == 1_875_000
    assert figure(result, "per_day") == 375_000


@pytest.mark.parametrize(
    ("years", "conditions", "quota"),
    [
        ("14,9", "normal", 30), (15, "normal", 40), ("29.9", "normal", 40), (30, "normal", 60),
        ("14.9", "hazardous", 40), (15, "hazardous", 50), ("29.9", "hazardous", 50), (30, "hazardous", 70),
    ],
)  # fmt: skip
def test_days_of_a_year_grow_with_years_paid(years: object, conditions: str, quota: int) -> None:
    result = asked("sickness", "2026-08-10", salary=12_000_000, days=1, years=years, conditions=conditions)
    assert figure(result, "quota_days") == quota


@pytest.mark.parametrize(
    ("days", "counted"), [("2", "2"), ("2,25", "2.5"), ("2.49", "2.5"), ("2.5", "3"), ("2.75", "3"), ("0.1", "0.5")]
)
def test_part_of_a_day_rounds_up_to_a_half_or_a_whole(days: str, counted: str) -> None:
    result = asked("sickness", "2026-08-10", salary=12_000_000, days=days, years=3)
    assert str(figure(result, "paid_days")) == counted


def test_days_above_the_most_are_not_paid_and_the_answer_says_so() -> None:
    result = asked("sickness", "2026-08-10", salary=12_000_000, days=10, used_days=25, years=3)
    assert (figure(result, "paid_days"), figure(result, "left_days")) == (5, 0)
    assert "quá 5 ngày" in said(result)


@pytest.mark.parametrize(("age", "quota"), [("2.9", 20), ("3", 15), ("6.9", 15)])
def test_days_for_a_sick_child_go_by_its_age(age: str, quota: int) -> None:
    result = asked("sickness", "2026-08-10", case="child", salary=12_000_000, days=30, child_age=age)
    assert figure(result, "paid_days") == quota


def test_a_child_of_seven_gives_zero_with_the_reason() -> None:
    result = asked("sickness", "2026-08-10", case="child", salary=12_000_000, days=3, child_age=7)
    assert result.main.value == 0
    assert "từ đủ 7 tuổi" in said(result)


@pytest.mark.parametrize(("years", "a_day"), [(14, 250_000), (15, 275_000), (29, 275_000), (30, 325_000)])
def test_a_long_illness_goes_on_at_a_lower_rate(years: int, a_day: int) -> None:
    result = asked("sickness", "2026-08-10", case="long", salary=12_000_000, days=40, years=years)
    assert (figure(result, "per_day"), figure(result, "benefit")) == (a_day, 40 * a_day)


def test_the_cap_is_that_of_the_month_before() -> None:
    july = asked("sickness", "2026-07-10", salary=60_000_000, days=1, years=3)
    august = asked("sickness", "2026-08-10", salary=60_000_000, days=1, years=3)
    assert figure(july, "benefit") == 46_800_000 * 75 // 100 // 24
    assert figure(august, "benefit") == 50_600_000 * 75 // 100 // 24


def test_a_leave_across_new_year_has_the_days_of_both_years() -> None:
    result = asked("sickness", "2026-12-20", salary=12_000_000, days=20, days_next_year=8, used_days=25, years=3)
    before, after = result.parts
    assert (figure(before, "paid_days"), figure(after, "paid_days")) == (5, 8)
    assert result.main.value == 13 * 375_000


@pytest.mark.parametrize(("after", "days"), [("long", 10), ("surgery", 7), ("other", 5)])
def test_recuperation_pays_part_of_the_reference_level(after: str, days: int) -> None:
    result = asked("sickness", "2026-08-10", case="recuperation", days=30, after=after, sick_days_this_year=30)
    assert (figure(result, "per_day"), figure(result, "benefit")) == (759_000, days * 759_000)


def test_recuperation_across_the_first_of_july_uses_both_levels() -> None:
    result = asked("sickness", "2026-06-29", case="recuperation", days=5, sick_days_this_year=40)
    assert result.main.value == 2 * 702_000 + 3 * 759_000
    assert len(result.parts) == 2


def test_recuperation_needs_thirty_days_of_sickness() -> None:
    result = asked("sickness", "2026-08-10", case="recuperation", days=5, sick_days_this_year="29.5")
    assert result.main.value == 0
    assert "Chưa đủ 30 ngày" in said(result)


def test_a_leave_under_the_old_law_is_refused() -> None:
    with pytest.raises(NotKnownOn, match="01/07/2025"):
        asked("sickness", "2025-06-30", salary=12_000_000, days=5, years=3)


def test_what_the_case_turns_on_must_be_told() -> None:
    with pytest.raises(WrongAnswers) as wrong:
        asked("sickness", "2026-08-10", case="child", days=5)
    assert [fault.name for fault in wrong.value.faults] == ["salary", "child_age"]


def test_more_days_next_year_than_in_all_is_a_fault() -> None:
    with pytest.raises(WrongAnswers, match="nhiều hơn tổng số ngày"):
        asked("sickness", "2026-12-20", salary=12_000_000, days=3, days_next_year=4)
