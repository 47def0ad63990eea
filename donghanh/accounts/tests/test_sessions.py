"""How long a session lasts, and who ends it."""

from datetime import timedelta

import pytest
import time_machine
from allauth.usersessions.models import UserSession
from django.test import Client
from django.utils.timezone import localdate, now

from donghanh.accounts.queries.sessions import device_of
from donghanh.core.models import AuditEntry
from donghanh.org.services import create_user, grant_role

PASSWORD = "mat-khau-thu"
ANDROID = "Mozilla/5.0 (Linux; Android 14; Mau) AppleWebKit/537.36 Chrome/139.0 Mobile Safari/537.36"


def signed_in(login: str, **headers: str) -> Client:
    client = Client(headers=headers)
    client.post("/accounts/login/", {"login": login, "password": PASSWORD})
    assert "_auth_user_id" in client.session
    return client


def is_in(client: Client) -> bool:
    return client.get("/units/account/").status_code == 200


@pytest.mark.parametrize(
    ("who", "idle", "stays"),
    [
        ("dung", timedelta(minutes=119), True),
        ("dung", timedelta(minutes=120), False),
        ("chi", timedelta(days=13, hours=23), True),
        ("chi", timedelta(days=14), False),
    ],
)
def test_an_idle_session_ends_sooner_for_officers_than_for_workers(who, idle, stays, dung, chi) -> None:
    with time_machine.travel(now(), tick=False) as clock:
        client = signed_in(who)
        clock.shift(idle)
        assert is_in(client) is stays


@pytest.mark.parametrize(
    ("who", "step", "times", "stays"),
    [
        ("dung", timedelta(hours=1), 11, True),
        ("dung", timedelta(hours=1), 12, False),
        ("chi", timedelta(days=9), 9, True),
        ("chi", timedelta(days=9), 10, False),
    ],
)
def test_a_busy_session_ends_too(who, step, times, stays, dung, chi) -> None:
    with time_machine.travel(now(), tick=False) as clock:
        client = signed_in(who)
        for _ in range(times):
            clock.shift(step)
            stayed = is_in(client)
        assert stayed is stays


def test_a_visit_is_written_down_every_five_minutes_only(dung) -> None:
    with time_machine.travel(now(), tick=False) as clock:
        client = signed_in("dung")
        began = client.session["seen_at"]
        clock.shift(timedelta(minutes=4))
        assert is_in(client)
        assert client.session["seen_at"] == began
        clock.shift(timedelta(minutes=1))
        assert is_in(client)
        assert client.session["seen_at"] > began


def test_signing_in_gives_the_session_a_new_key(chi) -> None:
    client = Client()
    client.get("/accounts/login/")
    session = client.session
    session["mark"] = 1
    session.save()
    before = str(session.session_key)
    client.cookies["sessionid"] = before
    client.post("/accounts/login/", {"login": "chi", "password": PASSWORD})
    assert client.cookies["sessionid"].value != before


def test_signing_out_ends_the_session_on_the_server(chi) -> None:
    client = signed_in("chi")
    key = str(client.session.session_key)
    client.post("/accounts/logout/")
    thief = Client()
    thief.cookies["sessionid"] = key
    assert not is_in(thief)


def test_chi_sees_her_devices_and_signs_one_out(chi) -> None:
    here, phone = signed_in("chi"), signed_in("chi", **{"User-Agent": ANDROID})
    page = here.get("/accounts/security/").content.decode()
    assert "Chrome" in page
    assert "Android" in page
    other = UserSession.objects.get(session_key=phone.session.session_key)
    here.post(f"/accounts/sessions/{other.pk}/end/")
    assert is_in(here)
    assert not is_in(phone)


def test_nobody_ends_the_session_of_somebody_else_by_its_number(chi, binh) -> None:
    hers = signed_in("chi")
    number = UserSession.objects.get(user=chi).pk
    assert signed_in("binh").post(f"/accounts/sessions/{number}/end/").status_code == 404
    assert is_in(hers)


def test_all_other_devices_are_signed_out_at_once(chi) -> None:
    here, others = signed_in("chi"), [signed_in("chi"), signed_in("chi")]
    here.post("/accounts/sessions/end/")
    assert is_in(here)
    assert [is_in(client) for client in others] == [False, False]


def test_signing_out_everywhere_leaves_no_device(chi) -> None:
    here, other = signed_in("chi"), signed_in("chi")
    here.post("/accounts/sessions/end/", {"this": "too"})
    assert not is_in(here)
    assert not is_in(other)


def test_a_new_password_ends_all_other_sessions(chi) -> None:
    here, other = signed_in("chi"), signed_in("chi")
    typed = {"oldpassword": PASSWORD, "password1": "ba con mèo đen ngủ", "password2": "ba con mèo đen ngủ"}
    assert here.post("/accounts/password/change/", typed).status_code == 302
    assert is_in(here)
    assert not is_in(other)


def test_a_closed_account_opens_nothing_from_the_next_click_on(chi) -> None:
    client = signed_in("chi")
    chi.is_active = False
    chi.save(update_fields=["is_active"])
    assert not is_in(client)


def test_who_has_a_say_over_an_account_ends_its_sessions_and_it_is_written_down(dung, commune, system) -> None:
    keeper = create_user("quan", "Vũ Mẫu Quản", actor=system, unit=commune, password=PASSWORD)
    grant_role(keeper, "administrator", commune, actor=system, starts_on=localdate())
    lost, office = signed_in("dung"), signed_in("quan")
    address = f"/accounts/users/CS-01/{dung.pk}/sessions/"
    assert office.get(address).status_code == 200
    assert office.post(address).status_code == 302
    assert not is_in(lost)
    assert AuditEntry.objects.filter(action="end_sessions", actor_id=keeper.pk, subject_id=str(dung.pk)).exists()


def test_binh_finds_no_page_to_end_them_on(binh, dung) -> None:
    hers = signed_in("dung")
    stranger = signed_in("binh")
    for ask in (stranger.get, stranger.post):
        assert ask(f"/accounts/users/CS-01/{dung.pk}/sessions/").status_code == 404
    assert is_in(hers)


@pytest.mark.parametrize(
    ("user_agent", "device"),
    [(ANDROID, {"Chrome", "Android"}), ("Mozilla/5.0 (Windows NT 10.0) Gecko Firefox/140.0", {"Firefox", "Windows"})],
)
def test_a_device_is_named_as_its_owner_would(user_agent, device) -> None:
    assert all(word in device_of(user_agent) for word in device)
