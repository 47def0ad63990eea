"""Phone and e-mail of one's own account."""

import pytest
from django.db import IntegrityError
from django.test import Client

from donghanh.core.models import AuditEntry
from donghanh.org.models import User

PASSWORD = "mat-khau-thu"
ADDRESS = "/accounts/contact/"


@pytest.fixture
def client_of_chi(chi) -> Client:
    client = Client()
    client.post("/accounts/login/", {"login": "chi", "password": PASSWORD})
    return client


def test_it_asks_for_the_password_first(client_of_chi) -> None:
    assert client_of_chi.get(ADDRESS).headers["Location"].startswith("/accounts/again/")
    client_of_chi.post("/accounts/again/", {"password": "sai"})
    assert client_of_chi.get(ADDRESS).status_code == 302


def test_a_changed_phone_and_email_sign_in_and_the_trail_keeps_neither(client_of_chi, chi) -> None:
    client_of_chi.post("/accounts/again/", {"password": PASSWORD})
    assert client_of_chi.post(ADDRESS, {"phone": "0977 123 456", "email": "Chi@Example.VN"}).status_code == 302
    chi.refresh_from_db()
    assert (chi.phone, chi.email) == ("0977123456", "chi@example.vn")
    for login in ("0977123456", "CHI@example.vn"):
        other = Client()
        other.post("/accounts/login/", {"login": login, "password": PASSWORD})
        assert other.session["_auth_user_id"] == str(chi.pk)
    entry = AuditEntry.objects.get(action="change_contact")
    assert entry.details == {"changed": ["email", "phone"]}


@pytest.mark.parametrize("typed", [{"phone": "123", "email": ""}, {"phone": "", "email": "chi@"}])
def test_what_is_no_phone_or_address_is_refused_in_its_field(typed, client_of_chi) -> None:
    client_of_chi.post("/accounts/again/", {"password": PASSWORD})
    assert client_of_chi.post(ADDRESS, typed).status_code == 422


def test_the_address_of_somebody_else_is_refused(client_of_chi, dung) -> None:
    User.objects.filter(pk=dung.pk).update(email="dung@example.vn")
    client_of_chi.post("/accounts/again/", {"password": PASSWORD})
    assert client_of_chi.post(ADDRESS, {"phone": "", "email": "DUNG@example.vn"}).status_code == 422


def test_the_database_keeps_addresses_in_lower_case(chi) -> None:
    with pytest.raises(IntegrityError):
        User.objects.filter(pk=chi.pk).update(email="Chi@example.vn")
