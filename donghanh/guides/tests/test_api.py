"""Guides for programs: open to everybody."""

import pytest
from django.utils.timezone import now

from donghanh.guides.models import StaleMark
from donghanh.guides.services import load_shipped
from donghanh.guides.tests.factories import content, make_guide

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _guides(system) -> None:
    """Two guides of which one is under review."""
    make_guide()
    load_shipped([content("com-ca", topics=["osh"], words=["cơm ca"])], actor=system, at=now())
    mark = {"kind": "guide", "key": "no-luong", "reason": "review_due", "since": "2026-06-01", "found_at": now()}
    StaleMark.objects.create(**mark)


def test_the_list_is_open_and_narrowed_by_words_and_topic(client) -> None:
    assert [guide["slug"] for guide in client.get("/api/v1/guides/").json()] == ["com-ca", "no-luong"]
    assert client.get("/api/v1/guides/?q=com ca").json()[0]["slug"] == "com-ca"
    assert [guide["slug"] for guide in client.get("/api/v1/guides/?topic=osh").json()] == ["com-ca"]


def test_a_guide_is_told_whole_with_what_is_not_sure(client) -> None:
    told = client.get("/api/v1/guides/no-luong/").json()
    assert told["vi"]["title"] == "Bị nợ lương"
    assert [cite["certainty"] for cite in told["cites"]] == ["A", "B"]
    assert told["under_review"][0]["reason"] == "review_due"
    assert told["checked_on"] is None


def test_a_guide_that_is_not_there_is_a_problem(client) -> None:
    answer = client.get("/api/v1/guides/khong-co/")
    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")
