"""A program gets a token on a page, and writes once however often and however fast it asks."""

import json
from concurrent.futures import ThreadPoolExecutor
from urllib.request import Request, urlopen

import pytest

from donghanh.tests.journeys.browsing import say
from donghanh.tests.journeys.site import FACTORY_CHAIR, PASSWORD

pytestmark = pytest.mark.journey
PLAN = {
    "title": "Sáu lần gửi cùng lúc",
    "host": "LDLD-01-CS-0001",
    "starts_at": "2026-12-02T09:00:00+07:00",
    "ends_at": "2026-12-02T10:00:00+07:00",
    "topics": ["wages"],
}


def test_six_requests_at_once_under_one_key_are_one_session(visitor, site) -> None:
    window = visitor(FACTORY_CHAIR)
    page = window.open("/api/tokens/new/")
    page.locator("input[type=password]").fill(PASSWORD)
    page.locator("form:has(input[type=password]) button[type=submit]").click()
    page.get_by_label(say("What it is for")).fill("thử")
    page.locator("input[value='write:sessions']").check()
    page.get_by_role("button", name=say("Make the token")).click()
    token = page.locator("code").inner_text()

    def write(_number: int) -> tuple[int, bytes]:
        headers = {
            "Authorization": f"Bearer {token}",
            "Content-Type": "application/json",
            "Idempotency-Key": "sau-lan-cung-luc",
        }
        request = Request(site.at("/api/v1/sessions/"), json.dumps(PLAN).encode(), headers)  # noqa: S310
        with urlopen(request, timeout=30) as answer:  # noqa: S310 - our own server
            return answer.status, answer.read()

    with ThreadPoolExecutor(6) as programs:
        answers = set(programs.map(write, range(6)))
    assert len(answers) == 1
    assert answers.pop()[0] == 201
