"""Accounts and roles: made by those above, never beyond one's own reach."""

import re
from datetime import date

import pytest
from django.contrib.auth import authenticate
from django.urls import reverse
from django.utils.timezone import localdate

from donghanh.org.errors import RoleAboveOwn
from donghanh.org.models import User
from donghanh.org.services import create_user, end_role, grant_role

FIRST_DAY = date(2024, 1, 1)
PASSWORD = re.compile(r"\b[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}\b")


def test_a_new_account_signs_in_with_the_password_shown_once(client, lan, commune) -> None:
    client.force_login(lan)
    typed = {"full_name": "Trịnh  Thử", "username": "trinh.thu", "phone": "+84 912 345 678", "role": "officer"}
    answer = client.post(
        reverse("org:user-create", args=[commune.code]), {**typed, "starts_on": localdate().strftime("%d/%m/%Y")}
    )
    password = PASSWORD.findall(answer.content.decode())[0]
    assert "no-store" in answer.headers["Cache-Control"]
    user = User.objects.get(username="trinh.thu")
    assert (user.full_name, user.phone, user.grants.get().role) == ("Trịnh Thử", "0912345678", "officer")
    assert user.check_password(password)
    assert password not in client.get(reverse("org:user-list", args=[commune.code])).content.decode()


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("username", "em"),
        ("username", "co cach"),
        ("phone", "123"),
        ("role", "administrator"),
        ("starts_on", "hôm nay"),
    ],
)
def test_an_account_that_cannot_be_made_is_refused_in_place(client, lan, em, commune, field, typed) -> None:
    client.force_login(lan)
    good = {"full_name": "Trịnh Thử", "username": "moi", "phone": "", "role": "officer", "starts_on": "01/12/2026"}
    answer = client.post(reverse("org:user-create", args=[commune.code]), {**good, field: typed})
    assert answer.status_code == 422
    assert not User.objects.filter(username="moi").exists()


def test_a_role_is_given_and_ended(client, lan, em, commune) -> None:
    client.force_login(lan)
    client.post(reverse("org:user-detail", args=[commune.code, em.pk]), {"role": "viewer", "starts_on": "01/01/2025"})
    grant = em.grants.get(role="viewer")
    assert grant.granted_by == lan
    client.post(reverse("org:role-end", args=[commune.code, grant.pk]), {"on": "01/06/2025"})
    grant.refresh_from_db()
    assert grant.ends_on == date(2025, 5, 31)


def test_a_leader_has_no_say_over_an_administrator(lan, commune, system) -> None:
    user = create_user("quan", "Lý Thử Quân", actor=system, unit=commune, password="mat-khau-thu")
    grant = grant_role(user, "administrator", commune, actor=system, starts_on=FIRST_DAY)
    with pytest.raises(RoleAboveOwn):
        end_role(grant, actor=lan, on=date(2026, 1, 1))
    with pytest.raises(RoleAboveOwn):
        grant_role(user, "leader", commune, actor=lan, starts_on=FIRST_DAY)


def test_an_administrator_elsewhere_is_only_a_leader_here(lan, commune, neighbour, em, system) -> None:
    grant_role(lan, "administrator", neighbour, actor=system, starts_on=FIRST_DAY)
    with pytest.raises(RoleAboveOwn):
        grant_role(em, "administrator", commune, actor=lan, starts_on=FIRST_DAY)


def test_accounts_of_workers_stand_with_the_person_and_not_with_the_unit(client, dung, chi, factory_union) -> None:
    client.force_login(dung)
    shown = client.get(reverse("org:user-list", args=[factory_union.code])).content.decode()
    assert dung.full_name in shown
    assert chi.full_name not in shown


def test_signing_in_by_the_name_that_was_shown_works(em) -> None:
    assert authenticate(None, username="em", password="mat-khau-thu") == em
