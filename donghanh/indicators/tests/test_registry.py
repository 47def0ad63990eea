"""The registry holds every line of the report and every published indicator."""

import json

import pytest

from donghanh.indicators.choices import Line
from donghanh.indicators.models import Indicator
from donghanh.indicators.tests.conftest import day

pytestmark = pytest.mark.django_db


def test_each_line_of_the_report_holds_an_indicator() -> None:
    assert set(Indicator.objects.exclude(line="").values_list("line", flat=True)) == set(Line)


def test_every_published_indicator_is_defined(shared) -> None:
    published = json.loads((shared / "facts" / "published_figures.json").read_text("utf-8"))
    codes = {value["indicator"] for group in published["figures"] for value in group["values"]}
    assert codes <= set(Indicator.objects.values_list("code", flat=True))


def test_an_indicator_says_in_both_languages_what_it_counts() -> None:
    for indicator in Indicator.objects.all():
        told = (indicator.name_vi, indicator.name_en, indicator.measure_vi, indicator.measure_en)
        assert all((*told, indicator.definition_vi, indicator.definition_en)), indicator.code


def test_the_counted_lines_name_their_formula() -> None:
    formulas = Indicator.objects.exclude(formula="").values_list("line", "formula")
    assert dict(formulas) == {
        "PB01": "sessions",
        "PB02": "attendances",
        "PB03": "people",
        "PB04": "integrated_sessions",
    }


def test_one_definition_is_in_force_on_any_day() -> None:
    code = "percent_unions_with_workers_month_activity"
    versions = Indicator.objects.filter(code=code)
    assert [each.version for each in versions.valid_on(day("2025-12-31"))] == [1]
    assert [each.version for each in versions.valid_on(day("2026-01-01"))] == [2]
