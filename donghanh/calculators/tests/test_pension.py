from datetime import date
from decimal import Decimal

import pytest

from donghanh.calculators.tests.asked import asked, figure, figures, said

TODAY = "2026-11-22"


@pytest.mark.parametrize(
    ("sex", "born", "age"),
    [
        ("nam", "1964-09-30", (61, 3)), ("nam", "1964-10-01", (61, 6)),
        ("nam", "1965-06-30", (61, 6)), ("nam", "1965-07-01", (61, 9)),
        ("nam", "1966-03-31", (61, 9)), ("nam", "1966-04-01", (62, 0)), ("nam", "1990-01-01", (62, 0)),
        ("nữ", "1969-04-30", (56, 8)), ("nữ", "1969-05-01", (57, 0)),
        ("nữ", "1969-12-31", (57, 0)), ("nữ", "1970-01-01", (57, 4)),
        ("nữ", "1975-04-30", (59, 8)), ("nữ", "1975-05-01", (60, 0)), ("nữ", "1999-05-01", (60, 0)),
    ],
)  # fmt: skip
def test_the_age_climbs_by_the_month_of_birth(sex: str, born: str, age: tuple[int, int]) -> None:
    told = figures(asked("pension", TODAY, sex=sex, birth_date=born, years=20))
    assert (told["retirement_age_years"], told["retirement_age_months"]) == age


@pytest.mark.parametrize(
    ("sex", "years", "months", "rate"),
    [
        ("nữ", 15, 0, 45), ("nữ", 15, 1, 46), ("nữ", 15, 6, 46), ("nữ", 15, 7, 47), ("nữ", 25, 0, 65),
        ("nữ", 29, 11, 75), ("nữ", 30, 0, 75), ("nữ", 40, 0, 75),
        ("nam", 15, 0, 40), ("nam", 17, 0, 42), ("nam", 19, 0, 44), ("nam", 19, 6, "44.5"), ("nam", 19, 7, 45),
        ("nam", 20, 0, 45), ("nam", 21, 0, 47), ("nam", 35, 0, 75), ("nam", 36, 0, 75),
    ],
)  # fmt: skip
def test_the_rate_by_sex_and_time(sex: str, years: int, months: int, rate: object) -> None:
    result = asked("pension", TODAY, sex=sex, birth_date="1960-01-01", years=years, months=months)
    assert figure(result, "rate") == Decimal(str(rate))


def test_a_woman_with_twenty_five_years_and_ten_million() -> None:
    result = asked("pension", TODAY, sex="nữ", birth_date="1969-05-10", years=25, average=10_000_000)
    assert result.main.code == "monthly"
    assert result.main.value == 6_500_000


def test_months_alone_are_all_months() -> None:
    assert figure(asked("pension", TODAY, sex="nữ", birth_date="1969-05-10", months=300), "rate") == 65


@pytest.mark.parametrize(("months", "missing", "rate"), [(173, 7, 0), (174, 6, 45), (179, 1, 45)])
def test_up_to_six_missing_months_may_be_bought(months: int, missing: int, rate: int) -> None:
    result = asked("pension", TODAY, sex="nữ", birth_date="1969-01-01", months=months, last_salary=8_000_000)
    assert (figure(result, "missing_months"), figure(result, "rate")) == (missing, rate)
    assert figures(result).get("top_up") == (missing * 1_760_000 if rate else None)


def test_least_time_is_not_rounded_up() -> None:
    result = asked("pension", TODAY, sex="nữ", birth_date="1969-01-01", years=14, months=5)
    assert (result.main.value, figure(result, "missing_months")) == (0, 7)


@pytest.mark.parametrize(
    ("born", "incapacity", "rate"),
    [
        ("1970-06-01", 61, 55),  # 56 years 6 months: the 61 and a half of 2026 less five years.
        ("1970-06-02", 61, 0),
        ("1970-06-02", 81, 55),
        ("1965-12-01", 61, 64),  # Six months early.
        ("1965-11-01", 61, 65),  # Five months early.
        ("1964-12-01", 61, 65),
    ],
)
def test_early_retirement_is_measured_by_the_age_of_that_year(born: str, incapacity: int, rate: int) -> None:
    result = asked(
        "pension", TODAY, sex="nam", birth_date=born, years=30, incapacity=incapacity, retire_on="2026-12-01"
    )
    assert figure(result, "rate") == rate


@pytest.mark.parametrize(("months", "is_paid"), [(239, False), (240, True)])
def test_early_retirement_needs_twenty_years(months: int, *, is_paid: bool) -> None:
    result = asked(
        "pension", TODAY, sex="nam", birth_date="1968-01-01", months=months, incapacity=61, retire_on="2026-12-01"
    )
    assert bool(figure(result, "rate")) is is_paid


def test_specially_heavy_work_has_no_least_age_for_early_retirement() -> None:
    result = asked(
        "pension", TODAY, sex="nam", birth_date="1985-01-01", years=20, incapacity=61, retire_on="2026-12-01",
        conditions="specially_hazardous",
    )  # fmt: skip
    assert figure(result, "cut") == 29
    assert figure(result, "rate") == 16


def test_without_a_loss_of_capacity_the_answer_is_for_the_age() -> None:
    result = asked(
        "pension", TODAY, sex="nam", birth_date="1970-06-01", years=30, incapacity=60, retire_on="2026-12-01"
    )
    assert figure(result, "rate") == 65
    assert "Đủ tuổi vào ngày 01/06/2032" in said(result)


@pytest.mark.parametrize(("conditions", "reached"), [("hazardous", date(2029, 6, 10)), ("mining", date(2022, 12, 10))])
def test_hard_work_lowers_the_age(conditions: str, reached: date) -> None:
    result = asked("pension", TODAY, sex="nam", birth_date="1972-06-10", years=20, conditions=conditions)
    assert figure(result, "age_reached_on") == reached


@pytest.mark.parametrize(
    ("sex", "years", "after", "grant"),
    [
        ("nam", 35, 0, None), ("nam", 36, 0, 5_000_000), ("nam", 38, 24, 45_000_000), ("nam", 38, 60, 60_000_000),
        ("nữ", 30, 0, None), ("nữ", 31, 0, 5_000_000),
    ],
)  # fmt: skip
def test_the_grant_for_years_above_the_most(sex: str, years: int, after: int, grant: int | None) -> None:
    result = asked(
        "pension", TODAY, sex=sex, birth_date="1962-01-01", years=years, months_after_age=after, average=10_000_000
    )
    assert figures(result).get("grant") == grant


@pytest.mark.parametrize(
    ("months", "joined", "monthly"), [(240, "có", 2_530_000), (239, "có", 1_650_000), (240, "không", 1_650_000)]
)
def test_the_least_pension_is_for_twenty_years_begun_before_july_2025(months: int, joined: str, monthly: int) -> None:
    result = asked(
        "pension", TODAY, sex="nữ", birth_date="1969-01-01", months=months, average=3_000_000, joined_before=joined
    )
    assert result.main.value == monthly


def test_a_least_pension_of_an_unknown_future_is_left_open() -> None:
    result = asked("pension", TODAY, sex="nữ", birth_date="1990-01-01", years=20, average=3_000_000)
    assert result.main.value == 1_650_000
    assert "chưa biết" in said(result)


def test_without_the_time_paid_only_the_age_is_answered() -> None:
    result = asked("pension", TODAY, sex="nữ", birth_date="1969-05-10")
    assert figures(result) == {
        "retirement_age_years": 57,
        "retirement_age_months": 0,
        "age_reached_on": date(2026, 5, 10),
    }
    assert "Điền số năm" in said(result)
