"""Cases of work and pay, as the Labour Code and Decree 145/2020 decide them."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from donghanh.calculators.errors import NotKnownOn, WrongAnswers
from donghanh.calculators.tests.conftest import said, work
from donghanh.calculators.words import Words

M = 1_000_000


@pytest.mark.parametrize(
    ("answers", "percent"),
    [
        ({"hours": 1}, 150),
        ({"hours": 1, "day": "rest_day"}, 200),
        ({"hours": 1, "day": "holiday"}, 300),
        ({"hours": 1, "day": "holiday_on_rest_day"}, 300),
        ({"hours": 1, "day": "substitute_day"}, 200),
        ({"hours": 1, "night": "yes"}, 200),
        ({"hours": 1, "night": "yes", "after_day_overtime": "yes"}, 210),
        ({"hours": 1, "night": "yes", "day": "rest_day"}, 270),
        ({"hours": 1, "night": "yes", "day": "holiday"}, 390),
        ({"night_hours": 1}, 200),
        ({"night_shift_hours": 1}, 130),
        ({"day_hours": 1, "night_hours": 1}, 150 + 210),
    ],
)
def test_overtime_earns_its_percentage(answers: dict[str, Any], percent: int) -> None:
    assert work("overtime", hourly_pay=50_000, **answers).main.value == 500 * percent


def test_the_hour_of_a_monthly_pay_is_the_pay_by_the_normal_hours() -> None:
    assert work("overtime", salary="10.400.000", normal_hours=208, hours=3).main.value == 225_000
    assert work("overtime", salary=10 * M, normal_hours=208, hours=10).main.value == 721_154


@pytest.mark.parametrize(
    ("answers", "limit"),
    [
        ({"hours": 4}, ""), ({"hours": "4,5"}, "4 giờ của ngày"), ({"hours": 12, "day": "holiday"}, ""),
        ({"hours": 13, "day": "holiday"}, "12 giờ của ngày"), ({"hours": 40}, ""), ({"hours": 41}, "giới hạn 40 giờ"),
        ({"hours": 2, "year_total": 201}, "giới hạn 200 giờ"),
        ({"hours": 2, "year_total": 201, "special_case": "yes"}, ""),
        ({"hours": 2, "year_total": 301, "special_case": "yes"}, "giới hạn 300 giờ"),
    ],
)  # fmt: skip
def test_hours_over_a_limit_are_pointed_out_and_paid(answers: dict[str, Any], limit: str) -> None:
    result = work("overtime", hourly_pay=50_000, **answers)
    assert limit in said(result) if limit else "giới hạn" not in said(result)
    assert result.main.value


def test_the_monthly_limit_of_the_resolution_is_to_be_verified() -> None:
    result = work("overtime", hourly_pay=50_000, hours=41, special_case="yes")
    assert "60 giờ một tháng" in said(result)
    assert not result.is_sure


@pytest.mark.parametrize(
    ("answers", "days"),
    [
        ({}, 12), ({"conditions": "hazardous"}, 14), ({"conditions": "extreme"}, 16), ({"years": "4,9"}, 12),
        ({"years": 5}, 13), ({"years": 10}, 14), ({"months": 7}, 7), ({"months": 6, "years": 5}, Decimal("6.5")),
        ({"conditions": "hazardous", "months": 7}, Decimal("8.17")),
        ({"months": 6, "part_month_days": 13}, 7), ({"months": 6, "part_month_days": 12}, 6),
        ({"months": 12, "part_month_days": 26}, 12), ({"started_on": "16/03/2026"}, 10),
        ({"started_on": "17/03/2020", "ended_on": "15/06/2026"}, Decimal("6.5")),
    ],
)  # fmt: skip
def test_annual_leave_goes_by_conditions_months_and_seniority(answers: dict[str, Any], days: Decimal) -> None:
    assert work("annual-leave", **answers).main.value == days


def test_leave_not_taken_is_paid_on_leaving() -> None:
    result = work("annual-leave", months=6, used=2, salary=13 * M)
    assert [amount.value for amount in result.amounts if amount.code in {"days_left", "pay"}] == [4, 2 * M]


@pytest.mark.parametrize(
    ("months", "half_months"),
    [(12, 2), (13, 3), (18, 3), (19, 4), (23, 4), (24, 4), (84, 14)],
)
def test_odd_months_up_to_six_are_half_a_year_and_more_a_whole_one(months: int, half_months: int) -> None:
    assert work("severance", salary=20 * M, months=months).main.value == half_months * 5 * M


def test_severance_is_paid_for_the_time_without_unemployment_insurance() -> None:
    assert work("severance", salary=20 * M, years=7, ui_years=5).main.value == 20 * M
    by_days = work("severance", salary=20 * M, started_on="01/01/2019", ended_on="31/12/2025", insured_years=5)
    assert by_days.main.value == 20 * M
    assert work("severance", salary=20 * M, years=7, ui_years=5, paid_years=1).main.value == 10 * M


@pytest.mark.parametrize(
    ("answers", "why"),
    [
        ({"years": 7, "ui_years": 7}, "bảo hiểm thất nghiệp"), ({"months": 11}, "đủ 12 tháng"),
        ({"years": 7, "pension_eligible": "yes"}, "lương hưu"), ({"years": 7, "ending": "dismissed"}, "sa thải"),
        ({"years": 7, "ending": "absent"}, "Bỏ việc"), ({"years": 7, "ending": "quit_unlawfully"}, "trái luật"),
        ({"years": 7, "ending": "redundancy"}, "mất việc làm"), ({"years": 7, "ending": "permit_ended"}, "Giấy phép"),
        ({"years": 7, "ending": "deported"}, "trục xuất"), ({"years": 7, "ending": "probation_failed"}, "Thử việc"),
    ],
)  # fmt: skip
def test_no_severance_is_explained(answers: dict[str, Any], why: str) -> None:
    result = work("severance", salary=20 * M, **answers)
    assert result.main.value == 0
    assert why in said(result)


@pytest.mark.parametrize(
    ("answers", "millions"),
    [
        ({"years": 7}, 140), ({"years": 7, "ui_years": 4, "ui_months": 5}, 60), ({"years": 7, "ui_years": 7}, 40),
        ({"years": 1}, 40), ({"years": 7, "ui_years": 5, "ui_months": 6}, 40), ({"months": 11}, 0),
    ],
)  # fmt: skip
def test_job_loss_pay_is_a_month_a_year_and_never_less_than_two(answers: dict[str, Any], millions: int) -> None:
    assert work("job-loss", salary=20 * M, **answers).main.value == millions * M


def test_more_insured_than_worked_is_asked_again() -> None:
    with pytest.raises(WrongAnswers, match="96 tháng"):
        work("severance", salary=20 * M, years=7, ui_years=8)


@pytest.mark.parametrize(
    ("answers", "notice", "unit"),
    [
        ({}, 45, "days"), ({"contract": "fixed"}, 30, "days"), ({"contract": "short"}, 3, "working_days"),
        ({"term_months": 24}, 30, "days"), ({"term_months": 6}, 3, "working_days"),
        ({"who": "employer"}, 45, "days"), ({"who": "employer", "contract": "fixed"}, 30, "days"),
        ({"who": "employer", "contract": "short"}, 3, "working_days"),
        ({"who": "employer", "reason": "long_illness"}, 3, "working_days"),
        ({"who": "employer", "reason": "long_illness", "contract": "fixed"}, 3, "working_days"),
        ({"who": "employer", "reason": "redundancy"}, 30, "days"),
        ({"who": "employer", "reason": "absent"}, 0, "days"), ({"who": "employer", "reason": "not_back"}, 0, "days"),
        ({"who": "employer", "reason": "retiring"}, 45, "days"), ({"reason": "retiring"}, 0, "days"),
        ({"who": "employer", "reason": "false_information"}, 45, "days"),
        ({"reason": "false_information"}, 0, "days"), ({"reason": "wages_late"}, 0, "days"),
        ({"reason": "mistreated"}, 0, "days"), ({"reason": "harassed"}, 0, "days"),
        ({"reason": "pregnant"}, 0, "days"), ({"reason": "not_as_agreed"}, 0, "days"),
        ({"contract": "probation"}, 0, "days"), ({"who": "employer", "contract": "probation"}, 0, "days"),
        ({"contract": "domestic"}, 15, "days"), ({"who": "employer", "domestic": "yes"}, 15, "days"),
        ({"contract": "domestic", "reason": "wages_late"}, 0, "days"),
        ({"special_job": "yes"}, 120, "days"), ({"special_job": "yes", "contract": "fixed"}, 120, "days"),
        ({"special_job": "yes", "term_months": 8}, 60, "days"), ({"special_job": "yes", "term_months": 11}, 83, "days"),
    ],
)  # fmt: skip
def test_notice_goes_by_side_contract_and_reason(answers: dict[str, Any], notice: int, unit: str) -> None:
    main = work("notice", **answers).main
    assert (main.value, main.unit) == (notice, unit)


def test_the_last_day_counts_days_or_working_days_without_holidays() -> None:
    in_days = work("notice", given_on="2026-11-22").amounts[1].value
    in_working_days = work("notice", given_on="2026-11-20", contract="short").amounts[1].value
    assert (in_days, in_working_days) == (date(2027, 1, 6), date(2026, 11, 26))  # 24 November is a holiday.


def test_a_reason_of_the_other_side_is_asked_again() -> None:
    for who, reason in (("worker", "absent"), ("employer", "wages_late")):
        with pytest.raises(WrongAnswers, match=reason):
            work("notice", who=who, reason=reason)


@pytest.mark.parametrize(
    ("region", "on", "month", "hour"),
    [
        ("I", date(2026, 1, 1), 5_310_000, 25_500), ("II", date(2026, 7, 1), 4_730_000, 22_700),
        ("III", date(2025, 12, 31), 3_860_000, 18_600), ("IV", date(2024, 6, 30), 3_250_000, 15_600),
    ],
)  # fmt: skip
def test_the_minimum_wage_is_that_of_the_day(region: str, on: date, month: int, hour: int) -> None:
    assert work("minimum-wage", on, region=region).main.value == month
    assert work("minimum-wage", on, region=region, paid_by="hour").main.value == hour


def test_a_pay_below_the_minimum_is_short_of_it() -> None:
    result = work("minimum-wage", region="1", pay="5.000.000")
    assert [amount.value for amount in result.amounts] == [5_310_000, 5_000_000, 310_000]
    assert work("minimum-wage", region="1", pay="5.310.000").amounts[2].value == 0
    assert work("minimum-wage", region="1", pay=1_225_000, paid_by="week").amounts[1].value == 5_308_333
    assert work("minimum-wage", region="1", probation="yes").main.value == 4_513_500


def test_a_time_that_holds_a_change_shows_the_level_on_both_sides() -> None:
    result = work("minimum-wage", date(2025, 12, 15), region="I", until="2026-01-14")
    assert [part.main.value for part in result.parts] == [4_960_000, 5_310_000]
    assert [part.is_sure for part in result.parts] == [False, True]
    assert result.parts[0].title == Words("Từ 15/12/2025 đến 31/12/2025", "From 15/12/2025 to 31/12/2025")
    assert work("minimum-wage", date(2026, 2, 1), region="I", until="2026-03-01").parts == []


@pytest.mark.parametrize("on", [date(2022, 6, 30), date(2030, 1, 1)])
def test_a_day_outside_the_known_ones_is_refused_with_the_days(on: date) -> None:
    with pytest.raises(NotKnownOn, match=r"01/07/2022 đến ngày 23/11/2027"):
        work("minimum-wage", on, region="I")


def test_before_the_labour_code_nothing_is_worked_out() -> None:
    with pytest.raises(NotKnownOn, match="01/01/2021"):
        work("overtime", date(2020, 12, 31), hourly_pay=50_000, hours=1)


@pytest.mark.parametrize(("days", "interest"), [(14, 0), (15, 18_493), (31, 38_219), (365, 450_000)])
def test_wages_late_by_fifteen_days_earn_the_interest_of_a_deposit(days: int, interest: int) -> None:
    assert work("late-wages", amount=10 * M, rate="4,5", days=days).main.value == interest


def test_lateness_is_counted_from_the_due_day_to_the_payment_or_today() -> None:
    paid = work("late-wages", amount=10 * M, rate=4.5, due_on="05/09/2026", paid_on="20/09/2026")
    assert paid.amounts[1].value == 15
    assert work("late-wages", amount=10 * M, rate=4.5, due_on="01/11/2026").amounts[1].value == 21


@pytest.mark.parametrize(
    ("answers", "last_day"),
    [
        ({"happened_on": "2026-03-15"}, date(2026, 9, 15)),
        ({"happened_on": "2026-08-31"}, date(2027, 2, 28)),
        ({"happened_on": "2026-03-15", "grave": "yes"}, date(2027, 3, 15)),
        ({"happened_on": "2026-03-15", "protected_until": "2026-10-01"}, date(2026, 11, 30)),
        ({"happened_on": "2026-03-15", "protected_until": "2026-08-01"}, date(2026, 9, 30)),
        ({"happened_on": "2026-03-15", "protected_until": "2026-05-01"}, date(2026, 9, 15)),
    ],
)
def test_discipline_has_its_limit_prolonged_by_sixty_days_after_a_barred_time(
    answers: dict[str, Any], last_day: date
) -> None:
    assert work("dismissal-limits", **answers).main.value == last_day


def test_a_late_decision_is_named_and_the_worker_told_his_own_limits() -> None:
    result = work("dismissal-limits", happened_on="2026-03-15", decided_on="2026-09-16")
    assert "đã quá thời hiệu" in said(result)
    assert [amount.value for amount in result.amounts[1:]] == [date(2027, 3, 16), date(2027, 6, 16), date(2027, 9, 16)]
    assert "còn trong thời hiệu" in said(work("dismissal-limits", happened_on="2026-03-15", decided_on="2026-09-15"))
