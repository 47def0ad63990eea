"""Programs that knock: a client with a token for whom a test names."""

import json
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import Client
from django.utils.timezone import now

from donghanh.api.choices import Scope
from donghanh.api.services import make_token
from donghanh.gatherings.tests.conftest import clock, em, plan, session, viewer, volunteer, workmate
from donghanh.org.models import Unit, User

__all__ = ["clock", "em", "plan", "session", "viewer", "volunteer", "workmate"]
ADDRESS = "/api/v1"


class Program:
    """A client that sends a token, JSON and keys, and reads JSON."""

    def __init__(self, token: str) -> None:
        self.token = token
        self._client = Client(raise_request_exception=True)

    def get(self, path: str, **query: Any) -> Any:
        """Read."""
        return self._client.get(ADDRESS + path, query, headers=self._headers())

    def post(self, path: str, body: Any = None, *, key: str | None = None, **options: Any) -> Any:
        """Write once, under a key of its own unless one is given."""
        headers = {**self._headers(), "Idempotency-Key": key or uuid4().hex}
        sent = json.dumps({} if body is None else body)
        return self._client.post(ADDRESS + path, sent, "application/json", headers=headers, **options)

    def patch(self, path: str, body: Any) -> Any:
        """Change."""
        return self._client.patch(ADDRESS + path, json.dumps(body), "application/json", headers=self._headers())

    def upload(self, path: str, fields: dict[str, Any], *, key: str | None = None) -> Any:
        """Send a file."""
        headers = {**self._headers(), "Idempotency-Key": key or uuid4().hex}
        return self._client.post(ADDRESS + path, fields, headers=headers)

    def _headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"} if self.token else {}


Knock = Callable[..., Program]


@pytest.fixture
def one_connection(db: None) -> Iterator[None]:
    """Keep the connection of the test open from one request of the real application to the next."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def program() -> Knock:
    """Return a program that acts for somebody, with all scopes unless some are given."""

    def made(user: User | None = None, *, scopes: tuple[str, ...] = (), unit: Unit | None = None) -> Program:
        if user is None:
            return Program("")
        at = now()
        chosen = scopes or tuple(Scope.values)
        _token, text = make_token("thử", chosen, actor=user, at=at, expires_at=at + timedelta(days=30), unit=unit)
        return Program(text)

    return made
