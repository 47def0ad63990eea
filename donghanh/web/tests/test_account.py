"""Signing in, by name or by phone, and what is said when it fails."""

import pytest
from django.test import Client

from donghanh.org.models import User

PASSWORD = "mat-khau-thu-9"


@pytest.fixture
def mau(db: None) -> User:
    """Return somebody who has a name, a phone and a password."""
    return User.objects.create_user("mau", PASSWORD, full_name="Nguyễn Văn Mẫu", phone="0912345678")


@pytest.mark.parametrize("login", ["mau", "0912345678", "0912 345 678", "+84912345678"])
def test_one_signs_in_by_name_or_by_phone_however_it_is_typed(client: Client, mau: User, login: str) -> None:
    answer = client.post("/accounts/login/", {"login": login, "password": PASSWORD})
    assert answer.status_code == 302
    assert client.session["_auth_user_id"] == str(mau.pk)


@pytest.mark.parametrize("login", ["mau", "0912345678", "nobody"])
def test_a_refusal_says_what_to_do_and_not_whether_the_account_exists(client: Client, mau: User, login: str) -> None:
    answer = client.post("/accounts/login/", {"login": login, "password": "wrong"}, HTTP_ACCEPT_LANGUAGE="vi")
    assert "_auth_user_id" not in client.session
    assert "nhờ cán bộ công đoàn đặt lại mật khẩu" in answer.content.decode()


def test_nobody_registers_himself(client: Client, db: None) -> None:
    answer = client.get("/accounts/signup/", HTTP_ACCEPT_LANGUAGE="vi")
    assert "Không tự đăng ký" in answer.content.decode()


def test_a_refused_new_password_is_explained_at_its_field(client: Client, mau: User) -> None:
    client.force_login(mau)
    typed = {"oldpassword": PASSWORD, "password1": "một câu đủ dài", "password2": "một câu khác"}
    answer = client.post("/accounts/password/change/", typed, HTTP_ACCEPT_LANGUAGE="vi")
    html = answer.content.decode()
    assert "Hai lần ghi mật khẩu chưa giống nhau" in html
    assert 'aria-describedby="id_password2_error"' in html
    assert 'id="id_password2_error"' in html


def test_signing_out_asks_first(client: Client, mau: User) -> None:
    client.force_login(mau)
    assert client.get("/accounts/logout/").status_code == 200
    assert "_auth_user_id" in client.session
    client.post("/accounts/logout/")
    assert "_auth_user_id" not in client.session
