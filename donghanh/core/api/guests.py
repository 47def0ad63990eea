"""Doors that need no token: how often one network may knock at them, and how that is described."""

from datetime import timedelta
from http import HTTPStatus
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils.timezone import now

from donghanh.core.limits import Limit, spend
from donghanh.core.network import network_of

GUESTS = Limit("api_guests", 300, timedelta(minutes=1))
"""How often one network knocks without a token; a whole factory may share one."""
COUNTED: dict[str, Any] = {
    "responses": {HTTPStatus.TOO_MANY_REQUESTS.value: {"$ref": "#/components/responses/TooManyRequests"}}
}
"""What the description of an operation adds when it counts its guests."""


def count_guest(request: HttpRequest) -> None:
    """Count one knock by the network that a request comes from, or raise when it has none left."""
    try:
        network = network_of(request)
    except PermissionDenied:
        network = ""  # A server behind a socket may not tell; those who cannot be told apart count together.
    spend(GUESTS, network, at=now())
