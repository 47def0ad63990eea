"""Messages through the SMS gateway, tried on a gateway of our own."""

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from donghanh.accounts.errors import BadGateway, MessageNotSent
from donghanh.accounts.senders import gateway, sender, sends_codes
from donghanh.accounts.senders.console import ConsoleSender


class Gateway(ThreadingHTTPServer):
    """Answers as told, and remembers what it was asked."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answers: list[int] = []
        self.asked: list[tuple[str, dict[str, str], dict[str, str]]] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/sms"


class _Handler(BaseHTTPRequestHandler):
    server: Gateway

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.asked.append((self.path, dict(self.headers), json.loads(body)))
        status = self.server.answers.pop(0) if self.server.answers else 202
        self.send_response(status)
        if status in {302, 307}:
            self.send_header("Location", "/elsewhere")
        self.end_headers()

    def log_message(self, *_ignored: object) -> None:
        """Say nothing."""


@pytest.fixture
def fake(settings, monkeypatch) -> Iterator[Gateway]:
    server = Gateway()
    Thread(target=server.serve_forever, daemon=True).start()
    settings.SMS_URL, settings.SMS_TOKEN, settings.SMS_NAME = server.url, "bi-mat", "CONGDOAN"
    monkeypatch.setattr(gateway, "PAUSES", (0, 0))
    yield server
    server.shutdown()
    server.server_close()


def send() -> None:
    through = sender()
    assert through is not None
    through.send("0900000001", "123456", key="code-1")


def test_a_message_is_posted_as_documented(fake) -> None:
    send()
    [(path, headers, body)] = fake.asked
    assert path == "/sms"
    assert body == {"to": "0900000001", "text": "123456", "from": "CONGDOAN"}
    assert headers["Authorization"] == "Bearer bi-mat"
    assert headers["Idempotency-Key"] == "code-1"


@pytest.mark.parametrize("trouble", [500, 503, 429])
def test_trouble_is_tried_again_under_the_same_key(fake, trouble) -> None:
    fake.answers = [trouble, trouble]
    send()
    assert [headers["Idempotency-Key"] for _path, headers, _body in fake.asked] == ["code-1"] * 3


def test_after_three_tries_it_is_said_that_nothing_was_sent(fake) -> None:
    fake.answers = [500, 500, 500]
    with pytest.raises(MessageNotSent, match="500"):
        send()
    assert len(fake.asked) == 3


@pytest.mark.parametrize("refusal", [400, 401, 302, 307])
def test_a_refusal_or_a_redirect_is_final(fake, refusal) -> None:
    fake.answers = [refusal]
    with pytest.raises(MessageNotSent, match=str(refusal)):
        send()
    assert [path for path, _headers, _body in fake.asked] == ["/sms"]


def test_a_gateway_that_is_not_there_is_named_by_the_kind_of_trouble(fake, settings) -> None:
    fake.shutdown()
    fake.server_close()
    with pytest.raises(MessageNotSent, match="ConnectionError"):
        send()


@pytest.mark.parametrize("url", ["http://sms.example.vn/send", "ftp://sms.example.vn", "sms.example.vn"])
def test_a_gateway_is_asked_over_https_only(settings, url) -> None:
    settings.SMS_URL = url
    with pytest.raises(BadGateway, match="https"):
        sender()


def test_without_an_address_nothing_is_sent(settings) -> None:
    settings.SMS_URL = ""
    assert sender() is None
    assert not sends_codes()


def test_while_one_works_on_the_code_messages_are_printed(settings, capsys) -> None:
    settings.SMS_URL = "console:"
    through = sender()
    assert isinstance(through, ConsoleSender)
    through.send("0900000001", "123456", key="code-1")
    assert "0900000001: 123456" in capsys.readouterr().err
