"""What every answer says to browsers and caches, and what refusals give away: nothing."""

import logging
from datetime import UTC, datetime, timedelta

import pytest
from django.conf import settings as configured
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path
from django.utils.timezone import now

from donghanh.core.limits import TooManyTries
from donghanh.web import urls

pytestmark = pytest.mark.django_db
CANARY = "Lê Thị Chim Hoàng Yến 0912345678"


def broken(request: HttpRequest) -> HttpResponse:
    raise RuntimeError(CANARY)


def strange(request: HttpRequest) -> HttpResponse:
    raise SuspiciousOperation(CANARY)


def too_often(request: HttpRequest) -> HttpResponse:
    raise TooManyTries(now() + timedelta(seconds=90))


urlpatterns = [
    *urls.urlpatterns,
    path("try/broken/", broken),
    path("try/strange/", strange),
    path("try/too-often/", too_often),
]


@pytest.fixture
def open_doors(settings) -> Client:
    settings.ROOT_URLCONF = __name__
    settings.DEBUG = False
    return Client(raise_request_exception=False)


@pytest.mark.parametrize("address", ["/", "/accounts/login/", "/people/", "/units/", "/nowhere/", "/help/"])
def test_no_page_is_kept_by_a_cache(address, an) -> None:
    """SECURITY 27."""
    for client in (Client(), Client()):
        answer = client.get(address)
        assert "no-store" in answer["Cache-Control"]
        client.force_login(an)
    assert "no-store" in client.get(address)["Cache-Control"]


def test_every_answer_carries_the_safe_headers(an) -> None:
    client = Client()
    client.force_login(an)
    for address in ("/", "/units/", "/nowhere/", "/units/?export=csv"):
        answer = client.get(address)
        assert b"".join(answer)
        policy = answer["Content-Security-Policy"]
        assert "unsafe" not in policy
        assert "default-src 'self'" in policy
        assert "frame-ancestors 'none'" in policy
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["X-Frame-Options"] == "DENY"
        assert answer["Referrer-Policy"] == "same-origin"
        assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
        assert answer["Cross-Origin-Resource-Policy"] == "same-origin"
        assert "camera=()" in answer["Permissions-Policy"]
        assert answer["X-Request-ID"]


def test_signing_out_clears_what_the_browser_kept(an) -> None:
    """SECURITY 28."""
    client = Client()
    client.force_login(an)
    assert not client.get("/").has_header("Clear-Site-Data")
    assert client.post("/accounts/logout/")["Clear-Site-Data"] == '"storage"'


@pytest.mark.parametrize(("address", "status"), [("/try/broken/", 500), ("/try/strange/", 400), ("/nowhere/", 404)])
def test_a_fault_tells_the_reader_nothing_and_lets_nobody_in(open_doors, an, address, status) -> None:
    """SECURITY 37."""
    open_doors.force_login(an)
    answer = open_doors.get(address)
    body = answer.content.decode()
    assert answer.status_code == status
    assert "<h1" in body
    for word in ("Chim", "0912345678", "RuntimeError", "Traceback", "SuspiciousOperation", "donghanh/"):
        assert word not in body


def test_a_fault_is_logged_without_people(open_doors, caplog) -> None:
    """SECURITY 35: the trace goes through the lines of the log, which blot phones out."""
    from donghanh.kernel.logs import JsonLines

    open_doors.get("/try/broken/?q=Hoàng+Yến")
    text = "\n".join(JsonLines().format(record) for record in caplog.records)
    assert "RuntimeError" in text
    assert "0912345678" not in text
    assert "q=" not in text


def test_a_page_asked_for_in_another_way_says_so(an) -> None:
    client = Client()
    client.force_login(an)
    answer = client.post("/units/")
    assert answer.status_code == 405
    assert answer["Allow"] == "GET"
    assert "Trang này không mở theo cách đó" in answer.content.decode()


def test_who_tries_too_often_is_told_when_to_come_back(open_doors) -> None:
    answer = open_doors.get("/try/too-often/")
    assert answer.status_code == 429
    assert 80 <= int(answer["Retry-After"]) <= 90


def test_a_form_without_its_token_is_refused(an) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(an)
    answer = client.post("/i18n/setlang/", {"language": "en"})
    assert answer.status_code == 403
    assert "verification" not in answer.content.decode()


def test_a_refused_access_is_logged_by_its_pattern_not_by_its_number(an, caplog) -> None:
    """SECURITY 34."""
    client = Client()
    client.force_login(an)
    with caplog.at_level(logging.WARNING, "donghanh.security"):
        client.get("/people/987654/")
    refused = [vars(record) for record in caplog.records if record.name == "donghanh.security"]
    assert [(each["status"], each["actor"]) for each in refused] == [(404, an.pk)]
    assert "987654" not in refused[0]["pattern"]


def test_security_txt_names_a_contact_or_is_not_there(settings) -> None:
    assert Client().get("/.well-known/security.txt").status_code == 404
    settings.SECURITY_CONTACT = "mailto:an-toan@cd.example.vn"
    answer = Client().get("/.well-known/security.txt")
    lines = dict(line.split(": ", 1) for line in answer.content.decode().splitlines())
    assert answer["Content-Type"].startswith("text/plain")
    assert lines["Contact"] == "mailto:an-toan@cd.example.vn"
    expires = datetime.strptime(lines["Expires"], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    assert timedelta(days=60) < expires - now() < timedelta(days=365)
    assert lines["Policy"].endswith("/security/")
    assert "mailto:an-toan@cd.example.vn" in Client().get("/security/").content.decode()


def test_the_session_cookie_is_closed_to_scripts_and_other_sites() -> None:
    assert configured.SESSION_COOKIE_HTTPONLY
    assert configured.SESSION_COOKIE_SAMESITE == "Lax"
