"""The right to knock: what an operation needs, and who says whose token it is."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from ninja.security import HttpBearer

Identify = Callable[[HttpRequest, str, str], Any]
"""Given a request, a token and the scope it needs, put the holder on the request and return him, or raise."""
_identify: list[Identify] = []


def identified_by(identify: Identify) -> None:
    """Let the room above that keeps tokens say whose they are; called once, when it is loaded."""
    _identify[:] = [identify]


class Token(HttpBearer):
    """An operation that needs a token with one scope; cookies of a browser count for nothing here."""

    def __init__(self, scope: str) -> None:
        super().__init__()
        self.scope = scope

    def authenticate(self, request: HttpRequest, token: str) -> Any:
        """Return whose token it is."""
        return _identify[0](request, token, self.scope)
