"""Officers above grassroots level open nothing with a password alone."""

import time
from datetime import timedelta
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.test import Client
from django.utils.timezone import localdate

from donghanh.accounts.queries import lacks_second_factor
from donghanh.core.models import AuditEntry
from donghanh.org.choices import Role
from donghanh.org.models import User
from donghanh.org.services import create_user, grant_role

PASSWORD = "mat-khau-thu"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


@pytest.fixture(autouse=True)
def _required(settings) -> None:
    settings.SECOND_FACTOR = "required"


def code_now(*, steps: int = 0) -> str:
    return str(format_hotp_value(hotp_value(SECRET, int(time.time()) // 30 + steps)))


def with_app(user: User) -> User:
    TOTP.activate(user, SECRET)
    return user


def sign_in(login: str) -> tuple[Client, Any]:
    client = Client()
    return client, client.post("/accounts/login/", {"login": login, "password": PASSWORD})


@pytest.mark.parametrize(
    ("role", "place", "needs"),
    [
        (Role.LEADER, "province", True),
        (Role.ADMINISTRATOR, "confederation", True),
        (Role.OFFICER, "commune", True),
        (Role.VIEWER, "province", True),
        (Role.VOLUNTEER, "commune", False),
        (Role.WORKER, "province", False),
        (Role.LEADER, "factory_union", False),
        (Role.ADMINISTRATOR, "factory_union", False),
    ],
)
def test_who_needs_a_second_factor_follows_from_role_and_unit(role, place, needs, system, request) -> None:
    unit = request.getfixturevalue(place)
    user = create_user("mau", "Nguyễn Văn Mẫu", actor=system, unit=unit, password=PASSWORD)
    grant_role(user, role, unit, actor=system, starts_on=localdate())
    assert lacks_second_factor(user) is needs


def test_a_role_that_ended_yesterday_needs_none(an) -> None:
    an.grants.update(starts_on=localdate() - timedelta(days=9), ends_on=localdate() - timedelta(days=1))
    assert not lacks_second_factor(an)


@pytest.mark.parametrize("path", ["/", "/units/", "/people/", "/search/?q=a", "/units/suggestions/?q=a", "/imports/"])
def test_an_without_a_factor_is_led_to_set_one_up(path, an) -> None:
    client, _ = sign_in("an")
    assert client.get(path).headers["Location"] == "/accounts/security/"
    assert client.get(path, headers={"HX-Request": "true"}).headers["HX-Redirect"] == "/accounts/security/"
    assert client.post(path).headers["Location"] == "/accounts/security/"


def test_the_page_to_set_one_up_opens_and_says_why(an) -> None:
    client, _ = sign_in("an")
    answer = client.get("/accounts/security/", headers={"Accept-Language": "vi"})
    assert 'role="alert"' in answer.content.decode()
    assert "/accounts/factors/app/new/" in answer.content.decode()


def test_recovery_codes_alone_are_no_second_factor(an) -> None:
    Authenticator.objects.create(user=an, type=Authenticator.Type.RECOVERY_CODES, data={})
    assert lacks_second_factor(an)


def test_an_signs_in_with_password_and_code(an) -> None:
    with_app(an)
    client, answer = sign_in("an")
    assert answer.headers["Location"] == "/accounts/second-step/"
    assert client.get("/units/").status_code == 302, "the password alone opens nothing"
    client.post("/accounts/second-step/", {"code": code_now()})
    assert client.get("/units/").status_code == 200


@pytest.mark.parametrize("code", ["000000", "", "abcdef"])
def test_a_wrong_code_opens_nothing(code, an) -> None:
    with_app(an)
    client, _ = sign_in("an")
    answer = client.post("/accounts/second-step/", {"code": code})
    assert answer.status_code == 200
    assert "_auth_user_id" not in client.session


def test_a_code_is_used_once(an) -> None:
    with_app(an)
    code = code_now()
    first, _ = sign_in("an")
    first.post("/accounts/second-step/", {"code": code})
    assert "_auth_user_id" in first.session
    second, _ = sign_in("an")
    second.post("/accounts/second-step/", {"code": code})
    assert "_auth_user_id" not in second.session


def test_a_code_of_two_minutes_ago_is_too_old(an) -> None:
    with_app(an)
    client, _ = sign_in("an")
    client.post("/accounts/second-step/", {"code": code_now(steps=-4)})
    assert "_auth_user_id" not in client.session


def test_setting_up_an_app_asks_for_the_password_again_and_gives_recovery_codes(
    an, django_capture_on_commit_callbacks
) -> None:
    client, _ = sign_in("an")
    assert client.get("/accounts/factors/app/new/").headers["Location"].startswith("/accounts/again/")
    client.post("/accounts/again/", {"password": PASSWORD})
    page = client.get("/accounts/factors/app/new/")
    secret = page.context["form"].secret
    code = format_hotp_value(hotp_value(secret, int(time.time()) // 30))
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post("/accounts/factors/app/new/", {"code": code}, follow=True)
    assert answer.request["PATH_INFO"] == "/accounts/factors/codes/"
    assert len(answer.context["unused_codes"]) == 10
    assert client.get("/units/").status_code == 200
    assert AuditEntry.objects.filter(action="add_factor", actor_id=an.pk, details__kind="totp").exists()


def test_a_recovery_code_signs_in_once(an) -> None:
    with_app(an)
    code = RecoveryCodes.activate(an).get_unused_codes()[0]
    for opens in (True, False):
        client, _ = sign_in("an")
        client.post("/accounts/second-step/", {"code": code})
        assert ("_auth_user_id" in client.session) is opens


def test_secrets_of_factors_are_sealed_in_the_database(an) -> None:
    with_app(an)
    kept = Authenticator.objects.get(user=an).data["secret"]
    assert SECRET not in kept


def test_chi_works_without_one_and_may_have_one(chi) -> None:
    client, _ = sign_in("chi")
    assert client.get("/").status_code == 200
    client.post("/accounts/again/", {"password": PASSWORD})
    assert client.get("/accounts/factors/app/new/").status_code == 200


def test_the_waiver_opens_the_pages_and_every_page_says_so(an, settings) -> None:
    settings.SECOND_FACTOR = "waived"
    client, _ = sign_in("an")
    said = "cán bộ đăng nhập không qua bước thứ hai"
    for path in ("/", "/units/", "/accounts/login/", "/accounts/security/", "/help/"):
        page = client.get(path, headers={"Accept-Language": "vi"}, follow=True)
        assert said in page.content.decode(), path
    settings.SECOND_FACTOR = "required"
    assert said not in client.get("/accounts/security/", headers={"Accept-Language": "vi"}).content.decode()
