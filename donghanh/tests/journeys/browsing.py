"""How journeys use a browser: desks and phones, signed in or not, and words as readers see them."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.utils import translation
from django.utils.translation import gettext, pgettext
from playwright.sync_api import (
    Browser,
    BrowserContext,
    BrowserType,
    ConsoleMessage,
    Locator,
    Page,
    Request,
    ViewportSize,
    expect,
    sync_playwright,
)

from donghanh.tests.journeys.site import PASSWORD, Site

DESK: ViewportSize = {"width": 1360, "height": 900}
PHONE: ViewportSize = {"width": 360, "height": 740}
PATIENCE = 15_000
LANGUAGE = "vi"
expect.set_options(timeout=PATIENCE)


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the browser of this machine."""
    with sync_playwright() as playwright:
        browser = launch(playwright.chromium)
        yield browser
        browser.close()


def launch(kind: BrowserType, *more: str) -> Browser:
    """Start a browser, with more arguments where a journey needs them."""
    return kind.launch(
        executable_path=shutil.which("chromium"),
        args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", *more],
    )


class Visitor:
    """Somebody with a browser window of his own on the site."""

    def __init__(self, browser: Browser, site: Site, **options: Any) -> None:
        self.site = site
        settings = {"locale": "vi-VN", "timezone_id": "Asia/Ho_Chi_Minh", "viewport": DESK, **options}
        self.context: BrowserContext = browser.new_context(**settings)
        self.context.set_default_timeout(PATIENCE)
        self.strays: list[str] = []
        """What pages asked of other hosts, and what the content policy had to stop; nothing, or the journey fails."""
        self.context.on("request", self._note_request)
        self.context.on("console", self._note_console)
        self.page: Page = self.context.new_page()

    def _note_request(self, request: Request) -> None:
        if not request.url.startswith((self.site.url, "data:", "blob:", "about:")):
            self.strays.append(f"asked {request.url}")

    def _note_console(self, message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            self.strays.append(message.text)

    def open(self, path: str) -> Page:
        """Open a page; anything but an answer of success fails."""
        answer = self.page.goto(self.site.at(path))
        assert answer is not None
        assert answer.ok, f"{path} answered {answer.status}"
        return self.page

    def sign_in(self, username: str, password: str = PASSWORD) -> Page:
        """Sign in as one of the demo's people."""
        self.open("/accounts/login/")
        self.page.locator("#id_login").fill(username)
        self.page.locator("#id_password").fill(password)
        self.page.get_by_role("button", name=say("Sign in")).click()
        self.page.wait_for_load_state()
        return self.page


def say(words: str, **values: object) -> str:
    """Return the Vietnamese of a sentence of ours, so that journeys outlive a change of words."""
    with translation.override(LANGUAGE):
        return gettext(words) % values if values else gettext(words)


def say_in(context: str, words: str) -> str:
    """Return the Vietnamese of words that need their context."""
    with translation.override(LANGUAGE):
        return pgettext(context, words)


def tab_to(page: Page, target: Locator, *, most: int = 200) -> None:
    """Go on with the Tab key until ``target`` has the focus, as somebody without a mouse does."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if target.evaluate("element => element === document.activeElement"):
            return
    message = f"The Tab key never reaches {target}."
    raise AssertionError(message)
