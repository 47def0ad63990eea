"""Turn broken rules into notices a person can act on."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from donghanh.core.errors import NotForYou
from donghanh.kernel.errors import DomainError


class DomainErrorMiddleware:
    """Show any :class:`DomainError` as a notice (409); what one may not see does not exist (404)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer for the view that raised ``exception``."""
        if isinstance(exception, NotForYou):
            raise Http404 from exception
        if isinstance(exception, DomainError):
            return render(request, "ui/domain_error.html", {"error": exception}, status=409)
        return None
