"""One demo site and one browser for all journeys; each journey opens windows of its own."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from donghanh.tests.journeys.browsing import PHONE, Visitor, chromium
from donghanh.tests.journeys.site import Site, demo_site

Opener = Callable[..., Visitor]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Serve the demo from a folder of its own."""
    folder: Path = tmp_path_factory.mktemp("site")
    with demo_site(folder) as running:
        yield running


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start the browser once."""
    with chromium() as running:
        yield running


@pytest.fixture
def visitor(browser: Browser, site: Site) -> Iterator[Opener]:
    """Open windows that are closed after the journey."""
    opened: list[Visitor] = []

    def open_window(username: str = "", **options: Any) -> Visitor:
        window = Visitor(browser, site, **options)
        opened.append(window)
        if username:
            window.sign_in(username)
        return window

    yield open_window
    strays = [stray for window in opened for stray in window.strays]
    for window in opened:
        window.context.close()
    assert strays == []


@pytest.fixture
def phone(visitor: Opener) -> Opener:
    """Open windows of a small phone."""

    def open_phone(username: str = "", **options: Any) -> Visitor:
        return visitor(username, viewport=PHONE, is_mobile=True, has_touch=True, **options)

    return open_phone
