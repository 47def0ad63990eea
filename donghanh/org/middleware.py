"""A list that is opened as such opens with the view that its reader has chosen."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from donghanh.core.registers import register_at
from donghanh.org.queries.saved_views import address_of, opening_view


class OpenWithView:
    """Lead the bare address of a list to the reader's view of it; any filter in the address stands."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Go on; what leads elsewhere is decided once the address is known."""
        return self._get_response(request)

    def process_view(self, request: HttpRequest, *_view: Any) -> HttpResponse | None:
        """Return where to go instead, None to go on."""
        match = request.resolver_match
        register = register_at(match.view_name) if match and request.method == "GET" and not request.GET else None
        if register is None or not request.user.is_authenticated:
            return None
        view = opening_view(request, register)
        return redirect(address_of(register, view.query)) if view else None
