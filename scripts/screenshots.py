"""Take the pictures of the README: a demo site of its own, a browser, docs/pictures/*.png."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

os.environ["DJANGO_SETTINGS_MODULE"] = "donghanh.settings.test"  # For the words to look for; the site runs apart.

import django
from playwright.sync_api import Browser, Page, ViewportSize

from donghanh.tests.journeys import site as people
from donghanh.tests.journeys.browsing import PHONE, Visitor, chromium
from donghanh.tests.journeys.doors import give_name, last_month, running_session, scanned_address
from donghanh.tests.journeys.site import Site, demo_site

PICTURES = Path(__file__).resolve().parent.parent / "docs" / "pictures"
DESK: ViewportSize = {"width": 1280, "height": 860}
HALL: ViewportSize = {"width": 1600, "height": 900}
PUBLIC_URL = "https://donghanh.example.vn"
COLOURS = 250


def main() -> None:
    """Take every picture anew."""
    django.setup()
    with (
        tempfile.TemporaryDirectory(prefix="donghanh-pictures-") as folder,
        demo_site(Path(folder), public_url=PUBLIC_URL) as site,
        chromium() as browser,
    ):
        take(browser, site)


def take(browser: Browser, site: Site) -> None:
    """Go from page to page as the people who use them."""
    with window(browser, site, people.COMMUNE_OFFICER, viewport=DESK) as officer:
        keep(officer.open("/"), "officer-home")
        keep(officer.open(f"/reach/{people.COMMUNE}/"), "reach")
        keep(officer.open(f"/reports/{people.COMMUNE}/legal-education/{last_month()}/"), "report")
        session = running_session(officer)
        officer.page.set_viewport_size(HALL)
        hall = officer.open(f"{session}hall/")
        keep(hall, "hall")
        with window(browser, site, viewport=PHONE, is_mobile=True, device_scale_factor=2) as worker:
            page = worker.open(scanned_address(hall))
            keep(page, "check-in")
            give_name(page, people.WORKER_NAME, people.WORKER_PHONE)
            page.locator(".dh-done").wait_for()
            keep(page, "checked-in")


def keep(page: Page, name: str) -> None:
    """Write what the window shows, once its letters and charts are drawn."""
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready")
    target = PICTURES / f"{name}.png"
    page.screenshot(path=target)
    shrink(target)
    print(f"{target.name}: {target.stat().st_size // 1024} KB")


def shrink(target: Path) -> None:
    """Keep a palette only, where ImageMagick is at hand: it looks the same at half the size."""
    program = shutil.which("convert")
    if program:
        subprocess.run([program, str(target), "+dither", "-colors", str(COLOURS), str(target)], check=True)


@contextmanager
def window(browser: Browser, site: Site, username: str = "", **options: Any) -> Iterator[Visitor]:
    """Open a window, signed in as somebody when a name is given."""
    visitor = Visitor(browser, site, **options)
    if username:
        visitor.sign_in(username)
    yield visitor
    visitor.context.close()


if __name__ == "__main__":
    main()
