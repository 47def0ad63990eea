from datetime import date

import pytest

from donghanh.calculators.errors import NotKnownOn, WrongAnswers
from donghanh.calculators.tests.asked import asked, figure, said

MARCH = "2026-03-31"


def test_six_years_of_fifteen_million() -> None:
    result = asked("unemployment", MARCH, salary=15_000_000, months=72, region="I")
    assert (figure(result, "monthly"), figure(result, "months"), figure(result, "total")) == (9_000_000, 6, 54_000_000)


@pytest.mark.parametrize(
    ("paid", "months"),
    [(11, 0), (12, 3), (36, 3), (47, 3), (48, 4), (59, 4), (60, 5), (143, 11), (144, 12), (145, 12), (300, 12)],
)
def test_months_grow_by_one_for_each_further_year(paid: int, months: int) -> None:
    assert figure(asked("unemployment", MARCH, salary=10_000_000, months=paid, region="I"), "months") == months


@pytest.mark.parametrize(
    ("region", "cap"), [("I", 26_550_000), ("II", 23_650_000), ("III", 20_700_000), ("IV", 18_500_000)]
)
def test_the_cap_is_five_regional_minimum_wages(region: str, cap: int) -> None:
    result = asked("unemployment", MARCH, salary=90_000_000, months=24, region=region)
    assert figure(result, "monthly") == figure(result, "cap") == cap


@pytest.mark.parametrize(("ended", "cap"), [("2025-12-31", 24_800_000), ("2026-01-01", 26_550_000)])
def test_the_cap_of_the_old_law_ends_with_2025(ended: str, cap: int) -> None:
    assert figure(asked("unemployment", ended, salary=90_000_000, months=24, region="I"), "monthly") == cap


def test_since_2026_the_last_month_paid_prices_the_cap() -> None:
    result = asked("unemployment", "2026-01-05", salary=90_000_000, months=24, region="I", last_paid="2025-12-01")
    assert figure(result, "monthly") == 24_800_000


@pytest.mark.parametrize(("recent", "is_paid"), [(11, False), (12, True)])
def test_twelve_recent_months_are_needed(recent: int, *, is_paid: bool) -> None:
    result = asked("unemployment", MARCH, salary=10_000_000, months=50, months_recent=recent, region="I")
    assert bool(result.main.value) is is_paid


@pytest.mark.parametrize("reason", ["unlawful", "pension"])
def test_some_endings_give_nothing_and_say_why(reason: str) -> None:
    result = asked("unemployment", MARCH, salary=10_000_000, months=50, region="I", reason=reason)
    assert result.main.value == 0
    assert "không được hưởng" in said(result)


@pytest.mark.parametrize(("filed", "is_paid"), [("2026-06-30", True), ("2026-07-01", False)])
def test_the_application_comes_within_three_months(filed: str, *, is_paid: bool) -> None:
    result = asked("unemployment", MARCH, salary=10_000_000, months=50, region="I", filed_on=filed)
    assert bool(result.main.value) is is_paid


def test_payment_starts_on_the_eleventh_working_day() -> None:
    result = asked("unemployment", MARCH, salary=10_000_000, months=24, region="I", filed_on="2026-06-01")
    assert figure(result, "paid_from") == date(2026, 6, 16)
    assert figure(result, "paid_to") == date(2026, 9, 15)


def test_who_left_in_2025_and_applied_in_2026_is_told_both_days() -> None:
    result = asked("unemployment", "2025-12-31", salary=10_000_000, months=24, region="I", filed_on="2026-03-02")
    assert figure(result, "paid_from") == date(2026, 3, 17)
    assert "24/03/2026 theo luật cũ" in said(result)


@pytest.mark.parametrize(("ended", "words"), [("2025-12-31", "được bảo lưu"), ("2026-01-01", "chưa rõ theo luật mới")])
def test_odd_months_are_kept_by_the_old_law_and_unsure_in_the_new(ended: str, words: str) -> None:
    assert words in said(asked("unemployment", ended, salary=10_000_000, months=50, region="I"))


def test_the_new_law_is_marked_to_be_verified() -> None:
    assert not asked("unemployment", MARCH, salary=10_000_000, months=24, region="I").is_sure


def test_before_the_known_minimum_wages_it_refuses() -> None:
    with pytest.raises(NotKnownOn, match="01/07/2022"):
        asked("unemployment", "2022-06-30", salary=10_000_000, months=24, region="I")


@pytest.mark.parametrize(
    "wrong", [{"filed_on": "2026-03-30"}, {"months_recent": 25}], ids=["filed too early", "more recent than all"]
)
def test_answers_that_contradict_each_other_are_faults(wrong: dict[str, object]) -> None:
    with pytest.raises(WrongAnswers, match="sửa lại một trong hai"):
        asked("unemployment", MARCH, salary=10_000_000, months=24, region="I", **wrong)
