import pytest

from donghanh.calculators.errors import NotKnownOn, WrongAnswers
from donghanh.calculators.tests.asked import asked, figure, figures, said

TODAY = "2026-08-01"


def test_four_years_before_and_ten_from_2014() -> None:
    result = asked(
        "lump-sum",
        TODAY,
        case="left_work",
        average=12_000_000,
        months_before_2014=48,
        months_from_2014=120,
        months_out=12,
    )
    assert result.main.value == 312_000_000
    assert figure(result, "months_of_pay") == 26


@pytest.mark.parametrize(
    ("before", "since", "years"),
    [
        (43, 27, (3, 3)),  # 7 odd months move on: 27 + 7 = 34 months are 2 years 10 months, so 3 years.
        (43, 0, (4, 0)),
        (42, 0, ("3.5", 0)),
        (0, 12, (0, 1)), (0, 13, (0, "1.5")), (0, 18, (0, "1.5")), (0, 19, (0, 2)), (0, 24, (0, 2)),
        (12, 6, (1, "0.5")),
    ],
)  # fmt: skip
def test_odd_months_move_on_and_are_rounded(before: int, since: int, years: tuple[object, object]) -> None:
    result = asked(
        "lump-sum", TODAY, case="abroad", average=10_000_000, months_before_2014=before, months_from_2014=since
    )
    told = figures(result)
    assert (str(told["years_before_2014"]), str(told["years_from_2014"])) == tuple(map(str, years))


@pytest.mark.parametrize(("months", "total"), [(1, 2_200_000), (9, 19_800_000), (10, 20_000_000), (11, 20_000_000)])
def test_less_than_a_year_gives_back_what_was_paid_up_to_two_months(months: int, total: int) -> None:
    assert asked("lump-sum", TODAY, case="abroad", average=10_000_000, months=months).main.value == total


def test_the_sum_paid_in_may_be_told() -> None:
    assert asked("lump-sum", TODAY, case="abroad", average=10_000_000, months=5, paid=9_000_000).main.value == 9_000_000


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"case": "left_work", "months": 120, "months_out": 11}, "mới ngừng đóng 11 tháng"),
        ({"case": "left_work", "months": 240, "months_out": 12}, "phải dưới 240 tháng"),
        ({"case": "left_work", "months": 12, "months_out": 12, "paid_before_2025_07": "không"}, "từ 01/07/2025"),
        ({"case": "retirement_age", "months": 180}, "phải dưới 180 tháng"),
        ({"case": "abroad", "months": 0}, "Chưa có tháng đóng"),
    ],
)
def test_who_may_not_withdraw_gets_zero_with_the_reason(answers: dict[str, object], words: str) -> None:
    result = asked("lump-sum", TODAY, average=10_000_000, **answers)
    assert result.main.value == 0
    assert words in said(result)


@pytest.mark.parametrize(
    "answers", [{"case": "left_work", "months": 239, "months_out": 12}, {"case": "retirement_age", "months": 179}]
)
def test_just_under_the_limit_may_withdraw(answers: dict[str, object]) -> None:
    assert asked("lump-sum", TODAY, average=10_000_000, **answers).main.value


def test_the_pension_is_shown_first() -> None:
    result = asked("lump-sum", TODAY, case="left_work", average=10_000_000, months=200, months_out=12, sex="nữ")
    assert result.explains[0].vi.startswith("Trước khi rút")
    assert (figure(result, "pension_rate_if_kept"), figure(result, "pension_if_kept")) == (49, 4_900_000)


def test_the_monthly_allowance_is_named_to_people_of_retirement_age() -> None:
    result = asked("lump-sum", TODAY, case="retirement_age", average=10_000_000, months=170)
    assert "Điều 23" in result.explains[0].vi


def test_the_months_out_must_be_told_when_work_was_left() -> None:
    with pytest.raises(WrongAnswers, match="months_out"):
        asked("lump-sum", TODAY, case="left_work", average=10_000_000, months=100)


def test_the_letter_of_a_case_that_folds_to_another_is_refused() -> None:
    with pytest.raises(WrongAnswers, match="left_work"):
        asked("lump-sum", TODAY, case="đ", average=10_000_000, months=100, months_out=12)


def test_the_law_before_july_2025_is_refused() -> None:
    with pytest.raises(NotKnownOn, match="01/07/2025"):
        asked("lump-sum", "2025-06-30", case="abroad", average=10_000_000, months=100)


def test_years_may_be_told_besides_months() -> None:
    years = asked("lump-sum", TODAY, case="abroad", average=12_000_000, years_before_2014=4, years_from_2014=10)
    assert years.main.value == 312_000_000
    both = asked("lump-sum", TODAY, case="abroad", average=12_000_000, years_from_2014=1, months_from_2014=6)
    assert both.main.value == 36_000_000
