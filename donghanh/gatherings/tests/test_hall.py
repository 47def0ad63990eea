"""The hall screen: a code, a count, never a name."""

import pytest
from django.urls import reverse

from donghanh.gatherings import services
from donghanh.gatherings.screen_codes import check_in_address, grouped, is_only_here, picture, shown_digits
from donghanh.gatherings.tickets import code_at

pytestmark = pytest.mark.usefixtures("clock")


@pytest.fixture
def screen(client, session, dung):
    client.force_login(dung)

    def shown(name="session-hall"):
        return client.get(reverse(f"gatherings:{name}", args=[session.pk]))

    return shown


@pytest.mark.parametrize("name", ["session-hall", "hall-code"])
def test_the_screen_shows_code_count_and_digits_and_never_a_name(screen, session, dung, chi_worker, nine, name) -> None:
    services.record_names(session, [chi_worker], actor=dung, at=nine)
    page = screen(name).content.decode()
    assert "dh-qr" in page
    assert grouped(code_at(session, nine)) in page
    assert shown_digits(session.code) in page
    assert "<b>1</b>" in page
    assert chi_worker.full_name not in page


def test_the_code_changes_every_thirty_seconds(screen, clock) -> None:
    first = screen().context["screen_code"]
    clock.shift(29)
    assert screen().context["screen_code"] == first
    clock.shift(1)
    assert screen().context["screen_code"] != first


def test_without_javascript_the_page_asks_again_when_the_code_changes(screen, clock) -> None:
    clock.shift(12)
    assert '<noscript><meta http-equiv="refresh" content="18"></noscript>' in screen().content.decode()


def test_no_copy_of_the_screen_is_kept(screen) -> None:
    assert "no-store" in screen()["Cache-Control"]


@pytest.mark.parametrize(("hours", "words"), [(-2, "08:00, 01/07/2026"), (3, "11:00, 01/07/2026")])
def test_a_closed_screen_says_when_it_opens_or_closed(client, dung, screen, clock, hours, words) -> None:
    clock.shift(hours * 3600)
    client.force_login(dung)
    page = screen().content.decode()
    assert words in page
    assert "dh-qr" not in page


def test_a_code_that_leads_to_this_machine_says_so(client, session, dung, settings) -> None:
    client.force_login(dung)
    address = reverse("gatherings:session-hall", args=[session.pk])
    assert client.get(address, headers={"host": "localhost"}).context["is_only_here"]
    settings.PUBLIC_URL = "https://cd.example.vn"
    answer = client.get(address, headers={"host": "localhost"})
    assert not answer.context["is_only_here"]
    assert answer.context["typed_at"] == "cd.example.vn/check-in"


def test_the_code_holds_the_public_address(rf, session, settings) -> None:
    settings.PUBLIC_URL = "https://cd.example.vn"
    url = check_in_address(rf.get("/"), session, "abcd2345")
    assert url == f"https://cd.example.vn/check-in/{session.code}/abcd2345/"
    assert not is_only_here(url)
    assert "<script" not in picture(url)


def test_a_volunteer_named_for_the_session_opens_its_screen(client, session, dung, volunteer) -> None:
    address = reverse("gatherings:session-hall", args=[session.pk])
    client.force_login(volunteer)
    assert client.get(address).status_code == 404
    services.set_volunteers(session, [volunteer], actor=dung)
    assert client.get(address).status_code == 200
