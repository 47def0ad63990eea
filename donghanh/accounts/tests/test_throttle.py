"""Guessing is slowed, and nobody can lock another person out by it."""

import re
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.contrib.auth import hashers
from django.test import Client
from django.urls import reverse

from donghanh.accounts.devices import COOKIE
from donghanh.accounts.services.throttle import (
    CEILING,
    KNOWN_DEVICE,
    NETWORK,
    SLOWED,
    STRANGERS,
    Attempt,
    count_attempt,
)
from donghanh.core.limits import TooManyTries
from donghanh.core.models import Allowance, AuditEntry

LOGIN = reverse("account_login")
RIGHT, WRONG = "mat-khau-thu", "doan-mo-1"


@pytest.fixture(autouse=True)
def clock(db, nine):
    """Stop the clock at nine; a test moves it on."""
    with time_machine.travel(nine, tick=False) as stopped:
        yield stopped


def sign_in(browser: Client, password: str = RIGHT, login: str = "chi", network: str = "203.0.113.1") -> Any:
    return browser.post(LOGIN, {"login": login, "password": password}, REMOTE_ADDR=network)


def is_in(browser: Client) -> bool:
    return "_auth_user_id" in browser.session


def use_up_the_tries_of_strangers(login: str = "chi", network: str = "198.51.100.7") -> None:
    for _try in range(STRANGERS.most):
        sign_in(Client(), WRONG, login, network)


def test_nobody_can_lock_chi_out_by_guessing(chi) -> None:
    own_phone = Client()
    sign_in(own_phone)
    own_phone.post(reverse("account_logout"))
    for number in range(40):
        sign_in(Client(), WRONG, network=f"198.51.100.{number}")
    sign_in(own_phone)
    assert is_in(own_phone)


def test_nobody_can_lock_a_factory_out_by_guessing_from_its_network(chi) -> None:
    own_phone = Client()
    sign_in(own_phone)
    own_phone.post(reverse("account_logout"))
    for number in range(NETWORK.most):
        sign_in(Client(), WRONG, f"nguoi-{number}")
    new_phone = Client()
    sign_in(new_phone)
    assert not is_in(new_phone)
    sign_in(own_phone)
    assert is_in(own_phone)


def test_while_a_stranger_guesses_a_new_phone_still_gets_in_from_another_network(chi) -> None:
    use_up_the_tries_of_strangers()
    new_phone = Client()
    sign_in(new_phone, network="203.0.113.9")
    assert is_in(new_phone)


def test_the_guesser_is_slowed_to_one_try_in_five_minutes(chi, clock) -> None:
    use_up_the_tries_of_strangers()
    sign_in(Client(), WRONG, network="198.51.100.7")
    slowed = Client()
    refused = sign_in(slowed, RIGHT, network="198.51.100.7")
    assert not is_in(slowed)
    assert "09:05:00" in refused.content.decode()
    clock.shift(SLOWED.per)
    sign_in(slowed, RIGHT, network="198.51.100.7")
    assert is_in(slowed)


def test_many_networks_together_meet_a_ceiling(chi, nine) -> None:
    networks = [f"2001:db8:{number}::" for number in range(STRANGERS.most + CEILING.most + 1)]
    for network in networks[:-1]:
        count_attempt(Attempt("chi", chi, "", network), at=nine)
    with pytest.raises(TooManyTries):
        count_attempt(Attempt("chi", chi, "", networks[-1]), at=nine)


def test_guessing_on_a_known_device_is_limited_too(chi) -> None:
    stolen = Client()
    sign_in(stolen)
    stolen.post(reverse("account_logout"))
    for _try in range(KNOWN_DEVICE.most):
        sign_in(stolen, WRONG)
    sign_in(stolen)
    assert not is_in(stolen)


def test_a_device_of_chi_is_none_of_an(chi, an) -> None:
    own_phone = Client()
    sign_in(own_phone)
    own_phone.post(reverse("account_logout"))
    use_up_the_tries_of_strangers("an", "203.0.113.1")
    sign_in(own_phone, WRONG, "an")
    sign_in(own_phone, RIGHT, "an")
    assert not is_in(own_phone)


def test_a_made_up_device_cookie_is_worth_nothing(chi) -> None:
    use_up_the_tries_of_strangers()
    liar = Client()
    liar.cookies[COOKIE] = "eyIxIjoiYSJ9:1abc:def"
    sign_in(liar, WRONG, network="198.51.100.7")
    sign_in(liar, RIGHT, network="198.51.100.7")
    assert not is_in(liar)


def test_the_device_cookie_is_closed_to_scripts_and_names_nobody(chi) -> None:
    browser = Client()
    sign_in(browser)
    cookie = browser.cookies[COOKIE]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert "chi" not in cookie.value


def test_a_success_is_not_counted_against_those_who_share_a_network(chi) -> None:
    for _try in range(5):
        sign_in(Client())
    assert not Allowance.objects.filter(used__gt=0).exists()


@pytest.mark.parametrize(("login", "unknown"), [("chi", "khong-co-ai"), ("0900000001", "0966555444")])
def test_a_wrong_password_costs_one_hash_and_says_the_same_for_every_name(login, unknown, chi, monkeypatch) -> None:
    made = []
    hasher = type(hashers.get_hasher())
    encode = hasher.encode

    def counted(*given: Any, **named: Any) -> str:
        made.append(login)
        return encode(*given, **named)

    monkeypatch.setattr(hasher, "encode", counted)
    known, stranger = sign_in(Client(), WRONG, login), sign_in(Client(), WRONG, unknown)
    assert len(made) == 2
    assert known.status_code == stranger.status_code == 200
    assert words(known, without=login) == words(stranger, without=unknown)


def test_an_unknown_name_is_slowed_exactly_as_a_known_one(chi) -> None:
    answers = []
    for login in ("chi", "khong-co-ai"):
        use_up_the_tries_of_strangers(login)
        sign_in(Client(), WRONG, login, "198.51.100.7")
        refused = sign_in(Client(), WRONG, login, "198.51.100.7")
        answers.append((refused.status_code, words(refused, without=login)))
        Allowance.objects.filter(name=NETWORK.name).delete()
    assert answers[0] == answers[1]


def test_two_processes_share_one_count(chi, nine) -> None:
    """What one server counted is read by the next from the database; nothing is kept in memory."""
    for number in range(STRANGERS.most):
        count_attempt(Attempt("chi", chi, "", "198.51.100.7"), at=nine + timedelta(seconds=number))
    refused = sign_in(Client(), WRONG, network="198.51.100.7")
    assert refused.status_code == 200
    slowed = Client()
    sign_in(slowed, RIGHT, network="198.51.100.7")
    assert not is_in(slowed)


def test_every_sign_in_is_in_the_trail_and_what_was_typed_is_not(chi, clock) -> None:
    for password, login in ((WRONG, "chi"), (WRONG, "mat-khau-go-nham-o-ten"), (RIGHT, "chi")):
        sign_in(Client(), password, login)
        clock.shift(timedelta(seconds=1))
    trail = AuditEntry.objects.filter(action__startswith="sign_in").order_by("at")
    assert [(entry.action, entry.actor_id, entry.subject_id) for entry in trail] == [
        ("sign_in_failed", None, str(chi.pk)),
        ("sign_in_failed", None, "0"),
        ("sign_in", chi.pk, str(chi.pk)),
    ]
    kept = str(list(trail.values()))
    assert "mat-khau-go-nham-o-ten" not in kept
    assert "203.0.113.1" not in kept
    assert len({entry.details["network"] for entry in trail}) == 1


def words(answer: Any, *, without: str) -> str:
    """Return the page but for what the reader typed and the token of his form."""
    page = answer.content.decode()
    main = page[page.index("<main") : page.index("</main>")]
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", main).replace(without, "")
