"""The leader of a commune union seals a report and takes it away."""

import re

import pytest
from playwright.sync_api import expect

from donghanh.tests.journeys.browsing import say
from donghanh.tests.journeys.doors import last_month
from donghanh.tests.journeys.site import COMMUNE, COMMUNE_LEADER

pytestmark = pytest.mark.journey


def test_a_report_is_written_sealed_and_taken_away(visitor) -> None:
    window = visitor(COMMUNE_LEADER)
    report = f"/reports/{COMMUNE}/legal-education/{last_month()}/"
    page = window.open(report)
    expect(page.locator(".dh-paper").first).to_contain_text("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")

    page.get_by_role("link", name=say("Write"), exact=True).first.click()
    page.locator("textarea").first.fill("Ban Chấp hành thử đã họp và phân công.")
    page.get_by_role("button", name=say("Save"), exact=True).click()
    expect(page.locator(".dh-paper").first).to_contain_text("Ban Chấp hành thử đã họp và phân công.")

    page.get_by_role("link", name=say("Seal"), exact=True).click()
    page.locator("#id_number").fill("15")
    page.get_by_role("button", name=say("Seal the report")).click()
    expect(page).to_have_url(re.compile(f"{re.escape(report)}$"))
    expect(page.get_by_role("heading", level=1)).to_contain_text(say("Sealed"))
    expect(page.locator(".dh-seal")).to_be_visible()

    with page.expect_download() as taken:
        page.get_by_role("link", name=".pdf").click()
    assert taken.value.path().read_bytes().startswith(b"%PDF")


def test_a_figure_in_the_text_shows_what_stands_behind_it(visitor) -> None:
    page = visitor(COMMUNE_LEADER).open(f"/reports/{COMMUNE}/legal-education/{last_month()}/")
    figure = page.locator(".dh-paper .dh-figure-in-text").first
    figure.click()
    expect(page.locator("#chosen .dh-figure").first).to_be_visible()
