"""The figures that organisations published are imported whole, again without change, and come back."""

import json
from copy import deepcopy
from decimal import Decimal

import pytest

from donghanh.indicators.choices import FigureKind, Qualifier
from donghanh.indicators.models import Figure, WaitingGroup
from donghanh.indicators.queries import How, figures_below, report_figures
from donghanh.indicators.services import assign_group, import_figures
from donghanh.indicators.tests.conftest import NOW, day
from donghanh.kernel.periods import Period

KHANH_HOA = Period(day("2018-01-01"), day("2023-10-29"))


@pytest.fixture
def published(shared):
    return json.loads((shared / "facts" / "published_figures.json").read_text("utf-8"))


@pytest.fixture
def imported(published, province, neighbour, agency, agency_office, quang_minh, system):
    return import_figures(published, actor=system, at=NOW)


def rows(unit, period) -> dict[tuple[str, ...], str]:
    """Write each row of a report as its indicator, cut and kind, and what it says; former units left out."""
    return {
        (row.indicator.code, *row.cuts.values(), *([] if row.kind == "flow" else [row.kind.value])): _said(row)
        for row in report_figures(unit, period)
        if not row.first.former_unit
    }


def _said(row) -> str:
    amount = row.amount
    words = "" if amount.qualifier == Qualifier.EXACT else f"{amount.qualifier} "
    if amount.value is not None:
        return f"{words}{amount.value}"
    if row.kind == FigureKind.CHANGE:
        return f"{words}{amount.change if amount.change is not None else f'{amount.change_percent} %'}"
    return f"{words}{amount.minimum}-{amount.maximum}"


def test_the_file_is_imported_but_for_the_units_without_a_code(imported, published) -> None:
    without_unit = [
        group for group in published["figures"] if "unit_code" not in group and not group.get("former_unit")
    ]
    count = sum(len(group["values"]) for group in published["figures"] if group not in without_unit)
    assert (imported.saved, imported.changed, imported.unchanged) == (count, 0, 0)
    assert len(imported.left_out) == len(without_unit) == 3
    assert Figure.objects.standing().count() == count
    assert set(Figure.objects.values_list("origin", "grade")) == {("published", "")}


def test_a_group_without_a_unit_is_listed_with_the_nearest(imported, quang_minh) -> None:
    told = imported.left_out[0]
    assert "2 (Quang Minh Commune Trade Union, Hanoi)" in told
    assert "Công đoàn xã Quang Minh (XA-QM)" in told
    assert not Figure.objects.filter(unit=quang_minh).exists()


def test_the_same_file_again_changes_nothing(imported, published, system) -> None:
    before = list(Figure.objects.order_by("pk").values())
    again = import_figures(published, actor=system, at=NOW)
    assert (again.saved, again.changed, again.unchanged) == (0, 0, imported.saved)
    assert again.left_out == imported.left_out
    assert list(Figure.objects.order_by("pk").values()) == before
    assert WaitingGroup.objects.count() == 3


def test_a_changed_value_takes_the_place_of_the_old_one_and_leaves_a_trace(
    imported, published, province, system
) -> None:
    corrected = deepcopy(published)
    corrected["figures"][0]["values"][0]["value"] = 7290
    again = import_figures(corrected, actor=system, at=NOW)
    assert (again.saved, again.changed) == (0, 1)
    old, new = Figure.objects.filter(unit=province, indicator__code="legal_education_sessions").order_by("pk")
    assert (old.value, old.withdrawn_by, new.value, new.replaces) == (7285, system, 7290, old)


def test_the_report_of_the_agency_gives_its_figures_back(imported, agency) -> None:
    assert rows(agency, Period.parse("2023")) == {
        ("legal_education_sessions",): "24275",
        ("legal_education_sessions", "online"): "909",
        ("legal_education_attendances", "worker"): "1352585",
        ("legal_education_attendances", "official"): "42335",
        ("legal_contests",): "11",
        ("printed_items",): "8654002",
        ("printed_items", "change"): "nearly 0.00 %",
        ("news_items",): "271752",
        ("news_items", "change"): "5.00 %",
        ("website_articles",): "over 3200",
        ("facebook_posts",): "280",
        ("facebook_views", "change"): "700000",
        ("zalo_articles",): "over 500",
        ("zalo_views", "change"): "13000",
        ("legal_reporters_recognised",): "167",
        ("local_plans_issued",): "63",
    }


def test_a_part_stands_beside_its_whole_and_is_not_the_whole(imported, agency) -> None:
    whole, part = (
        row for row in report_figures(agency, Period.parse("2023")) if row.indicator.code == "legal_education_sessions"
    )
    assert (whole.is_whole, whole.amount.value) == (True, 24275)
    assert (part.is_whole, part.first.part_of, part.cuts) == (
        False,
        "legal_education_sessions",
        {"form": "online"},
    )


def test_a_change_is_given_as_declared_and_last_year_is_never_worked_out(imported, agency) -> None:
    change = next(
        row
        for row in report_figures(agency, Period.parse("2023"))
        if row.indicator.code == "news_items" and row.kind == FigureKind.CHANGE
    )
    assert (change.amount.change_percent, change.amount.value) == (Decimal(5), None)
    assert report_figures(agency, Period.parse("2022")) == []


def test_the_report_of_the_first_province_gives_its_figures_back(imported, province) -> None:
    found = rows(province, Period(day("2023-01-01"), day("2025-12-31")))
    assert found == {
        ("legal_education_sessions",): "7285",
        ("legal_education_attendances",): "over 875000",
        ("legal_bookcases", "dormitory", "stock"): "354",
        ("legal_bookcases", "relaxation_corner", "stock"): "186",
        ("legal_bookcases", "enterprise", "stock"): "over 2365",
        ("initial_funding_per_culture_point_vnd",): "50000000-90000000",
        ("culture_point_upgrades_vnd",): "400000000",
        ("culture_points", "stock"): "75",
        ("new_culture_points_per_year",): "4-6",
        ("relaxation_corners", "stock"): "244",
        ("self_management_groups", "stock"): "92",
        ("workers_in_self_management_groups", "stock"): "over 20000",
    }


def test_a_joint_figure_is_given_back_at_both_units(imported, neighbour, agency_office) -> None:
    joint = {
        ("guidance_documents",): "over 200",
        ("legal_education_sessions", "worker"): "1515",
        ("legal_education_attendances", "worker"): "44397",
        ("legal_education_sessions", "employer"): "64",
        ("legal_education_attendances", "employer"): "19379",
        ("livestream_followers_and_interactions",): "over 200000",
        ("questions_answered_live",): "over 3500",
    }
    assert rows(agency_office, KHANH_HOA) == joint
    own = {row for row in rows(neighbour, KHANH_HOA).items() if row not in joint.items()}
    assert own == {
        (("grassroots_unions", "stock"), "1512"),
        (("members", "stock"), "88700"),
        (("new_members", "target"), "33000"),
    }


def test_a_figure_of_a_former_unit_is_listed_with_its_successor_and_not_added(imported, neighbour) -> None:
    attendances = [
        row
        for row in report_figures(neighbour, KHANH_HOA)
        if row.indicator.code == "legal_education_attendances" and row.cuts == {"audience": "worker"}
    ]
    joint, former = attendances
    assert (joint.how, joint.amount.value) == (How.EXACT, 44397)
    assert (former.how, former.amount.value, former.amount.qualifier) == (How.LISTED, 50, Qualifier.OVER)
    assert former.first.former_unit.startswith("Cam Lam District Federation of Labour")
    assert not former.is_whole


def test_a_joint_figure_is_listed_once_above(imported, confederation, agency) -> None:
    below = figures_below(confederation, KHANH_HOA).filter(indicator__code="guidance_documents")
    assert [(figure.value, figure.unit.code) for figure in below] == [(200, "LDLD-56")]
    assert figures_below(agency, KHANH_HOA).filter(indicator__code="guidance_documents").count() == 1
    assert report_figures(confederation, KHANH_HOA) == []


def test_a_target_is_given_while_its_period_runs(imported, neighbour) -> None:
    targets = [row for row in report_figures(neighbour, Period.parse("2026")) if row.how == How.PROMISED]
    assert [(row.indicator.code, row.amount.value) for row in targets] == [("new_members", 33000)]
    assert report_figures(neighbour, Period.parse("2029")) == []


def test_an_officer_of_the_unit_takes_its_waiting_figures(imported, published, quang_minh, giang, system) -> None:
    waiting = WaitingGroup.objects.visible_to(giang).order_by("starts_on")
    assert [group.name for group in waiting] == ["Quang Minh Commune Trade Union, Hanoi"] * 2
    for group in waiting:
        assign_group(group, quang_minh, actor=giang, at=NOW)
    assert rows(quang_minh, Period.parse("2025"))[("members", "stock")] == "over 2900"
    again = import_figures(published, actor=system, at=NOW)
    assert (again.saved, again.changed, len(again.left_out)) == (0, 0, 1)
