import pytest

from donghanh.calculators.errors import NotKnownOn, WrongAnswers
from donghanh.calculators.tests.asked import asked, figure, figures, said

TWENTY = {"employee_social": 1_600_000, "employer_social": 3_500_000, "employee_health": 300_000,
          "employer_health": 600_000, "employee_unemployment": 200_000, "employer_unemployment": 200_000}  # fmt: skip


def test_twenty_million_in_region_one_pays_the_published_lines() -> None:
    result = asked("contributions", "2026-01-15", salary="20 triệu", region="1")
    assert {code: figure(result, code) for code in TWENTY} == TWENTY
    assert figure(result, "employee_total") == 2_100_000
    assert figure(result, "employer_total") == 4_300_000


@pytest.mark.parametrize(
    ("on", "social", "health"),
    [
        ("2026-01-31", (3_744_000, 8_190_000), (702_000, 1_404_000)),
        ("2026-06-30", (3_744_000, 8_190_000), (702_000, 1_404_000)),
        ("2026-07-01", (4_048_000, 8_855_000), (759_000, 1_518_000)),
    ],
)
def test_sixty_million_is_capped_by_the_level_of_the_month(
    on: str, social: tuple[int, int], health: tuple[int, int]
) -> None:
    result = asked("contributions", on, salary=60_000_000, region="I")
    assert (figure(result, "employee_social"), figure(result, "employer_social")) == social
    assert (figure(result, "employee_health"), figure(result, "employer_health")) == health
    assert figure(result, "employee_unemployment") == figure(result, "employer_unemployment") == 600_000


def test_june_and_july_are_two_parts_that_add_up() -> None:
    result = asked("contributions", "2026-06-10", salary=60_000_000, region="I", until="31/07/2026")
    june, july = result.parts
    assert figure(june, "employee_social") == 3_744_000
    assert figure(july, "employee_social") == 4_048_000
    assert figure(result, "employee_social") == 3_744_000 + 4_048_000
    assert (june.title and june.title.vi, july.title and july.title.vi) == ("Tháng 06/2026", "Tháng 07/2026")


def test_months_alike_are_one_answer() -> None:
    result = asked("contributions", "2026-08-01", salary=20_000_000, region="I", until="2026-10-31")
    assert result.parts == []
    assert figure(result, "employee_total") == 3 * 2_100_000


@pytest.mark.parametrize(
    ("region", "cap"), [("I", 106_200_000), ("II", 94_600_000), ("III", 82_800_000), ("IV", 74_000_000)]
)
def test_unemployment_insurance_stops_at_twenty_regional_minimum_wages(region: str, cap: int) -> None:
    result = asked("contributions", "2026-02-01", salary=200_000_000, region=region)
    assert figure(result, "unemployment_salary") == cap


@pytest.mark.parametrize(
    ("salary", "counted"), [(2_529_999, 2_530_000), (2_530_000, 2_530_000), (2_530_001, 2_530_001)]
)
def test_the_floor_is_the_reference_level(salary: int, counted: int) -> None:
    assert figure(asked("contributions", "2026-08-01", salary=salary, region="I"), "insured_salary") == counted


@pytest.mark.parametrize(("salary", "is_insured"), [(2_529_999, False), (2_530_000, True)])
def test_part_time_below_the_floor_is_outside(salary: int, *, is_insured: bool) -> None:
    result = asked("contributions", "2026-08-01", salary=salary, region="I", worker="part_time")
    assert bool(figure(result, "employee_total")) is is_insured
    assert ("tương đương" in said(result)) is not is_insured


def test_a_foreigner_pays_no_unemployment_insurance() -> None:
    result = asked("contributions", "2026-08-01", salary=20_000_000, region="I", worker="foreign")
    assert figure(result, "employee_total") == 1_900_000
    assert figure(result, "employer_total") == 4_100_000


@pytest.mark.parametrize(("days", "total"), [(13, 2_100_000), (14, 0)])
def test_fourteen_unpaid_days_free_the_month(days: int, total: int) -> None:
    result = asked("contributions", "2026-08-01", salary=20_000_000, region="I", unpaid_days=days)
    assert figure(result, "employee_total") == total


def test_probation_pays_nothing_and_says_what_is_paid_instead() -> None:
    result = asked("contributions", "2026-08-01", salary=20_000_000, region="I", worker="thử việc")
    assert result.main.value == 0
    assert "Điều 168" in said(result)


def test_the_reduced_accident_rate_saves_a_fifth_of_a_percent() -> None:
    result = asked("contributions", "2026-08-01", salary=20_000_000, region="I", reduced_accident="có")
    assert figure(result, "employer_social") == 3_460_000


def test_the_law_before_july_2025_is_refused_with_the_day() -> None:
    with pytest.raises(NotKnownOn, match="01/07/2025"):
        asked("contributions", "2025-06-30", salary=20_000_000, region="I")


def test_a_last_month_before_the_first_is_a_fault() -> None:
    with pytest.raises(WrongAnswers, match="chọn lại ngày cuối"):
        asked("contributions", "2026-06-30", salary=20_000_000, region="I", until="2026-05-31")


def test_every_figure_of_a_month_is_a_whole_number_of_dong() -> None:
    result = asked("contributions", "2026-08-01", salary=12_345_677, region="I")
    assert all(isinstance(value, int) for value in figures(result).values())
