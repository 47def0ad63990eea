"""Which declared figures a report gives: exactly, summed, latest, promised, or only listed."""

import pytest

from donghanh.indicators.amounts import Amount
from donghanh.indicators.choices import Origin, Qualifier
from donghanh.indicators.queries import How, figures_below, report_figures
from donghanh.indicators.services import withdraw_figure
from donghanh.indicators.tests.conftest import NOW
from donghanh.kernel.periods import Period

SESSIONS, ATTENDANCES, MEMBERS = "legal_education_sessions", "legal_education_attendances", "members"
YEAR = Period.parse("2025")


def told(unit, period=YEAR, **options) -> list[tuple[str, Amount]]:
    return [(row.how.value, row.amount) for row in report_figures(unit, period, **options)]


def test_the_figure_of_the_year_stands_before_the_sum_of_its_quarters(state, province) -> None:
    for quarter in (1, 2, 3, 4):
        state(province, SESSIONS, f"2025-Q{quarter}", value=10)
    assert told(province) == [("summed", Amount(value=40))]
    state(province, SESSIONS, "2025", value=45)
    assert told(province) == [("exact", Amount(value=45))]


def test_a_sum_names_the_figures_behind_it_and_their_weakest_evidence(state, province) -> None:
    first = state(province, SESSIONS, "2025-H1", value=10, grade="C", source="Báo cáo thử 1")
    second = state(province, SESSIONS, "2025-H2", value=20, grade="D", source="Báo cáo thử 2", qualifier="over")
    (row,) = report_figures(province, YEAR)
    assert row.figures == (first, second)
    assert (row.period, row.amount, row.grade) == (YEAR, Amount(value=30, qualifier=Qualifier.OVER), "D")
    assert row.sources == ["Báo cáo thử 1", "Báo cáo thử 2"]
    assert row.is_whole


def test_a_gap_leaves_the_parts_listed_under_their_own_dates(state, province) -> None:
    state(province, SESSIONS, "2025-Q1", value=10)
    state(province, SESSIONS, "2025-Q3", value=20)
    rows = report_figures(province, YEAR)
    assert [(row.how, row.period.code) for row in rows] == [(How.LISTED, "2025-Q1"), (How.LISTED, "2025-Q3")]
    assert not any(row.is_whole for row in rows)


def test_a_longer_figure_is_listed_and_never_cut_down(state, province) -> None:
    state(province, SESSIONS, "2023-01-01/2025-12-31", value=7285)
    (row,) = report_figures(province, YEAR)
    assert (row.how, row.period.code, row.amount.value) == (How.LISTED, "2023-01-01/2025-12-31", 7285)


def test_over_and_nearly_are_listed_because_their_sum_says_nothing(state, province) -> None:
    state(province, SESSIONS, "2025-H1", value=10, qualifier="over")
    state(province, SESSIONS, "2025-H2", value=10, qualifier="nearly")
    assert [how for how, _amount in told(province)] == ["listed", "listed"]


def test_cuts_are_rows_of_their_own_and_add_up_only_with_their_like(state, province) -> None:
    for half in ("2025-H1", "2025-H2"):
        state(province, ATTENDANCES, half, value=100, cuts={"audience": "worker"})
        state(province, ATTENDANCES, half, value=7, cuts={"audience": "official"})
    rows = report_figures(province, YEAR)
    assert [(row.how, row.cuts["audience"], row.amount.value) for row in rows] == [
        (How.SUMMED, "worker", 200),
        (How.SUMMED, "official", 14),
    ]
    assert not any(row.is_whole for row in rows)


def test_parts_of_an_indicator_are_listed_and_never_added(state, province) -> None:
    for half in ("2025-H1", "2025-H2"):
        state(province, SESSIONS, half, value=9, cuts={"form": "online"}, part_of=SESSIONS)
    assert told(province) == [("listed", Amount(value=9))] * 2


@pytest.mark.parametrize("indicator", ["new_culture_points_per_year", "initial_funding_per_culture_point_vnd"])
def test_averages_of_two_years_are_no_average_of_both(state, province, indicator) -> None:
    state(province, indicator, "2024", value=4)
    state(province, indicator, "2025", value=6)
    rows = report_figures(province, Period.parse("2024-01-01/2025-12-31"))
    assert [row.how for row in rows] == [How.LISTED, How.LISTED]


def test_declared_and_published_stand_side_by_side(state, province) -> None:
    state(province, SESSIONS, "2025", value=10)
    state(province, SESSIONS, "2025", value=12, origin="published")
    assert sorted(amount.value or 0 for _how, amount in told(province)) == [10, 12]
    assert told(province, origin=Origin.PUBLISHED) == [("exact", Amount(value=12))]


def test_a_stock_is_the_latest_dated_within_the_period(state, province) -> None:
    state(province, MEMBERS, "2024-12-31/2024-12-31", value=100, kind="stock")
    assert told(province) == []
    state(province, MEMBERS, "2025-06-30/2025-06-30", value=110, kind="stock")
    state(province, MEMBERS, "2025-01-01/2025-09-30", value=120, kind="stock")
    state(province, MEMBERS, "2026-01-01/2026-01-01", value=130, kind="stock")
    assert told(province) == [("latest", Amount(value=120))]


@pytest.mark.parametrize(("period", "shown"), [("2022", False), ("2023", True), ("2028", True), ("2029", False)])
def test_a_target_stands_in_the_periods_that_end_within_it(state, province, period, shown) -> None:
    state(province, "new_members", "2023-01-01/2028-12-31", value=33000, kind="target")
    assert told(province, Period.parse(period)) == ([("promised", Amount(value=33000))] if shown else [])


def test_a_change_stands_as_it_was_declared(state, province) -> None:
    state(province, SESSIONS, "2025", value=10)
    state(province, SESSIONS, "2025", kind="change", change=3)
    assert told(province) == [("exact", Amount(value=10)), ("exact", Amount(change=3))]


def test_withdrawn_figures_are_in_no_report(state, province, an) -> None:
    withdraw_figure(state(province, SESSIONS, "2025", value=10), actor=an, at=NOW, reason="Thử")
    assert told(province) == []


def test_figures_of_units_below_are_listed_beside_and_not_in_the_report(state, province, commune, neighbour) -> None:
    state(province, SESSIONS, "2025", value=10)
    below = state(commune, SESSIONS, "2025", value=4)
    state(neighbour, SESSIONS, "2025", value=5)
    assert told(province) == [("exact", Amount(value=10))]
    assert list(figures_below(province, YEAR)) == [below]


def test_a_joint_figure_of_the_unit_itself_is_not_below_it(state, province, commune) -> None:
    state(commune, SESSIONS, "2025", value=4, credited_to=[commune, province])
    assert told(province) == [("exact", Amount(value=4))]
    assert list(figures_below(province, YEAR)) == []


def test_what_ended_before_the_unit_below_moved_in_stays_with_it(state, province, commune, neighbour, system) -> None:
    from donghanh.indicators.tests.conftest import day
    from donghanh.org.services import move_unit

    figure = state(commune, SESSIONS, "2025", value=4)
    move_unit(commune, neighbour, actor=system, on=day("2026-01-01"))
    assert list(figures_below(province, YEAR)) == [figure]
