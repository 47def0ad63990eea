"""A worker checks in on his phone."""

import re

import pytest
from playwright.sync_api import expect

from donghanh.tests.journeys.browsing import say
from donghanh.tests.journeys.doors import count_on, fits, give_name, open_session, scanned_address
from donghanh.tests.journeys.site import FACTORY_CHAIR, WORKER, WORKER_NAME, WORKER_NAME_BARE, WORKER_PHONE

pytestmark = pytest.mark.journey


@pytest.mark.parametrize("has_script", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_who_scans_the_screen_is_recorded_once(visitor, phone, has_script) -> None:
    chair = visitor(FACTORY_CHAIR)
    session = open_session(chair, "Thử điểm danh ở cổng")
    hall = chair.open(f"{session}hall/")
    window = phone(java_script_enabled=has_script)
    page = window.open(scanned_address(hall))
    expect(page.get_by_role("heading", level=1)).to_have_text(say("You are about to check in to this session"))
    assert fits(page)

    give_name(page, WORKER_NAME_BARE, WORKER_PHONE)
    expect(page.get_by_role("heading", level=1)).to_have_text(say("You are recorded as present"))
    when = page.locator(".dh-done p").inner_text()
    assert fits(page)

    page.get_by_role("link", name=say("Check in a workmate on this phone")).click()
    give_name(page, WORKER_NAME_BARE, WORKER_PHONE)
    expect(page.locator(".dh-done p")).to_have_text(when)
    expect(hall.locator('[data-part="count"] > b')).to_have_text("1")


def test_a_name_without_diacritics_is_the_same_person(visitor, phone) -> None:
    chair = visitor(FACTORY_CHAIR)
    session = open_session(chair, "Thử tên không dấu")
    hall = chair.open(f"{session}hall/")
    give_name(phone().open(scanned_address(hall)), WORKER_NAME_BARE, "0900 000 000")
    give_name(phone().open(scanned_address(hall)), WORKER_NAME, WORKER_PHONE)
    expect(hall.locator('[data-part="count"] > b')).to_have_text("1")
    page = chair.open(f"{session}presence/")
    expect(page.get_by_text(WORKER_NAME)).to_have_count(1)


def test_an_account_needs_one_press(visitor, phone) -> None:
    chair = visitor(FACTORY_CHAIR)
    session = open_session(chair, "Thử điểm danh bằng tài khoản")
    hall = chair.open(f"{session}hall/")
    page = phone(WORKER).open(scanned_address(hall))
    expect(page.get_by_text(WORKER_NAME).first).to_be_visible()
    page.get_by_role("button", name=say("I am here")).click()
    expect(page.locator(".dh-done")).to_be_visible()
    page.get_by_role("link", name=say("My sessions")).click()
    expect(page.get_by_text("Thử điểm danh bằng tài khoản")).to_be_visible()


def test_a_code_typed_wrongly_says_what_to_type(phone) -> None:
    page = phone().open("/check-in/")
    page.locator("#id_session_code").fill("000 000")
    page.locator("#id_screen_code").fill("abcd efgh")
    page.get_by_role("button", name=say("Go on")).click()
    expect(page.get_by_role("alert").first).to_be_visible()
    expect(page.locator("#id_session_code")).to_have_value(re.compile(r"000 ?000"))


def test_the_screen_changes_its_code_and_counts_who_comes(visitor, phone) -> None:
    chair = visitor(FACTORY_CHAIR)
    session = open_session(chair, "Thử màn hình hội trường")
    hall = chair.open(f"{session}hall/")
    first, before = scanned_address(hall), count_on(hall)
    give_name(phone().open(first), "Nguyễn Thử Lạ", "0900999001")
    expect(hall.locator('[data-part="count"] > b')).to_have_text(str(before + 1))
    changing = hall.locator(".dh-hall-pin").last
    expect(changing).not_to_have_text(changing.inner_text(), timeout=40_000)
    assert scanned_address(hall) != first
