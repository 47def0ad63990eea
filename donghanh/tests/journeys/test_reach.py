"""Figures open: an officer follows them down to the records."""

import pytest
from playwright.sync_api import expect

from donghanh.tests.journeys.browsing import say, say_in
from donghanh.tests.journeys.site import COMMUNE, COMMUNE_OFFICER

pytestmark = pytest.mark.journey


def test_a_figure_opens_records_of_the_same_number(visitor) -> None:
    window = visitor(COMMUNE_OFFICER)
    page = window.open(f"/reach/{COMMUNE}/")
    links = page.locator(".dh-figure [data-figure][data-value]")
    figures = [(link.get_attribute("href"), link.get_attribute("data-value")) for link in links.all()]
    assert len(figures) >= 4
    for address, value in figures:
        records = window.open(str(address)).locator("[data-records]")
        expect(records).to_have_attribute("data-records", str(value))


def test_a_chart_gives_way_to_its_table(visitor) -> None:
    page = visitor(COMMUNE_OFFICER).open(f"/reach/{COMMUNE}/")
    chart = page.locator("[data-chart]").first
    expect(chart.locator("canvas, svg").first).to_be_visible()
    expect(chart.locator("table")).to_be_hidden()
    chart.get_by_role("button", name=say_in("chart", "Table")).click()
    expect(chart.locator("table")).to_be_visible()
    expect(chart.get_by_role("button", name=say("Chart"))).to_have_attribute("aria-pressed", "false")


def test_the_table_is_there_without_javascript(visitor) -> None:
    page = visitor(COMMUNE_OFFICER, java_script_enabled=False).open(f"/reach/{COMMUNE}/")
    expect(page.locator("[data-chart] table").first).to_be_visible()


def test_a_session_for_those_not_reached_is_prefilled(visitor) -> None:
    page = visitor(COMMUNE_OFFICER).open(f"/reach/{COMMUNE}/")
    page.get_by_role("link", name=say("Plan a session for them")).click()
    expect(page.locator("#id_expected_count")).not_to_have_value("")
