"""The way in."""

import re

import pytest
from playwright.sync_api import expect

from donghanh.tests.journeys.browsing import say
from donghanh.tests.journeys.site import COMMUNE_OFFICER

pytestmark = pytest.mark.journey


def test_a_wrong_password_is_answered_with_what_to_do(visitor) -> None:
    window = visitor()
    page = window.sign_in(COMMUNE_OFFICER, "khong-phai-the")
    alert = page.get_by_role("alert")
    expect(alert).to_be_visible()
    assert len(alert.inner_text()) > 20
    expect(page.locator("#id_login")).to_have_value(COMMUNE_OFFICER)
    expect(
        page.get_by_text(
            say("No account or no password? Ask the union officer where you work; accounts are made there.")
        )
    ).to_be_visible()


def test_the_right_password_leads_to_the_work_of_the_day(visitor) -> None:
    page = visitor(COMMUNE_OFFICER).page
    expect(page).to_have_url(re.compile(r"/$"))
    expect(page.get_by_role("navigation").first).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_signing_in_works_without_javascript(visitor) -> None:
    page = visitor(COMMUNE_OFFICER, java_script_enabled=False).page
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator("#id_password")).to_have_count(0)
