"""What comes out of a door: its status, and everything that can be read in the answer, files unpacked."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from http.cookies import SimpleCookie
from io import BytesIO
from typing import Any
from urllib.parse import unquote_plus
from uuid import uuid4
from zipfile import ZipFile, is_zipfile

from django.db import connection, transaction

from donghanh.tests.doors.marks import Mark
from donghanh.tests.doors.readers import Reader

_BETWEEN_DIGITS = re.compile(r"(?<=\d)[ .\u00a0\u202f](?=\d)")
_CHANGING = re.compile(
    r"csrfmiddlewaretoken\W+value=\W+\w+|nonce=\W[^\"' ]+|\b\w{64}\b"
    r"|(?<=x-request-id: )\w+|(?<=content-length: )\d+|(?<=content-security-policy: ).*|(?<=set-cookie: ).*"
)
_WRITES = re.compile(r'(?:INSERT (?:OR \w+ )?INTO|UPDATE|DELETE FROM) "(\w+)"')
_VISITS = {
    "django_session",
    "core_auditentry",
    "core_allowance",
    "usersessions_usersession",
    "api_apitoken",
    "api_keptanswer",
}
SIGN_IN, PROGRAMS = "/accounts/login/", "/api/v1/"


@dataclass(frozen=True)
class Answer:
    """One answer, flattened to text."""

    status: int
    text: str
    written: frozenset[str]
    """The tables that were written to, but for those that only remember that somebody came."""

    @property
    def is_refusal(self) -> bool:
        """Tell whether there is nothing here, as far as this reader knows."""
        return self.status == 404

    @property
    def asks_to_sign_in(self) -> bool:
        """Tell whether the reader is sent to sign in first."""
        return self.status in {302, 401} and (self.status == 401 or SIGN_IN in self.text)

    def betrays(self, mark: Mark) -> bool:
        """Tell whether a word stands anywhere in it."""
        return mark.word.lower() in self.text

    def shape(self, *typed: str) -> list[str]:
        """Return its lines without what differs by itself: what was typed, and what is made anew each time."""
        text = _CHANGING.sub("", self.text)
        for word in sorted(typed, key=len, reverse=True):
            text = text.replace(word.lower(), "…")
        return [str(self.status), *text.splitlines()]


def knock(reader: Reader, method: str, url: str, data: Any = None) -> Answer:
    """Ask for an address as a reader, read everything that comes back, and leave no trace in the database."""
    reader.client.cookies = SimpleCookie(reader.cookies)
    sent: dict[str, Any] = {"data": data or {}}
    if url.startswith(PROGRAMS):
        sent |= {"headers": {"Authorization": f"Bearer {reader.token}", "Idempotency-Key": uuid4().hex}}
        sent |= {} if method == "GET" else {"content_type": "application/json"}
    ask = getattr(reader.client, method.lower())
    written: set[str] = set()
    with transaction.atomic(), connection.execute_wrapper(_noting(written)):
        answer = ask(url, **sent)
        transaction.set_rollback(True)
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    heads = "\n".join(f"{name}: {unquote_plus(value)}" for name, value in answer.headers.items())
    text = _BETWEEN_DIGITS.sub("", f"{heads}\n{_text(content)}").lower()
    return Answer(answer.status_code, text, frozenset(written - _VISITS))


def _noting(written: set[str]) -> Callable[..., Any]:
    """Return a wrapper that notes the tables each statement writes to."""

    def note(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
        if found := _WRITES.match(sql):
            written.add(found[1])
        return execute(sql, params, many, context)

    return note


def _text(content: bytes) -> str:
    """Return what a file says; a spreadsheet or a document is a packet of texts."""
    if not is_zipfile(BytesIO(content)):
        return content.decode("utf-8", "replace")
    with ZipFile(BytesIO(content)) as packet:
        return "\n".join(packet.read(name).decode("utf-8", "replace") for name in packet.namelist())
