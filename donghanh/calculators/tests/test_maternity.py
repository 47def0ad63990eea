from datetime import date

import pytest

from donghanh.calculators.errors import WrongAnswers
from donghanh.calculators.tests.asked import asked, figure, figures, said

AUGUST = "2026-08-03"


@pytest.mark.parametrize(
    ("answers", "months", "grant", "total"),
    [
        ({}, 6, 5_060_000, 113_060_000),
        ({"second_child": "có"}, 7, 5_060_000, 131_060_000),
        ({"babies": 2}, 7, 10_120_000, 136_120_000),
        ({"babies": 3}, 8, 15_180_000, 159_180_000),
    ],
)
def test_a_birth_from_july_2026(answers: dict[str, object], months: int, grant: int, total: int) -> None:
    result = asked("maternity", AUGUST, salary=18_000_000, months_paid=12, **answers)
    assert (figure(result, "leave_months"), figure(result, "grant"), figure(result, "total")) == (months, grant, total)


@pytest.mark.parametrize(("born", "grant"), [("2026-06-30", 4_680_000), ("2026-07-01", 5_060_000)])
def test_the_grant_goes_by_the_month_of_the_birth(born: str, grant: int) -> None:
    assert figure(asked("maternity", AUGUST, salary=18_000_000, birth_date=born), "grant") == grant


def test_a_second_child_just_before_its_rule_gets_both_answers() -> None:
    result = asked("maternity", "2026-06-30", salary=18_000_000, months_paid=6, second_child="có")
    assert figure(result, "leave_months") == 6
    assert [figure(part, "leave_months") for part in result.parts] == [6, 7]
    assert "chuyển tiếp" in said(result)


def test_a_second_child_long_before_the_rule_gets_six_months() -> None:
    result = asked("maternity", "2025-09-01", salary=18_000_000, months_paid=6, second_child="có")
    assert (figure(result, "leave_months"), result.parts) == (6, [])


@pytest.mark.parametrize(
    ("answers", "qualifies"),
    [
        ({"months_paid": 5}, False),
        ({"months_paid": 6}, True),
        ({"months_paid": 3, "condition": "prescribed_rest", "total_months": 12}, True),
        ({"months_paid": 3, "condition": "prescribed_rest", "total_months": 11}, False),
        ({"months_paid": 2, "condition": "prescribed_rest", "total_months": 12}, False),
        ({"months_paid": 6, "condition": "infertility"}, True),
        ({"months_paid": 5, "condition": "infertility"}, False),
    ],
)
def test_enough_months_must_be_paid(answers: dict[str, object], *, qualifies: bool) -> None:
    result = asked("maternity", AUGUST, salary=18_000_000, **answers)
    assert bool(result.main.value) is qualifies
    assert ("Chưa đủ điều kiện" in said(result)) is not qualifies


def test_the_average_is_capped_by_the_months_it_is_made_of() -> None:
    result = asked("maternity", "2026-10-05", salary=60_000_000, months_paid=12)
    assert figure(result, "per_month") == (3 * 46_800_000 + 3 * 50_600_000) // 6


@pytest.mark.parametrize(
    ("answers", "days"),
    [
        ({}, 5), ({"surgery": "có"}, 7), ({"premature": "có"}, 7), ({"babies": 2}, 10), ({"babies": 3}, 13),
        ({"babies": 2, "surgery": "có"}, 14), ({"babies": 3, "surgery": "có"}, 17),
        ({"second_child": "có"}, 10), ({"second_child": "có", "surgery": "có"}, 10),
        ({"second_child": "có", "babies": 2}, 10), ({"second_child": "có", "babies": 2, "surgery": "có"}, 14),
    ],
)  # fmt: skip
def test_days_of_a_father(answers: dict[str, object], days: int) -> None:
    result = asked("maternity", AUGUST, case="father", salary=12_000_000, **answers)
    assert (figure(result, "paid_days"), figure(result, "total")) == (days, days * 500_000)


@pytest.mark.parametrize(("born", "days"), [("2026-06-30", 5), ("2026-07-01", 10)])
def test_a_second_child_gives_a_father_ten_days_only_from_july_2026(born: str, days: int) -> None:
    result = asked("maternity", born, case="father", salary=12_000_000, second_child="có")
    assert figure(result, "paid_days") == days


def test_a_father_whose_leave_starts_after_the_change_sees_both_answers() -> None:
    result = asked(
        "maternity", "2026-06-30", case="father", salary=12_000_000, second_child=1, leave_start="01/07/2026"
    )
    assert figure(result, "paid_days") == 5
    assert [figure(part, "paid_days") for part in result.parts] == [5, 10]


@pytest.mark.parametrize(("start", "is_paid"), [("2026-08-29", True), ("2026-08-30", False)])
def test_a_father_starts_within_sixty_days(start: str, *, is_paid: bool) -> None:
    result = asked("maternity", "2026-06-30", case="father", salary=12_000_000, leave_start=start)
    assert bool(result.main.value) is is_paid


@pytest.mark.parametrize(("months", "total"), [(5, 2_500_000), (6, 2_500_000 + 5_060_000)])
def test_a_father_gets_the_grant_when_only_he_qualifies(months: int, total: int) -> None:
    result = asked("maternity", AUGUST, case="father", salary=12_000_000, mother_qualifies="không", months_paid=months)
    assert result.main.value == total


@pytest.mark.parametrize(
    ("weeks", "days"), [("4.9", 10), ("5", 20), ("12.9", 20), ("13", 40), ("21.9", 40), ("22", 50)]
)
def test_days_after_the_loss_of_a_pregnancy(weeks: str, days: int) -> None:
    result = asked("maternity", AUGUST, case="loss", salary=12_000_000, weeks=weeks, months_paid=5)
    assert (figure(result, "paid_days"), figure(result, "total")) == (days, days * 400_000)


def test_a_late_loss_with_enough_months_has_the_leave_of_a_birth_and_no_seventh_month() -> None:
    result = asked("maternity", AUGUST, case="loss", salary=12_000_000, weeks=22, months_paid=6, second_child="có")
    assert (figure(result, "leave_months"), "grant" in figures(result)) == (6, False)


def test_antenatal_visits_are_five_of_two_days() -> None:
    assert figure(asked("maternity", AUGUST, case="antenatal", salary=12_000_000), "total") == 10 * 500_000
    assert figure(asked("maternity", AUGUST, case="antenatal", salary=12_000_000, visits=9), "paid_days") == 10
    assert figure(asked("maternity", AUGUST, case="antenatal", salary=12_000_000, visits=1, days=3), "paid_days") == 2


def test_adoption_runs_until_the_child_is_six_months_old() -> None:
    result = asked(
        "maternity", "2026-08-30", case="adoption", salary=12_000_000, birth_date="2026-06-15", months_paid=6
    )
    assert (figure(result, "leave_months"), figure(result, "odd_days")) == (3, 15)
    assert result.main.value == 3 * 12_000_000 + 15 * 400_000 + 5_060_000


def test_adoption_without_leave_is_only_the_grant() -> None:
    result = asked(
        "maternity", "2026-08-30", case="adoption", birth_date="2026-06-15", months_paid=6, takes_leave="không"
    )
    assert result.main.value == 5_060_000


@pytest.mark.parametrize(("method", "total"), [("iud", 2_800_000), ("sterilisation", 6_000_000)])
def test_contraception(method: str, total: int) -> None:
    result = asked("maternity", AUGUST, case="contraception", salary=12_000_000, method=method)
    assert result.main.value == total


@pytest.mark.parametrize(("answers", "days"), [({}, 5), ({"surgery": 1}, 7), ({"babies": 2, "surgery": 1}, 10)])
def test_recuperation_after_a_birth(answers: dict[str, object], days: int) -> None:
    assert asked("maternity", AUGUST, case="recuperation", **answers).main.value == days * 759_000


def test_no_recuperation_after_an_early_return() -> None:
    result = asked("maternity", AUGUST, case="recuperation", returned_early="có")
    assert result.main.value == 0
    assert "Điều 60 khoản 4" in said(result)


def test_the_leave_ends_the_day_before_the_months_are_over() -> None:
    result = asked("maternity", "2026-08-31", salary=18_000_000, months_paid=6)
    assert figure(result, "leave_ends") == date(2027, 2, 27)


def test_a_leave_before_the_birth_is_a_fault() -> None:
    with pytest.raises(WrongAnswers, match="trước ngày sinh"):
        asked("maternity", "2026-08-31", case="father", salary=12_000_000, leave_start="2026-08-30")
