"""Tokens and webhooks are made on pages, shown once, and belong to whoever made them."""

import re
from typing import Any

import pytest
from django.test import Client

from donghanh.api.models import ApiToken, Webhook

TOKEN = {"name": "phần mềm lương", "scopes": ["read:units"], "days": "90"}


@pytest.fixture
def browser():
    """Return a browser of somebody who has just signed in."""

    def signed_in(user) -> Client:
        client = Client()
        client.force_login(user)
        client.post("/accounts/again/", {"password": "mat-khau-thu"})
        return client

    return signed_in


def shown_once(answer: Any) -> str:
    """Return the secret that a page shows."""
    (secret,) = re.findall(r"<code[^>]*>([^<]+)</code>", answer.content.decode())
    return str(secret)


def test_a_token_is_made_shown_once_used_and_revoked(browser, dung) -> None:
    page = browser(dung)
    made = page.post("/api/tokens/new/", TOKEN)
    text = shown_once(made)
    used = Client().get("/api/v1/units/", headers={"Authorization": f"Bearer {text}"})
    assert used.status_code == 200
    listed = page.get("/api/tokens/").content.decode()
    assert "phần mềm lương" in listed
    assert text not in listed
    page.post(f"/api/tokens/{ApiToken.objects.get().pk}/revoke/")
    assert Client().get("/api/v1/units/", headers={"Authorization": f"Bearer {text}"}).status_code == 401


def test_making_a_token_asks_again_who_one_is(dung, browser) -> None:
    stale = Client()
    stale.force_login(dung)
    for path in ("/api/tokens/new/", "/api/webhooks/new/"):
        assert "/accounts/again/" in stale.get(path)["Location"]


def test_a_token_form_that_is_not_whole_is_shown_again(browser, dung) -> None:
    answer = browser(dung).post("/api/tokens/new/", {"name": "", "days": "90"})
    assert answer.status_code == 422
    assert not ApiToken.objects.exists()


def test_a_worker_is_offered_what_is_hers(browser, chi) -> None:
    page = browser(chi)
    form = page.get("/api/tokens/new/").content.decode()
    assert "read:own" in form
    assert "read:workers" not in form
    assert page.post("/api/tokens/new/", {**TOKEN, "scopes": ["read:workers"]}).status_code == 422
    assert page.get("/api/webhooks/").status_code == 404


def test_nobody_sees_or_revokes_the_tokens_of_another(browser, dung, an) -> None:
    browser(dung).post("/api/tokens/new/", TOKEN)
    other = browser(an)
    assert "phần mềm lương" not in other.get("/api/tokens/").content.decode()
    assert other.post(f"/api/tokens/{ApiToken.objects.get().pk}/revoke/").status_code == 404


def test_a_webhook_is_added_given_a_new_secret_and_deleted(browser, dung, binh, factory_union) -> None:
    page = browser(dung)
    typed = {"unit": factory_union.pk, "url": "https://hook.example.vn/", "events": ["sessions"]}
    first = shown_once(page.post("/api/webhooks/new/", typed))
    webhook = Webhook.objects.get()
    assert "hook.example.vn" in page.get("/api/webhooks/").content.decode()
    second = shown_once(page.post(f"/api/webhooks/{webhook.pk}/secret/"))
    assert len(first) == len(second) == 64
    assert first != second
    assert browser(binh).post(f"/api/webhooks/{webhook.pk}/delete/").status_code == 404
    page.post(f"/api/webhooks/{webhook.pk}/delete/")
    assert not Webhook.objects.exists()


def test_a_webhook_to_an_address_that_is_not_https_is_refused_in_its_field(browser, dung, factory_union) -> None:
    typed = {"unit": factory_union.pk, "url": "http://10.0.0.1/", "events": ["sessions"]}
    answer = browser(dung).post("/api/webhooks/new/", typed)
    assert answer.status_code == 422
    assert "https://" in answer.content.decode()


def test_what_can_be_asked_is_shown_without_anything_from_elsewhere(db) -> None:
    page = Client().get("/api/v1/docs/").content.decode()
    assert "/api/v1/sessions/{session_id}/presence/" in page
    assert not re.search(r"(?:src|href)=\"(?:https?:)?//", page)
    assert Client().get("/api/v1/problems/not_found/").status_code == 200
    assert "max-age=3600" in Client().get("/api/v1/openapi.json")["Cache-Control"]
