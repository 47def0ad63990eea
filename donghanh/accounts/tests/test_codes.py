"""One-time codes: sent to workers' phones, good once and for ten minutes."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from donghanh.accounts import jobs
from donghanh.accounts.choices import CodePurpose
from donghanh.accounts.errors import CodeGone, CodeWrong
from donghanh.accounts.models import OneTimeCode
from donghanh.accounts.services import codes
from donghanh.core.limits import TooManyTries
from donghanh.kernel.text import masked
from donghanh.org.services import grant_role

ASK, ENTER = reverse("accounts:code-ask"), reverse("accounts:code-enter")
SIGN_IN = CodePurpose.SIGN_IN


@pytest.fixture(autouse=True)
def clock(db, nine, settings):
    """Stop the clock at nine, with messages printed."""
    settings.SMS_URL = "console:"
    with time_machine.travel(nine, tick=False) as stopped:
        yield stopped


@pytest.fixture
def sent(monkeypatch):
    """Keep what would be sent, as soon as it is queued."""
    messages = []
    monkeypatch.setattr(
        "donghanh.accounts.senders.console.ConsoleSender.send",
        lambda sender, phone, text, *, key: messages.append((phone, text)),
    )
    monkeypatch.setattr(codes, "start", lambda job, pk: jobs.send_code(pk))
    return messages


def ask(phone="0900000001", *, at, network="203.0.113.1", device="") -> OneTimeCode:
    return codes.ask_for_code(phone, SIGN_IN, device=device, network=network, at=at)


def another(digits: str) -> str:
    return f"{(int(digits) + 1) % 10**6:06d}"


def test_a_worker_signs_in_by_a_code_to_his_phone(chi, client, sent) -> None:
    assert client.post(ASK, {"phone": "0900 000 001"}).url == ENTER
    [(phone, text)] = sent
    assert phone == "0900000001"
    assert client.post(ENTER, {"digits": re.findall(r"\b\d{6}\b", text)[0]}).status_code == 302
    assert client.session["_auth_user_id"] == str(chi.pk)


def test_known_and_unknown_phones_get_the_same_answer_and_the_same_work(chi, sent) -> None:
    Client().post(ASK, {"phone": "0966000111"})  # The first from a network also opens its count.
    pages, work = [], []
    for phone in ("0900000001", "0977000111"):
        browser = Client()
        with CaptureQueriesContext(connection) as asked:
            assert browser.post(ASK, {"phone": phone}).status_code == 302
        work.append(len(asked))
        page = browser.get(ENTER).content.decode()
        pages.append(re.sub(r'value="\w{64}"', "", page).replace(masked(phone), ""))
    assert pages[0] == pages[1]
    assert [phone for phone, _text in sent] == ["0900000001"]
    assert work[0] == work[1]


def test_a_code_never_opens_the_account_of_an_officer(dung, client, sent) -> None:
    dung.phone = "0900000009"
    dung.save(update_fields=["phone"])
    client.post(ASK, {"phone": "0900000009"})
    assert sent == []


def test_a_worker_who_becomes_an_officer_gets_no_codes_any_more(chi, factory_union, system, client, sent) -> None:
    grant_role(chi, "officer", factory_union, actor=system, starts_on=chi.grants.get().starts_on)
    client.post(ASK, {"phone": "0900000001"})
    assert sent == []


def test_a_closed_account_gets_no_code(chi, client, sent) -> None:
    chi.is_active = False
    chi.save(update_fields=["is_active"])
    client.post(ASK, {"phone": "0900000001"})
    assert sent == []


def test_without_a_sender_the_pages_do_not_exist_and_are_not_offered(client, settings) -> None:
    settings.SMS_URL = ""
    assert client.get(ASK).status_code == client.get(ENTER).status_code == 404
    assert ASK not in client.get(reverse("account_login")).content.decode()


def test_the_page_says_what_is_risky_and_what_is_safer(client) -> None:
    page = client.get(ASK).content.decode()
    assert "SIM" in page
    assert reverse("account_login") in page


def test_the_digits_are_stored_nowhere(chi, nine) -> None:
    code = ask(at=nine)
    assert codes.digits_of(code) not in str(OneTimeCode.objects.values().get())


def test_a_code_works_once(chi, nine) -> None:
    code = ask(at=nine)
    assert codes.redeem_code(code.pk, codes.digits_of(code), SIGN_IN, at=nine).user == chi
    with pytest.raises(CodeGone):
        codes.redeem_code(code.pk, codes.digits_of(code), SIGN_IN, at=nine)


@pytest.mark.parametrize(("seconds", "works"), [(0, True), (599, True), (600, False), (3600, False)])
def test_a_code_works_for_ten_minutes(chi, nine, seconds, works) -> None:
    code, at = ask(at=nine), nine + timedelta(seconds=seconds)
    if works:
        assert codes.redeem_code(code.pk, codes.digits_of(code), SIGN_IN, at=at).used_at == at or works
    else:
        with pytest.raises(CodeGone):
            codes.redeem_code(code.pk, codes.digits_of(code), SIGN_IN, at=at)


def test_after_five_wrong_tries_the_right_digits_are_refused_too(chi, nine) -> None:
    code = ask(at=nine)
    for left in (4, 3, 2, 1, 0):
        with pytest.raises(CodeWrong, match=f"{left}"):
            codes.redeem_code(code.pk, another(codes.digits_of(code)), SIGN_IN, at=nine)
    with pytest.raises(CodeGone):
        codes.redeem_code(code.pk, codes.digits_of(code), SIGN_IN, at=nine)


def test_guessing_in_another_browser_does_not_use_up_the_tries_of_chi(chi, nine) -> None:
    hers, his = ask(at=nine), ask(at=nine)
    for _try in range(codes.TRIES):
        with pytest.raises(CodeWrong):
            codes.redeem_code(his.pk, another(codes.digits_of(his)), SIGN_IN, at=nine)
    assert codes.redeem_code(hers.pk, codes.digits_of(hers), SIGN_IN, at=nine).user == chi


def test_a_code_for_joining_does_not_sign_in(chi, nine) -> None:
    code = codes.ask_for_code("0900000001", CodePurpose.JOIN, device="", network="203.0.113.1", at=nine)
    with pytest.raises(CodeGone):
        codes.redeem_code(code.pk, codes.digits_of(code), SIGN_IN, at=nine)


def test_a_stranger_cannot_use_up_the_messages_of_a_known_device(chi, nine) -> None:
    for number in range(codes.TO_A_PHONE.most):
        ask(at=nine, network=f"198.51.100.{number}")
    with pytest.raises(TooManyTries):
        ask(at=nine)
    assert ask(at=nine, device="her own browser").user == chi


def test_one_network_does_not_send_messages_without_end(nine) -> None:
    for number in range(codes.FROM_A_NETWORK.most):
        ask(f"09110000{number:02d}", at=nine)
    with pytest.raises(TooManyTries):
        ask("0922000000", at=nine)


def test_a_job_that_runs_twice_sends_the_same_message_under_the_same_key(chi, nine, monkeypatch) -> None:
    sent = []
    monkeypatch.setattr(
        "donghanh.accounts.senders.console.ConsoleSender.send",
        lambda sender, phone, text, *, key: sent.append((phone, text, key)),
    )
    code = ask(at=nine)
    jobs.send_code(code.pk)
    jobs.send_code(code.pk)
    assert len(sent) == 2
    assert len(set(sent)) == 1


def test_old_codes_are_forgotten_with_their_phones(chi, nine, clock) -> None:
    ask(at=nine)
    clock.shift(timedelta(days=1, seconds=1))
    jobs.forget_codes()
    assert not OneTimeCode.objects.exists()
