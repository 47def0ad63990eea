"""The example client of the guide works, word for word, against a server that really listens."""

import threading
from collections.abc import Iterator
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest
from django.db import connection, connections

from donghanh.gatherings.models import Session
from donghanh.web.wsgi import application
from examples import api_client


class Quiet(WSGIRequestHandler):
    """Answers without writing about it."""

    def log_message(self, *_args: Any) -> None:
        """Keep quiet."""


@pytest.fixture
def listening(one_connection: None) -> Iterator[str]:
    """Serve the site on this machine, in the transaction of the test."""
    shared = connections[connection.alias]
    shared.inc_thread_sharing()

    def serve() -> None:
        connections[shared.alias] = shared
        server.serve_forever(0.02)

    with make_server("127.0.0.1", 0, application, handler_class=Quiet) as server:
        answering = threading.Thread(target=serve, daemon=True)
        answering.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        answering.join()
    shared.dec_thread_sharing()


def test_the_example_client_plans_records_reads_and_takes_back(listening, program, dung, monkeypatch, capsys) -> None:
    monkeypatch.setenv("TOKEN", program(dung).token)
    api_client.main(listening, "CS-01")
    printed = capsys.readouterr().out
    assert "token of dung" in printed
    assert "recorded, grade B" in printed
    assert "refused as it should be: session_has_presence" in printed
    assert "units read: 1" in printed
    assert Session.objects.get().cancel_reason == "thử xong"


def test_the_example_client_says_why_it_was_refused(listening, program, dung) -> None:
    client = api_client.Client(listening, program(dung).token)
    with pytest.raises(api_client.Problem, match="404 not_found") as refused:
        client.read("/units/KHONG-CO/")
    assert refused.value.status == 404
    with pytest.raises(api_client.Problem, match="401 token_unknown"):
        api_client.Client(listening, "dh_sai").read("/me/")
