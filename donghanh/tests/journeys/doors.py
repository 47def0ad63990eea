"""Sessions as journeys need them: planned just now by an officer, with a hall screen to scan."""

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from playwright.sync_api import Page, expect

from donghanh.tests.journeys.browsing import Visitor, say

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")


def starting_soon() -> tuple[str, str, str]:
    """Return day, beginning and end, as they are typed, of a session that takes presence now."""
    starts = datetime.now(VIETNAM) + timedelta(minutes=10)
    return f"{starts:%d/%m/%Y}", f"{starts:%H:%M}", f"{starts + timedelta(hours=1):%H:%M}"


def last_month() -> str:
    """Return the month that is over, as an address writes it."""
    return f"{datetime.now(VIETNAM).replace(day=1) - timedelta(days=1):%Y-%m}"


def open_session(officer: Visitor, title: str) -> str:
    """Plan a session that begins in ten minutes and return its address."""
    page = officer.open("/sessions/new/")
    day, starts, ends = starting_soon()
    page.locator("#id_title").fill(title)
    page.get_by_role("group", name=say("Topics")).get_by_role("checkbox").first.check()
    page.locator("#id_day").fill(day)
    page.locator("#id_starts").fill(starts)
    page.locator("#id_ends").fill(ends)
    page.get_by_role("button", name=say("Save the session")).click()
    expect(page).to_have_url(re.compile(r"/sessions/\d+/$"))
    return page.url.removeprefix(officer.site.url)


def running_session(officer: Visitor) -> str:
    """Return the address of a session that takes presence now, from the officer's page of the day."""
    page = officer.open("/")
    hall = page.get_by_role("link", name=say("Open the hall screen")).first.get_attribute("href")
    assert hall is not None
    return hall.removesuffix("hall/")


def scanned_address(hall: Page) -> str:
    """Return the address in the code on the screen, put together from its two codes in letters."""
    session_code, screen_code = (text.replace(" ", "") for text in hall.locator(".dh-hall-pin").all_inner_texts())
    return f"/check-in/{session_code}/{screen_code}/"


def give_name(page: Page, full_name: str, phone: str) -> None:
    """Say who one is on the check-in page, and send it."""
    page.locator("#id_full_name").fill(full_name)
    page.locator("#id_phone").fill(phone)
    page.get_by_role("button", name=say("I am here")).click()


def count_on(hall: Page) -> int:
    """Return how many people the screen says are there."""
    return int(hall.locator('[data-part="count"] > b').inner_text().replace(".", ""))


def first_link(page: Page, pattern: str) -> str:
    """Return the first address on a page that looks like ``pattern``."""
    addresses: list[str] = page.locator("a[href]").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    return next(address for address in addresses if re.search(pattern, address))


def fits(page: Page) -> bool:
    """Tell whether nothing has to be pushed sideways, whichever panel is open."""
    return bool(page.evaluate(_FITS))


_FITS = """() => [null, ...document.querySelectorAll("details:not([open])")].every((panel) => {
    if (panel) panel.open = true;
    const fits = document.documentElement.scrollWidth <= document.documentElement.clientWidth;
    if (panel) panel.open = false;
    return fits;
})"""
