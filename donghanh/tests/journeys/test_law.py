"""A worker asks about the law on his phone: an answer, a day, a person."""

import re

import pytest
from playwright.sync_api import Response, expect

from donghanh.tests.journeys.browsing import say
from donghanh.tests.journeys.doors import fits
from donghanh.tests.journeys.site import WORKER

pytestmark = pytest.mark.journey
MOST_BYTES = 150 * 1024
QUESTION = "cong ty no luong 2 thang co duoc nghi viec luon khong"


@pytest.mark.parametrize("has_script", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_a_question_without_diacritics_leads_to_a_guide_and_to_a_person(phone, has_script) -> None:
    page = phone(java_script_enabled=has_script).open("/")
    page.locator("#ask-words").fill(QUESTION)
    page.get_by_role("button", name=say("Find the answer")).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(QUESTION)
    expect(page.locator(".dh-offer").first).to_be_visible()
    assert fits(page)

    page.get_by_role("link", name=say("Ask a person")).first.click()
    expect(page.locator("#ask-text")).to_have_value(QUESTION)
    page.locator("#ask-province").select_option("01")
    page.get_by_role("button", name=say("Show who answers there")).click()
    expect(page.locator('a[href^="tel:"]').first).to_be_visible()
    message = page.locator('a[href^="sms:"]').first
    expect(message).to_have_attribute("href", re.compile(r"body=cong%20ty%20no%20luong"))
    assert fits(page)


def test_without_texts_the_page_says_so_and_the_guides_answer(phone) -> None:
    page = phone().open(f"/law/?q={QUESTION}")
    expect(page.get_by_text(say("The texts of the laws are not loaded on this site."))).to_be_visible()
    page.locator(".dh-offer").first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert fits(page)


def test_suggestions_are_chosen_with_the_keyboard(phone) -> None:
    page = phone().open("/law/")
    box = page.get_by_role("combobox")
    box.press_sequentially("nghi thai s", delay=30)
    expect(page.get_by_role("option").first).to_be_visible()
    box.press("ArrowDown")
    chosen = page.locator("[aria-selected=true]").inner_text()
    expect(box).to_have_attribute("aria-activedescendant", re.compile("ask-suggested"))
    box.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text(chosen)


def test_escape_closes_the_suggestions_and_leaves_what_was_typed(phone) -> None:
    page = phone().open("/law/")
    box = page.get_by_role("combobox")
    box.press_sequentially("nghi thai s", delay=30)
    expect(page.get_by_role("option").first).to_be_visible()
    box.press("Escape")
    expect(page.get_by_role("listbox")).to_have_count(0)
    expect(box).to_have_value("nghi thai s")


def test_a_search_is_saved_removed_and_brought_back(phone) -> None:
    page = phone(WORKER).open("/law/?q=tien luong lam them gio")
    page.get_by_text(say("Save this search"), exact=True).click()
    page.locator("#ask-name").fill("Làm thêm")
    page.get_by_role("button", name=say("Save"), exact=True).click()
    expect(page.get_by_role("link", name="Làm thêm")).to_be_visible()
    page.get_by_text(say("Rename or remove")).first.click()
    page.get_by_role("button", name=say("Remove")).click()
    page.get_by_role("button", name=say("Bring back")).click()
    expect(page.get_by_role("link", name="Làm thêm")).to_be_visible()


@pytest.mark.parametrize("path", ["/", "/law/", f"/law/?q={QUESTION}", "/law/ask-a-person/"])
def test_a_first_visit_is_light(phone, path) -> None:
    window = phone()
    answers: list[Response] = []
    window.page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 - playwright marks its handlers
    page = window.open(path)
    page.wait_for_load_state("networkidle")
    assert _bytes(answers) <= MOST_BYTES


def _bytes(answers: list[Response]) -> int:
    """Return what went over the wire, heads included."""
    sizes = [answer.request.sizes() for answer in answers]
    return sum(each["responseBodySize"] + each["responseHeadersSize"] for each in sizes)
