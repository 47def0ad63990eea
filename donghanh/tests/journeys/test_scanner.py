"""A card from the officer's press to the camera at the door, on a camera that shows what the test drew."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from donghanh.tests.journeys.browsing import PHONE, Visitor, launch, say
from donghanh.tests.journeys.conftest import Opener
from donghanh.tests.journeys.doors import fits, open_session
from donghanh.tests.journeys.site import FACTORY_CHAIR, WORKER, Site
from donghanh.tests.journeys.test_access import look_at

pytestmark = pytest.mark.journey
FRAME, GREY, TILT = (640, 480), (110, 110, 110), 8
FRAMES = 10


def card_of_first_person(chair: Visitor) -> str:
    """Open the card page of the first person on the list, give a card, and return the page's address."""
    page = chair.open("/people/cards/?card=no")
    address = page.locator("tbody a").first.get_attribute("href")
    assert address is not None
    chair.open(address)
    page.get_by_role("button", name=say("Give a card")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(say("Holds a card"))
    return address


def film_of(page: Page, file: Path) -> list[str]:
    """Film the card on a page, held a little askew, and return what a browser needs to see the film as its camera."""
    drawn = Image.open(io.BytesIO(page.locator(".dh-card-square").screenshot())).convert("RGB")
    frame = Image.new("RGB", FRAME, GREY)
    frame.paste(drawn.resize((300, 300)).rotate(TILT, expand=True, fillcolor=GREY), (140, 60))
    picture = io.BytesIO()
    frame.save(picture, "JPEG", quality=80)
    file.write_bytes(picture.getvalue() * FRAMES)
    return [
        "--use-fake-ui-for-media-stream",
        "--use-fake-device-for-media-stream",
        f"--use-file-for-fake-video-capture={file}",
    ]


@pytest.fixture
def filming(browser: Browser, site: Site) -> Iterator[Opener]:
    """Open phones whose camera sees a film."""
    phones: list[Visitor] = []
    browsers: list[Browser] = []

    def open_phone(film: list[str], username: str) -> Visitor:
        browsers.append(launch(browser.browser_type, *film))
        phones.append(Visitor(browsers[-1], site, viewport=PHONE, is_mobile=True, has_touch=True))
        phones[-1].sign_in(username)
        return phones[-1]

    yield open_phone
    strays = [stray for phone in phones for stray in phone.strays]
    for running in browsers:
        running.close()
    assert strays == []


def test_a_card_before_the_camera_is_recorded_taken_back_and_refused_once_annulled(visitor, filming, tmp_path) -> None:
    chair = visitor(FACTORY_CHAIR)
    card = card_of_first_person(chair)
    film = film_of(chair.page, tmp_path / "card.mjpeg")
    session = open_session(chair, "Thử quét thẻ bằng máy quay")

    page = filming(film, FACTORY_CHAIR).open(f"{session}scanner/")
    page.get_by_role("button", name=say("Turn the camera on")).click()
    expect(page.locator("[data-kind=done]")).to_be_visible()
    expect(page.get_by_role("heading", name=say("Recorded, grade A"))).to_be_visible()
    expect(page.locator("[data-count]")).to_have_text("1")
    assert fits(page)

    page.get_by_text(say("Take this scan back")).click()
    page.get_by_role("button", name=say("It was scanned by mistake")).click()
    expect(page.locator("[data-kind=back]")).to_be_visible()
    expect(page.locator("[data-count]")).to_have_text("0")

    chair.open(card)
    chair.page.get_by_role("button", name=say("Annul the card")).click()
    page.reload()
    page.get_by_role("button", name=say("Turn the camera on")).click()
    expect(page.locator("[data-kind=refused]")).to_contain_text(say("lost"))
    expect(page.locator("[data-count]")).to_have_text("0")


def test_the_sheet_of_cards_is_handed_out(visitor) -> None:
    page = visitor(FACTORY_CHAIR).open("/people/cards/")
    with page.expect_download() as download:
        page.get_by_role("button", name=say("Print the cards chosen")).click()
    assert download.value.suggested_filename.endswith(".pdf")
    assert Path(download.value.path()).read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("has_script", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_a_number_is_typed_at_the_scanner(visitor, has_script) -> None:
    chair = visitor(FACTORY_CHAIR)
    card_of_first_person(chair)
    number = chair.page.locator(".dh-card dd").first.inner_text()
    session = open_session(chair, f"Thử gõ số thẻ {has_script}")
    window = visitor(FACTORY_CHAIR, java_script_enabled=has_script)
    page = window.open(f"{session}scanner/")
    for heading in (say("Recorded, grade A"), say("Nothing is written twice. Let them in.")):
        page.locator("#id_number").fill(number)
        page.locator("#id_number").press("Enter")
        expect(page.locator("#scan-answer").get_by_text(heading)).to_be_visible()
    expect(page.locator("[data-count]")).to_have_text("1")


def test_the_pages_of_cards_are_open_to_all(visitor) -> None:
    chair = visitor(FACTORY_CHAIR)
    card = card_of_first_person(chair)
    session = open_session(chair, "Thử trang quét thẻ")
    look_at(chair, [card, "/people/cards/?q=an", f"{session}scanner/"])
    look_at(visitor(WORKER), ["/me/card/"])
