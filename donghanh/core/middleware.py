"""What happens around every answer: a number for the log, safe headers, and notices a person can act on."""

import logging
import secrets
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.contrib.auth.signals import user_logged_out
from django.dispatch import receiver
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import now

from donghanh.core.errors import NotForYou
from donghanh.core.limits import TooManyTries
from donghanh.kernel.errors import DomainError
from donghanh.kernel.logs import request_id

Answer = Callable[[HttpRequest], HttpResponse]
log = logging.getLogger("donghanh.security")

REFUSALS = {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND, HTTPStatus.TOO_MANY_REQUESTS}
BARE_REFUSALS = {HTTPStatus.METHOD_NOT_ALLOWED, HTTPStatus.REQUEST_ENTITY_TOO_LARGE}
"""Refusals that the libraries give without a word."""

PERMISSIONS = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), midi=()"
"""What pages may ask the browser for: nothing. A page that needs the camera sets the header itself."""


class RequestLog:
    """Give every request a number, and write down each one that was refused: by whom, the address as a pattern."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer; the number goes into every line of the log and to the reader."""
        number = secrets.token_hex(8)
        kept = request_id.set(number)
        try:
            response = self.get_response(request)
            if response.status_code in REFUSALS and request.resolver_match:
                self._note(request, response)
        finally:
            request_id.reset(kept)
        response["X-Request-ID"] = number
        return response

    def _note(self, request: HttpRequest, response: HttpResponse) -> None:
        pattern = request.resolver_match.route if request.resolver_match else ""
        facts = {
            "status": response.status_code,
            "method": request.method,
            "pattern": pattern,
            "actor": getattr(getattr(request, "user", None), "pk", None),
        }
        log.warning("refused", extra=facts)


class SafeHeaders:
    """Say on every answer what browsers and caches may do with it; an answer that says so itself is left alone."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer; what is not said to be public is kept by nobody."""
        response = self.get_response(request)
        response.setdefault("Cache-Control", "no-store, private")
        response.setdefault("Permissions-Policy", PERMISSIONS)
        response.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if getattr(request, "was_signed_out", False):
            response["Clear-Site-Data"] = '"storage"'
        return response


class DomainErrorMiddleware:
    """Show any :class:`DomainError` as a notice (409); what one may not see does not exist (404)."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer; a bare refusal becomes a page."""
        response = self.get_response(request)
        if response.status_code in BARE_REFUSALS and not response.streaming and not response.content:
            page = render(request, "ui/refused.html", {"status": response.status_code}, status=response.status_code)
            if response.has_header("Allow"):
                page["Allow"] = response["Allow"]
            return page
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer for the view that raised ``exception``."""
        if isinstance(exception, NotForYou):
            raise Http404 from exception
        if isinstance(exception, DomainError):
            return _notice(request, exception)
        return None


@receiver(user_logged_out)
def note_sign_out(request: HttpRequest | None, **_more: Any) -> None:
    """Remember that this answer ends a session, so that the browser forgets what it kept for it."""
    if request is not None:
        request.was_signed_out = True  # type: ignore[attr-defined]


def _notice(request: HttpRequest, error: DomainError) -> HttpResponse:
    if not isinstance(error, TooManyTries):
        return render(request, "ui/domain_error.html", {"error": error}, status=HTTPStatus.CONFLICT)
    response = render(request, "ui/domain_error.html", {"error": error}, status=HTTPStatus.TOO_MANY_REQUESTS)
    response["Retry-After"] = str(max(1, round((error.until - now()).total_seconds())))
    return response
