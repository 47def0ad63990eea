"""How a short message reaches a phone; which sender is used, if any, is a setting."""

from typing import Protocol
from urllib.parse import urlsplit

from django.conf import settings

from donghanh.accounts.errors import BadGateway
from donghanh.accounts.senders.console import ConsoleSender
from donghanh.accounts.senders.gateway import GatewaySender

_LOCAL = {"localhost", "127.0.0.1", "::1"}


class Sender(Protocol):
    """Takes a message to one phone."""

    def send(self, phone: str, text: str, *, key: str) -> None:
        """Send ``text``; the same ``key`` again is the same message, which arrives once."""


def sender() -> Sender | None:
    """Return the sender of the settings, or nothing when this site sends no messages."""
    address = settings.SMS_URL
    if not address:
        return None
    parts = urlsplit(address)
    if parts.scheme == "console":
        return ConsoleSender()
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in _LOCAL):
        raise BadGateway(address)
    return GatewaySender(address, token=settings.SMS_TOKEN, name=settings.SMS_NAME)


def sends_codes() -> bool:
    """Tell whether one-time codes can be offered."""
    return bool(settings.SMS_URL)
