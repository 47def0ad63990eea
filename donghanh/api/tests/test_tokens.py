"""A token does what its holder may do, within its scopes, its time and its unit."""

from dataclasses import replace
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils.timezone import now

from donghanh.api import answering, identity
from donghanh.api.errors import NoRoleThere, NoScope, TooLongValid, TooManyTokens
from donghanh.api.models import ApiToken
from donghanh.api.services import make_token, revoke_token
from donghanh.core.models import AuditEntry
from donghanh.org.services import grant_role


def made(user, *scopes: str, days: int = 30, unit=None):
    at = now()
    ends = at + timedelta(days=days)
    return make_token("thử", scopes or ("read:units",), actor=user, at=at, expires_at=ends, unit=unit)


def test_a_token_is_shown_once_and_kept_as_a_hash(an) -> None:
    token, text = made(an)
    assert text.startswith(token.prefix)
    assert text not in str(ApiToken.objects.values().get())
    assert AuditEntry.objects.filter(action="make_token", actor_id=an.pk).count() == 1


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer dh_1_2", "Basic YTpi", "Token x"])
def test_without_a_valid_token_nothing_is_answered(db, header) -> None:
    answer = Client().get("/api/v1/units/", headers={"Authorization": header} if header else {})
    assert (answer.status_code, answer["WWW-Authenticate"]) == (401, "Bearer")
    assert answer["Content-Type"] == "application/problem+json"


def test_the_cookie_of_a_browser_opens_nothing(an) -> None:
    browser = Client()
    browser.force_login(an)
    assert browser.get("/api/v1/units/").status_code == 401


def test_a_token_is_used_for_its_scopes_only(program, an, province) -> None:
    knock = program(an, scopes=("read:units",))
    assert knock.get("/units/LDLD-01/").status_code == 200
    refused = knock.get("/sessions/")
    assert (refused.status_code, refused.json()["code"]) == (403, "scope_missing")


def test_a_token_that_was_revoked_or_expired_opens_nothing(program, an, province) -> None:
    knock = program(an)
    assert knock.get("/me/").status_code == 200
    with time_machine.travel(now() + timedelta(days=31)):
        assert knock.get("/me/").status_code == 401
    revoke_token(ApiToken.objects.get(), actor=an, at=now())
    assert knock.get("/me/").status_code == 401


def test_nobody_revokes_the_token_of_another(program, an, binh) -> None:
    knock = program(an)
    revoke_token(ApiToken.objects.get(), actor=binh, at=now())
    assert knock.get("/me/").status_code == 200


def test_an_account_that_was_closed_takes_its_tokens_along(program, an) -> None:
    knock = program(an)
    an.is_active = False
    an.save(update_fields=["is_active"])
    assert knock.get("/me/").status_code == 401


def test_who_needs_a_second_factor_and_has_none_cannot_go_around_it_with_a_token(
    program, an, dung, province, settings
) -> None:
    above, at_the_factory = program(an), program(dung)
    settings.SECOND_FACTOR = "required"
    refused = above.get("/units/LDLD-01/")
    assert (refused.status_code, refused.json()["code"]) == (403, "second_factor_missing")
    assert at_the_factory.get("/units/CS-01/").status_code == 200


def test_a_token_bound_to_a_unit_carries_the_roles_held_there_only(
    program, an, binh, province, neighbour, factory_union, system
) -> None:
    grant_role(binh, "officer", factory_union, actor=system, starts_on=now().date())
    whole, bound = program(binh), program(binh, unit=factory_union)
    assert whole.get("/units/LDLD-56/").status_code == 200
    assert bound.get("/units/LDLD-56/").status_code == 404
    assert bound.get("/units/CS-01/").status_code == 200
    assert bound.get("/me/").json()["roles"] == ["officer@CS-01"]


@pytest.mark.parametrize(
    ("change", "error"),
    [({"scopes": ()}, NoScope), ({"days": 400}, TooLongValid), ({"elsewhere": True}, NoRoleThere)],
)
def test_a_token_has_a_scope_an_end_and_a_unit_of_ones_own(an, neighbour, change, error) -> None:
    at = now()
    with pytest.raises(error):
        make_token(
            "thử", change.get("scopes", ("read:units",)), actor=an, at=at,
            expires_at=at + timedelta(days=change.get("days", 30)), unit=neighbour if "elsewhere" in change else None,
        )  # fmt: skip


def test_nobody_has_more_than_twenty_valid_tokens(an) -> None:
    for _number in range(20):
        made(an)
    with pytest.raises(TooManyTokens, match="20"):
        made(an)


def test_a_token_knocks_so_often_and_no_oftener(program, an, monkeypatch) -> None:
    few = replace(identity.REQUESTS, most=3)
    for module in (identity, answering):
        monkeypatch.setattr(module, "REQUESTS", few)
    knock = program(an)
    answer = knock.get("/me/")
    assert answer["RateLimit-Policy"] == '"token";q=3;w=60'
    assert answer["RateLimit"].startswith('"token";r=2;t=')
    for _number in range(2):
        assert knock.get("/me/").status_code == 200
    refused = knock.get("/me/")
    assert (refused.status_code, refused.json()["code"]) == (429, "too_many_tries")
    assert 0 < int(refused["Retry-After"]) <= 60


def test_its_last_use_is_kept_by_the_minute(program, an) -> None:
    knock = program(an)
    assert ApiToken.objects.get().last_used_at is None
    knock.get("/me/")
    first = ApiToken.objects.get().last_used_at
    knock.get("/me/")
    assert ApiToken.objects.get().last_used_at == first
