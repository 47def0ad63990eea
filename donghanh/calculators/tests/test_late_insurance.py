from datetime import date

import pytest

from donghanh.calculators.errors import NotKnownOn, WrongAnswers
from donghanh.calculators.tests.asked import asked, figure, figures, said

HUNDRED = 100_000_000


def test_interest_is_three_ten_thousandths_a_day() -> None:
    result = asked("late-insurance", "2026-08-10", amount=HUNDRED, month="2026-06-15")
    assert figure(result, "due") == date(2026, 7, 31)
    assert (figure(result, "days_late"), figure(result, "interest")) == (10, 300_000)
    assert figure(result, "to_pay") == 100_300_000


def test_the_due_day_itself_is_on_time() -> None:
    result = asked("late-insurance", "2026-07-31", amount=HUNDRED, month="2026-06-15")
    assert result.main.value == 0
    assert "chưa có vi phạm" in said(result)


@pytest.mark.parametrize(
    ("on", "answers", "words", "least"),
    [
        ("2026-11-29", {"reminded": "có"}, "chậm đóng", 12_000_000),
        ("2026-11-30", {"reminded": "có"}, "Đây là trốn đóng", 18_000_000),
        ("2026-11-30", {}, "chưa được đôn đốc", 12_000_000),
        ("2026-11-30", {"reminded": "có", "good_reason": "có"}, "lý do chính đáng", 12_000_000),
    ],
)
def test_after_sixty_days_and_a_reminder_it_is_evasion(
    on: str, answers: dict[str, object], words: str, least: int
) -> None:
    result = asked("late-insurance", on, amount=HUNDRED, due="2026-09-30", employer="cá nhân", **answers)
    assert words in said(result)
    assert figure(result, "fine_least") == least


def test_a_salary_declared_too_low_is_evasion_at_once() -> None:
    result = asked("late-insurance", "2026-10-01", act="underdeclared", amount=HUNDRED, due="2026-09-30")
    assert figure(result, "person_fine_most") == 20_000_000


@pytest.mark.parametrize(("amount", "least"), [(399_999, 0), (400_000, 48_000)])
def test_small_late_sums_are_only_warned_about(amount: int, least: int) -> None:
    result = asked("late-insurance", "2026-10-10", amount=amount, due="2026-09-30", employer="individual")
    assert figure(result, "fine_least") == least
    assert ("cảnh cáo" in said(result)) is (least == 0)


def test_a_fine_stops_at_its_cap_for_each_kind_of_employer() -> None:
    result = asked("late-insurance", "2026-10-10", amount=10_000_000_000, due="2026-09-30")
    assert (figure(result, "person_fine_most"), figure(result, "fine_most")) == (75_000_000, 150_000_000)
    assert "bản chụp chưa rõ" in said(result)


@pytest.mark.parametrize(
    ("fund", "on", "people", "fine"),
    [
        ("social", "2026-11-29", 9, (5_000_000, 10_000_000)), ("social", "2026-11-29", 10, (10_000_000, 15_000_000)),
        ("social", "2026-11-29", 1000, (60_000_000, 75_000_000)), ("social", "2026-11-30", 9, (6_000_000, 12_000_000)),
        ("social", "2026-11-30", 999, (60_000_000, 70_000_000)),
        ("social", "2026-11-30", 1000, (70_000_000, 75_000_000)),
        ("unemployment", "2026-11-29", 1, (500_000, 2_500_000)),
        ("unemployment", "2026-11-29", 50, (5_000_000, 10_000_000)),
        ("unemployment", "2026-11-30", 1, (1_000_000, 5_000_000)),
        ("unemployment", "2026-11-30", 5000, (35_000_000, 40_000_000)),
    ],
)  # fmt: skip
def test_unregistered_workers_are_counted_by_the_head(fund: str, on: str, people: int, fine: tuple[int, int]) -> None:
    result = asked(
        "late-insurance", on, act="unregistered", fund=fund, started="2026-08-31", people=people, employer="person"
    )
    assert figure(result, "due") == date(2026, 9, 30)
    assert (figure(result, "fine_least"), figure(result, "fine_most")) == fine


@pytest.mark.parametrize(
    ("paid_on", "least", "most", "words"),
    [
        ("2026-09-09", 50_000_000, 75_000_000, "Nghị định 12/2022"),
        ("2026-09-10", 18_000_000, 20_000_000, "vẫn còn sau ngày đó"),
    ],
)
def test_what_ended_before_the_new_decree_stays_under_the_old(paid_on: str, least: int, most: int, words: str) -> None:
    result = asked(
        "late-insurance",
        "2026-11-22",
        amount=HUNDRED,
        due="2026-06-30",
        paid_on=paid_on,
        reminded="có",
        employer="person",
    )
    assert (figure(result, "fine_least"), figure(result, "fine_most")) == (least, most)
    assert words in said(result)


def test_before_the_new_decree_an_act_still_going_names_both() -> None:
    result = asked("late-insurance", "2026-09-01", amount=HUNDRED, due="2026-07-31")
    assert "Nghị định 12/2022; nếu còn kéo dài" in said(result)


def test_health_insurance_has_interest_and_no_fine_here() -> None:
    result = asked("late-insurance", "2026-10-10", amount=HUNDRED, due="2026-09-30", fund="bhyt")
    assert result.main.value == 300_000
    assert "fine_least" not in figures(result)


def test_debts_from_before_the_law_are_refused() -> None:
    with pytest.raises(NotKnownOn, match="01/07/2025"):
        asked("late-insurance", "2026-10-10", amount=HUNDRED, due="2025-06-29")


def test_a_debt_due_on_the_eve_of_the_law_is_counted_from_its_first_day() -> None:
    result = asked("late-insurance", "2025-07-01", amount=HUNDRED, due="2025-06-30", employer="person")
    assert result.main.value == 30_000


@pytest.mark.parametrize(
    ("answers", "name"),
    [
        ({"amount": 1}, "due"),
        ({"due": "2026-09-30"}, "amount"),
        ({"act": "unregistered"}, "started"),
        ({"act": "unregistered", "started": "2026-08-01"}, "people"),
    ],
)
def test_what_is_missing_is_named(answers: dict[str, object], name: str) -> None:
    with pytest.raises(WrongAnswers) as wrong:
        asked("late-insurance", "2026-10-10", **answers)
    assert [fault.name for fault in wrong.value.faults] == [name]
