"""What stands in the table of a report, and what is never taken for something else."""

import json

import pytest

from donghanh.core.errors import NotForYou
from donghanh.kernel.periods import Period
from donghanh.org.models import Unit
from donghanh.org.services import found_unit
from donghanh.reporting.choices import ReportState
from donghanh.reporting.history import import_history
from donghanh.reporting.models import Snapshot
from donghanh.reporting.reports.composing import compose, cumulative
from donghanh.reporting.reports.values import Absence
from donghanh.reporting.services import Issue, declare_nothing, seal_report
from donghanh.reporting.tests.report_samples import KIND, NINE_MONTHS, declare, hold, moment

AT = moment("2026-10-05", 16)
SESSIONS, ATTENDANCES, PEOPLE = "legal_education_sessions", "legal_education_attendances", "distinct_people"


@pytest.fixture
def in_order(commune, factory_union, chi_worker, system):
    """Three sessions of nine months, one of the year before."""
    hold(factory_union, "2026-03-02", system, people=[chi_worker], headcount=40)
    hold(factory_union, "2026-05-04", system, people=[chi_worker], form="online", document_numbers=["45/2019/QH14"])
    hold(commune, "2026-08-03", system, headcount=10, form="integrated")
    hold(commune, "2025-05-05", system, headcount=20)


def test_counted_figures_are_those_of_reach(commune, in_order, an) -> None:
    report = compose(commune, NINE_MONTHS, actor=an, at=AT)
    assert report.row(SESSIONS).counted == 3
    assert report.row(SESSIONS, form="online").counted == 1
    assert report.row("integrated_sessions").counted == 1
    assert report.row(ATTENDANCES).counted == 51
    assert report.row(PEOPLE).counted == 1
    assert report.evidence.attendances == {"B": 2, "D": 49}
    assert [(each.key, each.sessions, each.attendances) for each in report.documents] == [("45/2019/QH14", 1, 1)]


def test_the_year_before_stands_beside_with_difference_and_percentage(commune, in_order, an) -> None:
    row = compose(commune, NINE_MONTHS, actor=an, at=AT).row(ATTENDANCES)
    assert (row.counted, row.counted_before) == (51, 20)
    assert row.change
    assert (row.change.change, str(row.change.change_percent)) == (31, "155.0")


def test_what_is_not_known_is_no_data_and_never_zero(commune, an) -> None:
    report = compose(commune, NINE_MONTHS, actor=an, at=AT)
    assert all(row.counted is None and row.declared is None for row in report.rows)
    assert {row.line for row in report.rows} == {f"PB{number:02d}" for number in range(1, 19)}


def test_a_session_without_presence_counts_and_its_attendances_are_unknown(commune, system, an) -> None:
    hold(commune, "2026-03-02", system)
    report = compose(commune, NINE_MONTHS, actor=an, at=AT)
    assert (report.row(SESSIONS).counted, report.row(ATTENDANCES).counted) == (1, None)


def test_numbers_without_names_are_no_people(commune, system, an) -> None:
    hold(commune, "2026-03-02", system, headcount=30)
    report = compose(commune, NINE_MONTHS, actor=an, at=AT)
    assert (report.row(ATTENDANCES).counted, report.row(PEOPLE).counted) == (30, None)


def test_a_unit_founded_since_has_no_year_before(province, system) -> None:
    young = found_unit(
        "XA-09", "Công đoàn xã Mẫu", "superior_union", actor=system, parent=province, on=moment("2025-09-26").date()
    )
    hold(young, "2026-03-02", system, headcount=5)
    report = compose(young, NINE_MONTHS, actor=system, at=AT)
    assert report.before_absent == Absence.FOUNDED_LATER
    assert report.row(SESSIONS).counted_before is None


def test_several_years_are_not_compared_with_days_of_their_own(commune, in_order, an) -> None:
    report = compose(commune, Period.parse("2025-01-01/2026-12-31"), actor=an, at=AT)
    assert report.before_absent == Absence.LONGER_THAN_A_YEAR
    assert report.row(SESSIONS).counted == 4


@pytest.mark.parametrize(
    ("period", "so_far"),
    [
        ("2026-Q3", "2026-9M"),
        ("2026-9M", "2026-9M"),
        ("2026", "2026"),
        ("2023-01-01/2025-12-31", "2023-01-01/2025-12-31"),
    ],
)
def test_cumulative_figures_run_from_new_year_and_never_hold_less_than_the_period(period, so_far) -> None:
    assert cumulative(Period.parse(period)) == Period.parse(so_far)


def test_a_quarter_shows_the_year_so_far(commune, in_order, an) -> None:
    row = compose(commune, Period.parse("2026-Q3"), actor=an, at=AT).row(SESSIONS)
    assert (row.counted, row.counted_so_far) == (1, 3)


def test_a_declared_figure_stands_beside_the_counted_one(commune, in_order, system, an) -> None:
    declare(commune, SESSIONS, "2026-9M", system, value=12)
    row = compose(commune, NINE_MONTHS, actor=an, at=AT).row(SESSIONS)
    assert row.declared
    assert (row.counted, row.declared.amount.value) == (3, 12)


def test_figures_of_units_below_are_listed_and_not_added(province, commune, system, an) -> None:
    declare(commune, "printed_items", "2026-9M", system, value=400)
    report = compose(province, NINE_MONTHS, actor=an, at=AT)
    assert report.row("printed_items").declared is None
    assert [(code, each.unit, each.amount.value) for code, each in report.listed_below] == [
        ("printed_items", "XA-01", 400)
    ]


def test_the_units_below_are_sealed_silent_or_missing(province, commune, system, an) -> None:
    other, third = (
        found_unit(code, name, "superior_union", actor=system, parent=province, on=moment("2024-01-02").date())
        for code, name in (("XA-02", "Công đoàn xã Thử"), ("XA-03", "Công đoàn xã Mẫu"))
    )
    issue = Issue(issued_on=AT.date())
    seal_report(commune, KIND, NINE_MONTHS, issue, actor=system, at=AT)
    declare_nothing(other, KIND, NINE_MONTHS, actor=system, at=AT)
    report = compose(province, NINE_MONTHS, actor=an, at=AT)
    assert [(unit.code, unit.state) for unit in report.below] == [
        ("XA-01", ReportState.SEALED),
        ("XA-02", ReportState.NOTHING),
        ("XA-03", ReportState.MISSING),
    ]
    assert third.code == "XA-03"
    assert Snapshot.objects.count() == 1


def test_the_worked_example_comes_out_of_the_reports_too(shared, system) -> None:
    example = json.loads((shared / "facts" / "worked_example.json").read_text("utf-8"))
    import_history(example, actor=system)
    at = moment(example["as_of"], 12)
    for row in example["expected"]:
        if row["topic"]:
            continue
        days, hosted = example["periods"][row["period"]], row["hosted"]
        period = Period.parse(f"{days['from']}/{days['to']}")
        report = compose(Unit.objects.get(code=row["unit"]), period, actor=system, at=at)
        counted = {code: report.row(code).counted or 0 for code in (SESSIONS, ATTENDANCES, PEOPLE)}
        assert counted == {
            SESSIONS: hosted["sessions"],
            ATTENDANCES: hosted["attendances"],
            PEOPLE: hosted["people"],
        }, (row["unit"], row["period"])
        assert report.evidence.attendances == hosted["attendances_by_grade"]
        assert report.evidence.people == hosted["people_by_best_grade"]


def test_a_stranger_composes_nothing(commune, binh, chi) -> None:
    for stranger in (binh, chi):
        with pytest.raises(NotForYou):
            compose(commune, NINE_MONTHS, actor=stranger, at=AT)
