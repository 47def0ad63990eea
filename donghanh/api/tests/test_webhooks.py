"""An address is told what happened: signed, in order, at least once, and only what its maker may read."""

import json
import socket
from datetime import timedelta

import pytest
import time_machine
from django.test import override_settings
from django.utils.timezone import localdate, now

from donghanh.api.errors import AddressRefused, NoEvent, TooManyWebhooks
from donghanh.api.models import Webhook
from donghanh.api.services import renew_secret, resume_webhook, subscribe, unsubscribe
from donghanh.api.tests.receiver import receiving
from donghanh.api.webhooks.sending import target_of
from donghanh.api.webhooks.signing import secret_of
from donghanh.api.webhooks.telling import WAITS, tell_waiting
from donghanh.core.audit_chain import seal_waiting
from donghanh.core.errors import NotForYou
from donghanh.core.models import AuditEntry
from donghanh.gatherings.services import cancel_session, record_names, update_session
from donghanh.org.services import end_role
from examples.webhook_receiver import FRESH, is_genuine


@pytest.fixture
def received(settings):
    settings.PRIVATE_WEBHOOKS = True
    with receiving() as messages:
        yield messages


@pytest.fixture
def webhook(received, dung, factory_union, session):
    address = f"http://127.0.0.1:{received.port}/hook"
    made, secret = subscribe(factory_union, address, ["sessions", "attendances"], actor=dung, at=now())
    assert secret == secret_of(made.salt)
    return made


def happen(session, dung, title: str) -> None:
    update_session(session, actor=dung, title=title)
    seal_waiting()


def events(received) -> list[dict[str, str]]:
    return [event for _headers, body in received for event in json.loads(body)["events"]]


def test_what_happened_is_told_without_a_word_about_people(
    webhook, received, session, dung, chi_worker, nine, factory_union
) -> None:
    record_names(session, [chi_worker], actor=dung, at=nine)
    happen(session, dung, "Tiền lương tối thiểu")
    tell_waiting()
    assert [(each["action"], each["kind"], each["subject"], each["unit"]) for each in events(received)] == [
        ("record_names", "gatherings.session", str(session.pk), "CS-01"),
        ("update_session", "gatherings.session", str(session.pk), "CS-01"),
    ]
    assert set(events(received)[0]) == {"id", "action", "kind", "subject", "unit", "at"}
    body = received[0][1].decode()
    assert "Chi" not in body
    assert "Tiền" not in body


def test_each_event_is_told_once_when_it_arrives(webhook, received, session, dung) -> None:
    happen(session, dung, "một")
    tell_waiting()
    tell_waiting()
    happen(session, dung, "hai")
    tell_waiting()
    assert [len(json.loads(body)["events"]) for _headers, body in received] == [1, 1]


def test_a_message_is_signed_and_a_receiver_can_tell(webhook, received, session, dung) -> None:
    happen(session, dung, "một")
    tell_waiting()
    headers, body = received[0]
    signature, at = headers["Donghanh-Signature"], now().timestamp()
    assert is_genuine(signature, body, secret_of(webhook.salt), now=at)
    assert not is_genuine(signature, body + b" ", secret_of(webhook.salt), now=at)
    assert not is_genuine(signature, body, "khong-phai-bi-mat", now=at)
    assert not is_genuine(signature, body, secret_of(webhook.salt), now=at + FRESH + 2)
    assert not is_genuine("", body, secret_of(webhook.salt), now=at)


def test_a_new_secret_stands_beside_the_old_one_for_a_day(webhook, received, session, dung) -> None:
    fresh = renew_secret(Webhook.objects.get(), actor=dung, at=now())
    happen(session, dung, "một")
    tell_waiting()
    with time_machine.travel(now() + timedelta(hours=25)):
        happen(session, dung, "hai")
        tell_waiting()
        later = now().timestamp()
    signatures = [(headers["Donghanh-Signature"], body) for headers, body in received]
    at = now().timestamp()
    assert all(is_genuine(*signatures[0], secret, now=at) for secret in (fresh, secret_of(webhook.salt)))
    assert [is_genuine(*signatures[1], secret, now=later) for secret in (fresh, secret_of(webhook.salt))] == [
        True,
        False,
    ]


def test_what_did_not_arrive_is_told_again_with_more_and_more_patience(webhook, received, session, dung) -> None:
    received.status = 503
    happen(session, dung, "một")
    began = now()
    with time_machine.travel(began, tick=False) as clock:
        tell_waiting()
        tell_waiting()
        assert len(received) == 1
        clock.shift(WAITS[0])
        tell_waiting()
        waiting = Webhook.objects.get()
        assert (waiting.failure_count, waiting.failure) == (2, "HTTP 503")
        assert waiting.next_try_at == now() + WAITS[1]
        received.status = 204
        clock.shift(WAITS[1])
        tell_waiting()
    told = Webhook.objects.get()
    assert (told.failure_count, told.failure, told.next_try_at) == (0, "", None)
    assert len({body for _headers, body in received}) == 3
    assert len({event["id"] for event in events(received)}) == 1


def test_after_a_day_without_answer_it_is_stopped_until_somebody_resumes_it(webhook, received, session, dung) -> None:
    received.status = 500
    happen(session, dung, "một")
    with time_machine.travel(now(), tick=False) as clock:
        for wait in (*WAITS, timedelta(days=1)):
            tell_waiting()
            clock.shift(wait)
        tell_waiting()
        stopped = Webhook.objects.get()
        assert stopped.stopped_at is not None
        assert len(received) == len(WAITS) + 1
        assert AuditEntry.objects.filter(action="stop_webhook").count() == 1
        received.status = 204
        resume_webhook(stopped, actor=dung)
        tell_waiting()
    assert events(received)[-1]["action"] == "update_session"
    assert Webhook.objects.get().failure_count == 0


def test_nobody_is_led_elsewhere_by_a_redirect(webhook, received, session, dung) -> None:
    received.status = 307
    happen(session, dung, "một")
    tell_waiting()
    assert len(received) == 1
    assert Webhook.objects.get().failure == "HTTP 307"


def test_a_role_that_ended_is_told_nothing(webhook, received, session, dung, factory_union, system) -> None:
    end_role(dung.grants.get(unit=factory_union), actor=system, on=localdate())
    update_session(session, actor=system, title="một")
    seal_waiting()
    tell_waiting()
    assert received == []


def test_events_of_other_units_and_other_kinds_are_not_told(received, em, commune, session, dung, binh) -> None:
    subscribe(commune, f"http://127.0.0.1:{received.port}/", ["figures"], actor=em, at=now())
    happen(session, dung, "một")
    tell_waiting()
    assert received == []
    with pytest.raises(NotForYou):
        subscribe(commune, f"http://127.0.0.1:{received.port}/", ["sessions"], actor=binh, at=now())


def test_the_union_above_is_told_of_the_units_below_it(received, em, commune, session, dung, nine) -> None:
    subscribe(commune, f"http://127.0.0.1:{received.port}/", ["sessions"], actor=em, at=now())
    cancel_session(session, actor=dung, at=nine, reason="mưa")
    seal_waiting()
    tell_waiting()
    assert [each["unit"] for each in events(received)] == ["CS-01"]


def test_what_happened_before_is_not_told(received, dung, factory_union, session) -> None:
    happen(session, dung, "trước")
    update_session(session, actor=dung, title="chưa niêm")
    subscribe(factory_union, f"http://127.0.0.1:{received.port}/", ["sessions"], actor=dung, at=now())
    happen(session, dung, "sau")
    tell_waiting()
    assert len(events(received)) == 1


def test_who_may_not_change_a_webhook_cannot(webhook, binh, dung) -> None:
    for change in (resume_webhook, unsubscribe):
        with pytest.raises(NotForYou):
            change(webhook, actor=binh)
    unsubscribe(webhook, actor=dung)
    assert not Webhook.objects.exists()


def test_a_webhook_tells_of_something_and_a_unit_has_ten_at_most(received, dung, factory_union) -> None:
    address = f"http://127.0.0.1:{received.port}/"
    with pytest.raises(NoEvent):
        subscribe(factory_union, address, [], actor=dung, at=now())
    for _number in range(10):
        subscribe(factory_union, address, ["sessions"], actor=dung, at=now())
    with pytest.raises(TooManyWebhooks, match="10"):
        subscribe(factory_union, address, ["sessions"], actor=dung, at=now())


@pytest.mark.parametrize(
    "url",
    [
        "http://example.vn/",
        "https://",
        "ftp://example.vn/",
        "https://an:mat-khau@example.vn/",
        "https://[::1",
        "javascript:alert(1)",
    ],
)
def test_an_address_that_is_not_plainly_https_is_refused_at_once(dung, factory_union, url) -> None:
    with pytest.raises(AddressRefused):
        subscribe(factory_union, url, ["sessions"], actor=dung, at=now())


@pytest.mark.parametrize(
    ("address", "allowed"),
    [
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),  # noqa: S104 - an address to refuse, not to listen on
        ("224.0.0.1", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:10.0.0.1", False),
        ("64:ff9b::a00:1", False),
        ("2002:a00:1::", False),
        ("8.8.8.8", True),
        ("2606:4700:4700::1111", True),
    ],
)
def test_a_name_leads_to_public_computers_only(monkeypatch, address, allowed) -> None:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    found = [(family, socket.SOCK_STREAM, 6, "", (address, 443))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_args, **_options: found)
    with override_settings(PRIVATE_WEBHOOKS=False):
        if allowed:
            assert target_of("https://hook.example.vn/x").address == address
        else:
            with pytest.raises(AddressRefused):
                target_of("https://hook.example.vn/x")


def test_a_name_with_one_inner_address_among_public_ones_is_refused(monkeypatch) -> None:
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 443)) for address in ("8.8.8.8", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_args, **_options: found)
    with override_settings(PRIVATE_WEBHOOKS=False), pytest.raises(AddressRefused):
        target_of("https://hook.example.vn/x")
