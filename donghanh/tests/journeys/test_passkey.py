"""A passkey from the first press to signing in with it, on a device that Chromium makes up."""

import re
from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from donghanh.tests.journeys.browsing import Visitor, say
from donghanh.tests.journeys.site import COMMUNE_OFFICER, PASSWORD, WORKER, Site
from donghanh.tests.journeys.test_access import look_at

pytestmark = pytest.mark.journey
VIEWER = "tinh.hanoi.xem"
PAGES = [
    "/accounts/contact/",
    "/accounts/factors/app/new/",
    "/accounts/factors/passkeys/new/",
    "/accounts/password/change/",
]
SECURITY = "/accounts/security/"
FINGER = {
    "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
    "isUserVerified": True, "automaticPresenceSimulation": True,
}  # fmt: skip


@pytest.fixture(scope="module")
def named_site(site: Site) -> Site:
    """Return the site by its name; browsers keep no passkey for a number."""
    return replace(site, url=site.url.replace("127.0.0.1", "localhost"))


@pytest.fixture
def window(browser, named_site):
    """Open a window on a device with a finger reader."""
    opened = Visitor(browser, named_site)
    devtools = opened.context.new_cdp_session(opened.page)
    devtools.send("WebAuthn.enable")
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": FINGER})
    yield opened
    opened.context.close()


def again(page: Page) -> None:
    """Show once more that it is you."""
    page.locator("#id_password").fill(PASSWORD)
    page.get_by_role("button", name=say("Go on")).click()


def test_a_passkey_is_added_signs_in_and_is_removed(window) -> None:
    page = window.sign_in(VIEWER)
    window.open(SECURITY)
    page.get_by_role("link", name=say("Add a passkey")).click()
    again(page)
    page.locator("#id_name").fill("Máy thử")
    page.get_by_role("button", name=say("Add the passkey")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(say("Recovery codes"))
    expect(page.locator("main code")).to_have_count(10)
    page.get_by_role("link", name=say("They are kept")).click()
    expect(page.get_by_text("Máy thử")).to_be_visible()

    window.open("/accounts/logout/")
    page.locator("main").get_by_role("button", name=say("Sign out"), exact=True).click()
    window.open("/accounts/login/")
    page.get_by_role("button", name=say("Use a passkey")).click()
    expect(page).to_have_url(window.site.at("/"))
    expect(page.get_by_role("navigation").first).to_be_visible()

    window.open(SECURITY)
    page.get_by_role("link", name=say("Remove")).first.click()
    again(page)
    page.get_by_role("button", name=say("Remove")).click()
    expect(page).to_have_url(re.compile(SECURITY))
    expect(page.get_by_text("Máy thử")).to_have_count(0)


def test_a_number_instead_of_a_name_offers_the_app_instead(visitor) -> None:
    page = visitor(VIEWER).open(SECURITY)
    expect(page.get_by_role("link", name=say("Add a passkey"))).to_have_count(0)
    expect(page.get_by_role("link", name=say("Use an authenticator app"))).to_be_visible()


@pytest.mark.parametrize("username", [WORKER, COMMUNE_OFFICER])
def test_the_pages_of_signing_in_are_open_to_all(visitor, username) -> None:
    window = visitor(username)
    look_at(window, [SECURITY, "/accounts/again/", "/accounts/logout/"])
    window.open("/accounts/contact/")
    again(window.page)
    look_at(window, PAGES)
