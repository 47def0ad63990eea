"""An officer without a mouse plans a session and takes presence by name."""

import re

import pytest
from playwright.sync_api import expect

from donghanh.tests.journeys.browsing import say, tab_to
from donghanh.tests.journeys.doors import starting_soon
from donghanh.tests.journeys.site import FACTORY_CHAIR, WORKER_NAME

pytestmark = pytest.mark.journey


def test_a_session_is_planned_and_filled_by_keyboard_alone(visitor) -> None:
    page = visitor(FACTORY_CHAIR).open("/sessions/")
    tab_to(page, page.get_by_role("link", name=say("Open a new session")).first)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/sessions/new/"))

    day, starts, ends = starting_soon()
    tab_to(page, page.locator("#id_title"))
    page.keyboard.type("Thử chỉ dùng bàn phím")
    tab_to(page, page.get_by_role("group", name=say("Topics")).get_by_role("checkbox").first)
    page.keyboard.press("Space")
    for field, typed in (("#id_day", day), ("#id_starts", starts), ("#id_ends", ends)):
        tab_to(page, page.locator(field))
        page.keyboard.type(typed)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/sessions/\d+/$"))

    tab_to(page, page.get_by_role("link", name=say("Secretary's desk"), exact=True))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(say("Secretary's desk"))
    tab_to(page, page.locator("#q"))
    page.keyboard.type("vi du chi")
    record = page.locator("#found").get_by_role("button", name=WORKER_NAME)
    expect(record).to_be_visible()
    tab_to(page, record)
    page.keyboard.press("Enter")
    now = page.locator("#desk-now")
    expect(now.get_by_role("status")).to_contain_text(WORKER_NAME)
    expect(now.get_by_role("heading")).to_have_text(re.compile(r"^1\b"))
    expect(page.locator("#q")).to_be_focused()
