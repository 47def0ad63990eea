"""A write sent twice is done once; what is no request at all is refused before anything is read."""

import json
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils.timezone import now

from donghanh.api.models import KeptAnswer
from donghanh.api.repeats import forget_answers
from donghanh.api.tests.conftest import ADDRESS
from donghanh.api.tests.test_writing import PLAN
from donghanh.gatherings.models import Session
from donghanh.gatherings.services import sessions as session_services

KEY = "khoa-thu-nghiem-1"


def test_the_same_request_again_is_answered_again_and_not_done_again(program, clock, dung) -> None:
    knock = program(dung)
    first, again = knock.post("/sessions/", PLAN, key=KEY), knock.post("/sessions/", PLAN, key=KEY)
    assert (again.status_code, again.content) == (first.status_code, first.content)
    assert ("Idempotency-Replayed" in first, again["Idempotency-Replayed"]) == (False, "true")
    assert Session.objects.count() == 1


def test_the_same_key_with_another_content_is_refused(program, clock, dung) -> None:
    knock = program(dung)
    knock.post("/sessions/", PLAN, key=KEY)
    refused = knock.post("/sessions/", {**PLAN, "title": "khác"}, key=KEY)
    assert (refused.status_code, refused.json()["code"]) == (409, "idempotency_key_reused")
    assert Session.objects.count() == 1


def test_a_key_belongs_to_its_user_and_its_operation(program, clock, dung, em, session) -> None:
    assert program(dung).post("/sessions/", PLAN, key=KEY).status_code == 201
    assert program(em).post("/sessions/", PLAN, key=KEY).status_code == 201
    assert program(dung).post(f"/sessions/{session.pk}/cancel/", {"reason": "mưa"}, key=KEY).status_code == 200


def test_a_refused_request_keeps_nothing(program, clock, dung) -> None:
    knock = program(dung)
    assert knock.post("/sessions/", {**PLAN, "topics": ["khong-co"]}, key=KEY).status_code == 422
    assert not KeptAnswer.objects.exists()
    assert knock.post("/sessions/", PLAN, key=KEY).status_code == 201


def test_a_crash_in_the_middle_leaves_neither_write_nor_key(program, clock, dung, monkeypatch, caplog) -> None:
    def crash(*_args: object, **_kwargs: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(session_services, "_set_co_hosts", crash)
    refused = program(dung).post("/sessions/", PLAN, key=KEY)
    assert (refused.status_code, refused.json()["code"]) == (500, "unforeseen")
    assert "RuntimeError" not in refused.content.decode()
    assert (Session.objects.count(), KeptAnswer.objects.count()) == (0, 0)


def test_after_seven_days_a_key_is_free_again(program, clock, dung) -> None:
    knock = program(dung)
    knock.post("/sessions/", PLAN, key=KEY)
    with time_machine.travel(now() + timedelta(days=8)):
        assert knock.post("/sessions/", PLAN, key=KEY).status_code == 201
        forget_answers()
        assert KeptAnswer.objects.count() == 1
    assert Session.objects.count() == 2


@pytest.mark.parametrize("key", ["", "ngan", "có dấu tiếng Việt", "x" * 201])
def test_a_write_without_a_usable_key_is_refused(program, clock, dung, key) -> None:
    token = program(dung).token
    headers = {"Authorization": f"Bearer {token}", **({"Idempotency-Key": key} if key else {})}
    answer = Client().post(f"{ADDRESS}/sessions/", json.dumps(PLAN), "application/json", headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (400, "idempotency_key_missing")
    assert not Session.objects.exists()


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        (b"{", 400, "request_unreadable"),
        (b"[1, NaN]", 400, "request_unreadable"),
        (b'{"title": "\xff"}', 400, "request_unreadable"),
        (b'{"title": "\\u0000"}', 400, "request_unreadable"),
        (b'{"title": "\\ud800"}', 400, "request_unreadable"),
        (b'{"title": ' + b"[" * 500 + b"]" * 500 + b"}", 400, "request_unreadable"),
        (b"[" * 100_000, 400, "request_unreadable"),
        (b'{"title": "' + b"x" * 5000 + b'"}', 400, "request_unreadable"),
        (b'{"title": ' + b"9" * 5000 + b"}", 400, "request_unreadable"),
        (b"[]", 422, "invalid"),
        (b" " * (1024 * 1024 + 1), 413, "body_too_large"),
    ],
)
def test_a_body_that_is_no_request_is_refused(program, dung, body, status, code) -> None:
    headers = {"Authorization": f"Bearer {program(dung).token}", "Idempotency-Key": KEY}
    answer = Client().post(f"{ADDRESS}/sessions/", body, "application/json", headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert answer["Content-Type"] == "application/problem+json"


def test_another_kind_of_content_is_refused(program, dung) -> None:
    headers = {"Authorization": f"Bearer {program(dung).token}", "Idempotency-Key": KEY}
    for path, kind in (("/sessions/", "text/plain"), ("/imports/", "application/json")):
        answer = Client().post(ADDRESS + path, b"{}", kind, headers=headers)
        assert (answer.status_code, answer.json()["code"]) == (415, "wrong_content_type")


def test_a_parameter_that_means_nothing_is_refused(program, an) -> None:
    answer = program(an).get("/units/", quary="x")
    assert (answer.status_code, answer.json()["code"]) == (422, "unknown_parameter")
    assert "quary" in answer.json()["detail"]


def test_another_method_is_refused_with_those_that_are_taken(program, session, dung) -> None:
    answer = Client().delete(f"{ADDRESS}/sessions/{session.pk}/")
    assert (answer.status_code, answer["Allow"]) == (405, "GET, PATCH")
    assert answer["Content-Type"] == "application/problem+json"
