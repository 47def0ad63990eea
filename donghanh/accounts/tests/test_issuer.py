"""Signing in with an account elsewhere: linked ones only, and no token is believed unchecked."""

import time
from copy import deepcopy
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.socialaccount.models import SocialAccount
from django.test import Client

from donghanh.accounts.tests.issuer import CLIENT_ID, CLIENT_SECRET, private_key, running_issuer
from donghanh.core.models import AuditEntry
from donghanh.org.models import User

PASSWORD = "mat-khau-thu"


@pytest.fixture
def issuer(settings):
    with running_issuer() as running:
        providers = deepcopy(settings.SOCIALACCOUNT_PROVIDERS)
        providers["openid_connect"]["APPS"][0] |= {"client_id": CLIENT_ID, "secret": CLIENT_SECRET}
        providers["openid_connect"]["APPS"][0]["settings"]["server_url"] = running.url
        settings.SOCIALACCOUNT_PROVIDERS = providers
        settings.OIDC_ISSUER = running.url
        yield running


def asked(client: Client, path: str = "/accounts/issuer/sign-in/") -> dict[str, str]:
    """Start at our door and return what the issuer was asked."""
    answer = client.post(path)
    assert answer.status_code == 302
    return {name: values[0] for name, values in parse_qs(urlsplit(answer.headers["Location"]).query).items()}


def come_back(client: Client, question: dict[str, str], **changes: str):
    """Come back from the issuer with its answer."""
    answer = {"code": question["nonce"], "state": question["state"], **changes}
    return client.get("/accounts/issuer/oidc/answer/", answer, headers={"Accept-Language": "vi"})


def linked(user: User) -> Client:
    client = Client()
    client.post("/accounts/login/", {"login": user.username, "password": PASSWORD})
    client.post("/accounts/again/", {"password": PASSWORD})
    come_back(client, asked(client, "/accounts/issuer/link/"))
    assert SocialAccount.objects.filter(user=user).exists()
    return client


def test_an_account_that_was_linked_signs_in(issuer, chi) -> None:
    linked(chi)
    client = Client()
    answer = come_back(client, asked(client))
    assert answer.status_code == 302
    assert client.session["_auth_user_id"] == str(chi.pk)
    assert AuditEntry.objects.filter(action="link_account", actor_id=chi.pk).exists()


def test_the_question_carries_state_nonce_and_a_challenge_and_asks_for_no_more_than_who(issuer, db) -> None:
    client = Client()
    question = asked(client)
    assert question["scope"] == "openid"
    assert question["code_challenge_method"] == "S256"
    assert len(question["state"]) >= 16
    assert len(question["nonce"]) >= 16
    come_back(client, question)
    assert issuer.asked[0]["code_verifier"]


def test_an_account_elsewhere_that_is_not_linked_makes_no_account_here(issuer, chi) -> None:
    before = User.objects.count()
    client = Client()
    answer = come_back(client, asked(client))
    assert answer.status_code == 403
    assert "_auth_user_id" not in client.session
    assert (User.objects.count(), SocialAccount.objects.count()) == (before, 0)


def test_an_equal_email_links_nothing(issuer, chi) -> None:
    User.objects.filter(pk=chi.pk).update(email="chi@example.vn")
    issuer.claims = {"email": "chi@example.vn", "email_verified": True}
    client = Client()
    assert come_back(client, asked(client)).status_code == 403


def test_linking_asks_for_the_password_first(issuer, chi) -> None:
    client = Client()
    client.post("/accounts/login/", {"login": "chi", "password": PASSWORD})
    assert client.post("/accounts/issuer/link/").headers["Location"].startswith("/accounts/again/")


def test_one_account_elsewhere_belongs_to_one_account_here(issuer, chi, dung) -> None:
    linked(chi)
    client = Client()
    client.post("/accounts/login/", {"login": "dung", "password": PASSWORD})
    client.post("/accounts/again/", {"password": PASSWORD})
    come_back(client, asked(client, "/accounts/issuer/link/"))
    assert SocialAccount.objects.get().user == chi


def test_what_the_issuer_tells_is_not_kept(issuer, chi) -> None:
    linked(chi)
    kept = SocialAccount.objects.get()
    assert "chi-o-noi-khac" not in f"{kept.uid} {kept.extra_data}"
    assert "example.vn" not in str(kept.extra_data)


def test_a_link_is_cut_by_its_owner(issuer, chi) -> None:
    linked(chi).post("/accounts/issuer/unlink/")
    assert not SocialAccount.objects.exists()


@pytest.mark.parametrize(
    "claims",
    [
        pytest.param({"aud": "another-site"}, id="for another site"),
        pytest.param({"aud": None}, id="for no site"),
        pytest.param({"iss": "https://another.example"}, id="of another issuer"),
        pytest.param({"exp": int(time.time()) - 3600}, id="ended an hour ago"),
        pytest.param({"exp": None}, id="without an end"),
        pytest.param({"iat": int(time.time()) + 3600}, id="made in an hour"),
        pytest.param({"nonce": "of-another-question"}, id="of another question"),
        pytest.param({"nonce": None}, id="of no question"),
        pytest.param({"sub": None}, id="about nobody"),
        pytest.param({"aud": [CLIENT_ID, "another-site"], "azp": "another-site"}, id="authorised for another site"),
    ],
)
def test_a_token_with_a_wrong_claim_is_refused(claims, issuer, chi) -> None:
    linked(chi)
    issuer.claims = claims
    client = Client()
    assert come_back(client, asked(client)).status_code == 401
    assert "_auth_user_id" not in client.session


def test_a_token_signed_by_another_key_is_refused(issuer, chi) -> None:
    linked(chi)
    issuer.signs_with = private_key(1)
    client = Client()
    assert come_back(client, asked(client)).status_code == 401
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize(("algorithm", "key"), [("HS256", CLIENT_SECRET * 4), ("none", None)])
def test_a_token_without_a_signature_of_the_issuer_is_refused(algorithm, key, issuer, chi) -> None:
    linked(chi)
    issuer.algorithm, issuer.signs_with = algorithm, key
    client = Client()
    assert come_back(client, asked(client)).status_code == 401
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("changes", [{"state": "wrong"}, {"state": ""}, {"error": "server_error"}])
def test_an_answer_to_no_question_of_this_browser_is_refused(changes, issuer, chi) -> None:
    linked(chi)
    client = Client()
    assert come_back(client, asked(client), **changes).status_code == 401
    assert "_auth_user_id" not in client.session


def test_an_answer_is_taken_by_the_browser_that_asked_and_once(issuer, chi) -> None:
    linked(chi)
    client, thief = Client(), Client()
    question = asked(client)
    assert come_back(thief, question).status_code == 401
    assert come_back(client, question).status_code == 302
    client.post("/accounts/logout/")
    assert come_back(client, question).status_code == 401


def test_an_issuer_that_names_itself_otherwise_is_not_asked(issuer, db) -> None:
    issuer.published = {"issuer": "https://another.example"}
    assert Client().post("/accounts/issuer/sign-in/").status_code == 401


def test_an_issuer_that_does_not_answer_is_said_so(issuer, settings, db) -> None:
    settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"][0]["settings"]["server_url"] = "http://127.0.0.1:9"
    assert Client().post("/accounts/issuer/sign-in/").status_code == 401


def test_without_an_issuer_there_is_no_such_door(db) -> None:
    assert Client().post("/accounts/issuer/sign-in/").status_code == 404
    assert Client().get("/accounts/issuer/oidc/answer/").status_code == 404
