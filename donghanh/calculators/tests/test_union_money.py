from datetime import date

import pytest

from donghanh.calculators.errors import NotKnownOn, WrongAnswers
from donghanh.calculators.tests.asked import asked, figure, figures, said


@pytest.mark.parametrize(
    ("on", "unit", "pay", "dues"),
    [
        ("2026-08-01", "nonstate", 10_000_000, 50_000), ("2026-08-01", "nonstate", 50_600_000, 253_000),
        ("2026-08-01", "nonstate", 60_000_000, 253_000), ("2026-06-30", "nonstate", 60_000_000, 234_000),
        ("2026-08-01", "state", 50_599_800, 252_999), ("2026-08-01", "state", 90_000_000, 253_000),
        ("2026-08-01", "public", 10_000_000, 50_000), ("2026-08-01", "public", 90_000_000, 253_000),
    ],
)  # fmt: skip
def test_dues_are_half_a_percent_up_to_the_cap(on: str, unit: str, pay: int, dues: int) -> None:
    assert figure(asked("union-dues", on, unit=unit, pay=pay), "dues") == dues


def test_dues_of_june_and_july_2026_are_two_parts() -> None:
    result = asked("union-dues", "2026-06-01", pay=60_000_000, until="2026-07-31")
    assert [figure(part, "dues") for part in result.parts] == [234_000, 253_000]
    assert result.main.value == 487_000


def test_dues_before_july_2025_are_refused() -> None:
    with pytest.raises(NotKnownOn, match="01/07/2025"):
        asked("union-dues", "2025-06-30", pay=10_000_000)


def test_dues_end_after_they_start() -> None:
    with pytest.raises(WrongAnswers, match="chọn lại"):
        asked("union-dues", "2026-06-01", pay=10_000_000, until="2026-05-31")


def test_the_fund_is_two_percent_of_the_payroll() -> None:
    assert figures(asked("union-fund", "2026-08-01", payroll="1.000.000.000")) == {
        "fund": 20_000_000,
        "unpaid": 20_000_000,
    }


@pytest.mark.parametrize(
    ("cycle", "month", "due"),
    [
        ("month", "2026-06-15", date(2026, 7, 31)), ("month", "2027-01-31", date(2027, 2, 28)),
        ("month", "2026-12-01", date(2027, 1, 31)), ("quarter", "2026-07-01", date(2026, 10, 31)),
        ("quarter", "2026-09-30", date(2026, 10, 31)), ("quarter", "2026-12-01", date(2027, 1, 31)),
    ],
)  # fmt: skip
def test_the_fund_is_due_by_the_end_of_the_month_after(cycle: str, month: str, due: date) -> None:
    result = asked("union-fund", "2026-06-01", payroll=1_000_000_000, month=month, cycle=cycle)
    assert figure(result, "due") == due


@pytest.mark.parametrize(
    ("on", "words"),
    [("2026-07-31", "Chưa quá hạn"), ("2026-08-01", "Chậm đóng 1 ngày"), ("2026-09-29", "Chậm đóng 60 ngày"),
     ("2026-09-30", "bị coi là không đóng")],
)  # fmt: skip
def test_the_fund_is_late_and_after_sixty_days_not_paid(on: str, words: str) -> None:
    assert words in said(asked("union-fund", on, payroll=1_000_000_000, month="2026-06-01"))


def test_setting_nothing_aside_is_not_paid_at_once_and_fined_more() -> None:
    result = asked(
        "union-fund", "2026-10-01", payroll=1_000_000_000, month="2026-08-01", nobody="có", employer="cá nhân"
    )
    assert "không chờ 60 ngày" in said(result)
    assert (figure(result, "fine_least"), figure(result, "fine_most")) == (3_600_000, 4_000_000)


def test_the_fine_is_doubled_for_organisations_with_its_doubt() -> None:
    result = asked("union-fund", "2026-10-01", payroll=1_000_000_000, month="2026-08-01")
    assert (figure(result, "fine_least"), figure(result, "person_fine_least")) == (4_800_000, 2_400_000)
    assert "bản chụp chưa rõ" in said(result)
    assert not result.is_sure


def test_the_fine_stops_at_its_cap() -> None:
    result = asked("union-fund", "2026-10-01", payroll=100_000_000_000, month="2026-08-01", employer="individual")
    assert figure(result, "fine_most") == 75_000_000


def test_a_due_day_before_the_decree_gets_no_verdict() -> None:
    result = asked("union-fund", "2026-08-01", payroll=1_000_000_000, month="2026-03-01")
    assert "fine_least" not in figures(result)
    assert "16/05/2026" in said(result)


def test_a_fund_paid_on_time_is_fine() -> None:
    result = asked("union-fund", "2026-11-01", payroll=1_000_000_000, month="2026-08-01", paid_on="2026-09-30")
    assert figure(result, "unpaid") == 0
    assert "đúng hạn" in said(result)
