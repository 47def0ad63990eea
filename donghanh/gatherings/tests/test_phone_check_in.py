"""Checking in on one's own phone, from the code to the done page."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from donghanh.gatherings import services
from donghanh.gatherings.models import Attendance
from donghanh.gatherings.tickets import code_at
from donghanh.people.models import Worker

pytestmark = pytest.mark.usefixtures("clock")
CHI = {"full_name": "Lê Thị Ví Dụ Chi", "phone": "0900 000 001"}
STRANGER = {"full_name": "Hồ Mẫu Lạ", "phone": "0977000111"}


@pytest.fixture
def scanned(client, session, nine):
    """Scan the code on the screen; return the address that it leads to."""
    code = code_at(session, nine)
    return client.get(reverse("gatherings:check-in-scan", args=[session.code, code])).url


def words(answer: Any) -> str:
    page: str = answer.content.decode()
    return page[page.index("<main") : page.index("</main>")]


def standing(session) -> list[Attendance]:
    return list(Attendance.objects.of(session).standing())


def test_the_code_is_exchanged_at_once_and_leaves_the_address(client, session, scanned) -> None:
    assert scanned == reverse("gatherings:check-in-session", args=[session.pk])
    page = client.get(scanned).content.decode()
    assert session.title in page
    assert session.host.name in page


def test_known_and_unknown_people_get_the_same_answer(session, scanned, client, nine, chi_worker) -> None:
    answers = []
    for typed in (CHI, STRANGER):
        browser = Client()
        browser.get(reverse("gatherings:check-in-scan", args=[session.code, code_at(session, nine)]))
        done = browser.post(scanned, typed, follow=True)
        assert done.status_code == 200
        answers.append(words(done).replace(typed["full_name"], ""))
    assert answers[0] == answers[1]
    assert {row.worker_id for row in standing(session)} >= {chi_worker.pk}
    assert Worker.objects.get(is_provisional=True).full_name == "Hồ Mẫu Lạ"


def test_whoever_is_recorded_already_gets_the_same_answer_too(
    client, session, scanned, dung, chi_worker, nine, clock
) -> None:
    services.check_in(session, chi_worker, actor=dung, at=nine)
    clock.shift(60)
    done = client.post(scanned, CHI, follow=True).content.decode()
    assert "09:01:00" in done
    assert "09:00:00" not in done


def test_the_same_sent_twice_gets_the_same_answer(client, session, scanned, clock) -> None:
    first = client.post(scanned, STRANGER, follow=True)
    clock.shift(45)
    second = client.post(scanned, STRANGER, follow=True)
    assert words(first) == words(second)
    assert len(standing(session)) == 1


def test_an_answer_lost_on_the_way_is_given_again_after_the_ticket_is_over(client, session, scanned, clock) -> None:
    first = client.post(scanned, STRANGER, follow=True)
    clock.shift(11 * 60)
    assert words(client.post(scanned, STRANGER, follow=True)) == words(first)
    corrected = client.post(scanned, {**STRANGER, "phone": "0977000222"})
    assert corrected.status_code == 409
    assert len(standing(session)) == 1


def test_two_people_may_share_one_phone(client, session, scanned) -> None:
    client.post(scanned, CHI)
    client.post(scanned, STRANGER)
    assert len(standing(session)) == 2


def test_an_account_needs_one_press(client, session, chi, chi_worker, nine) -> None:
    client.force_login(chi)
    address = client.get(reverse("gatherings:check-in-scan", args=[session.code, code_at(session, nine)])).url
    assert chi_worker.full_name in client.get(address).content.decode()
    done = client.post(address, {"by": "account"}, follow=True)
    assert done.context["place_in_year"] == 1
    assert [row.grade for row in standing(session)] == ["A"]


def test_an_account_that_was_recorded_already_is_told_since_when(
    client, session, chi, chi_worker, dung, nine, clock
) -> None:
    services.check_in(session, chi_worker, actor=dung, at=nine)
    clock.shift(60)
    client.force_login(chi)
    code = code_at(session, nine + timedelta(seconds=60))
    address = client.get(reverse("gatherings:check-in-scan", args=[session.code, code])).url
    done = client.post(address, {"by": "account"}, follow=True)
    assert done.context["receipt"].was_there
    assert "09:00:00" in done.content.decode()


def test_somebody_signed_in_may_still_say_who_he_is(client, session, scanned, chi) -> None:
    client.force_login(chi)
    code = code_at(session, session.starts_at)
    client.get(reverse("gatherings:check-in-scan", args=[session.code, code]))
    assert "full_name" in client.get(scanned, {"by": "phone"}).content.decode()
    client.post(scanned, STRANGER)
    assert standing(session)[0].grade == "B"


@pytest.mark.parametrize(
    ("typed", "field"),
    [({**CHI, "phone": "0123"}, "phone"), ({**CHI, "full_name": " "}, "full_name"), ({"by": "phone"}, "phone")],
)
def test_a_refused_field_is_named_and_nobody_is_recorded(client, session, scanned, typed, field) -> None:
    answer = client.post(scanned, typed)
    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert not standing(session)


def test_an_old_photo_is_refused_with_what_to_do(client, session, nine, clock) -> None:
    old = code_at(session, nine)
    clock.shift(60)
    answer = client.get(reverse("gatherings:check-in-scan", args=[session.code, old]))
    assert answer.status_code == 409
    assert reverse("gatherings:check-in") in answer.content.decode()


def test_without_a_ticket_a_session_shows_nothing(client, session) -> None:
    answer = client.get(reverse("gatherings:check-in-session", args=[session.pk]))
    assert answer.status_code == 409
    assert session.title not in answer.content.decode()


def test_a_ticket_of_another_browser_is_none(session, scanned) -> None:
    assert Client().post(scanned, CHI).status_code == 409
    assert not standing(session)


def test_a_ticket_is_over_after_ten_minutes(client, session, scanned, clock) -> None:
    clock.shift(9 * 60 + 59)
    assert client.get(scanned).status_code == 200
    clock.shift(1)
    assert client.post(scanned, CHI).status_code == 409
    assert not standing(session)


def test_a_session_called_off_meanwhile_says_why(client, session, scanned, dung, nine) -> None:
    services.cancel_session(session, actor=dung, at=nine, reason="mất điện")
    answer = client.post(scanned, CHI)
    assert answer.status_code == 409
    assert "mất điện" in answer.content.decode()


def test_codes_can_be_typed_however_they_are_grouped(client, session, nine) -> None:
    code = code_at(session, nine)
    typed = {
        "session_code": f"{session.code[:3]} {session.code[3:]}", "screen_code": f"{code[:4].upper()} {code[4:]}",
    }  # fmt: skip
    answer = client.post(reverse("gatherings:check-in"), typed)
    assert answer.url == reverse("gatherings:check-in-session", args=[session.pk])


@pytest.mark.parametrize(("session_code", "screen_code"), [("000000", "abcdefgh"), ("", "abcdefgh"), ("abc", "")])
def test_wrong_typed_codes_are_refused_in_the_form(client, session, session_code, screen_code) -> None:
    data = {"session_code": session_code, "screen_code": screen_code}
    answer = client.post(reverse("gatherings:check-in"), data)
    assert answer.status_code == 422
    assert answer.context["form"].errors


def test_the_done_page_of_somebody_who_did_nothing_asks_for_the_codes(client, session) -> None:
    answer = client.get(reverse("gatherings:check-in-done", args=[session.pk]))
    assert answer.url == reverse("gatherings:check-in")


@pytest.mark.parametrize(("typed", "most"), [(CHI, 11), (STRANGER, 13)])
def test_a_check_in_over_http_needs_few_queries(
    client, session, scanned, chi_worker, django_assert_max_num_queries, typed, most
) -> None:
    with django_assert_max_num_queries(most):
        client.post(scanned, typed)
