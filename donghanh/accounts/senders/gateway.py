"""Messages through an SMS gateway that takes JSON over HTTPS; docs/operations.md says what it is asked.

No provider is assumed: one whose interface differs is reached through a small proxy that speaks this one.
"""

import time
from http import HTTPStatus

import requests

from donghanh.accounts.errors import MessageNotSent

CONNECT_SECONDS, READ_SECONDS = 3, 10
PAUSES = (0.5, 2.0)
"""Seconds before the second and the third try."""
_AGAIN = {HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.REQUEST_TIMEOUT}


class GatewaySender:
    """Posts each message, and again with the same key when it is unknown whether it arrived."""

    def __init__(self, url: str, *, token: str, name: str) -> None:
        self._url = url
        self._token = token
        self._name = name

    def send(self, phone: str, text: str, *, key: str) -> None:
        """Send one message or say why not; a redirect is an answer like any other that is not a yes."""
        for pause in (*PAUSES, None):
            answer, may_help = self._post({"to": phone, "text": text, "from": self._name}, key)
            if not answer:
                return
            if pause is None or not may_help:
                raise MessageNotSent(answer)
            time.sleep(pause)

    def _post(self, message: dict[str, str], key: str) -> tuple[str, bool]:
        """Return what went wrong, "" for nothing, and whether another try may help."""
        headers = {"Idempotency-Key": key, "Authorization": f"Bearer {self._token}"}
        try:
            answer = requests.post(
                self._url,
                json=message,
                headers=headers,
                timeout=(CONNECT_SECONDS, READ_SECONDS),
                allow_redirects=False,
            )
        except requests.RequestException as error:
            # Its text would hold the address with what may stand in it.
            return type(error).__name__, True
        if answer.ok and not answer.is_redirect:
            return "", False
        return str(answer.status_code), answer.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR or (
            answer.status_code in _AGAIN
        )
