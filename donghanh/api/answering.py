"""Around every operation: the request is read once, and whatever goes wrong is answered as a problem."""

import logging
from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.urls import URLPattern
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from donghanh.api.description import path_of, reads_by_operation
from donghanh.api.errors import RequestUnreadable, TokenUnknown
from donghanh.api.identity import REQUESTS, token_of
from donghanh.api.reading import read_body, read_query
from donghanh.core.api.problems import Fault, not_found, problem, problem_of
from donghanh.core.limits import tries_left
from donghanh.kernel.errors import DomainError

log = logging.getLogger(__name__)
_NAMED_TWICE = frozenset({"body", "form", "file"})
"""Where ninja puts the name of a parameter of ours before the name of the field."""
View = Callable[..., HttpResponse]


def answering(pattern: URLPattern) -> URLPattern:
    """Put the reading and the answering around the operations of one address."""
    view, path = pattern.callback, path_of(str(pattern.pattern))

    @csrf_exempt  # Cookies open nothing here, so nobody can be made to knock.
    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = _answer(view, path, request, *args, **kwargs)
        response["Cache-Control"] = "no-store"
        _tell_limits(request, response)
        return response

    pattern.callback = answer
    return pattern


def answer_problems(api: NinjaAPI) -> None:
    """Answer whatever an operation raises as a problem."""
    api.add_exception_handler(DomainError, _refused)
    api.add_exception_handler(Http404, lambda request, _error: not_found(request))
    api.add_exception_handler(AuthenticationError, lambda _request, _error: problem_of(TokenUnknown()))
    api.add_exception_handler(HttpError, lambda _request, error: problem_of(RequestUnreadable(str(error))))
    api.add_exception_handler(ValidationError, _invalid)
    api.add_exception_handler(Exception, _unforeseen)


def _answer(view: View, path: str, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    reads = reads_by_operation().get((request.method or "", path))
    if reads is None:
        methods = sorted(method for method, other in reads_by_operation() if other == path)
        return _not_allowed(methods) if methods else not_found(request)
    try:
        read_query(request, reads.query)
        if reads.body:
            read_body(request, reads.body)
    except DomainError as refusal:
        return problem_of(refusal)
    return view(request, *args, **kwargs)


def _not_allowed(methods: list[str]) -> HttpResponse:
    detail = _("This address takes %(methods)s.") % {"methods": ", ".join(methods)}
    headers = {"Allow": HttpResponseNotAllowed(methods)["Allow"]}
    return problem(HTTPStatus.METHOD_NOT_ALLOWED, "method_not_allowed", detail, headers=headers)


def _refused(_request: HttpRequest, error: Any) -> HttpResponse:
    return problem_of(error)


def _invalid(_request: HttpRequest, error: Any) -> HttpResponse:
    faults = [Fault(_place(each["loc"]), each["msg"]) for each in error.errors]
    detail = _("%(count)s values cannot be taken. Each is named under “errors”.") % {"count": len(faults)}
    return problem(HTTPStatus.UNPROCESSABLE_ENTITY, "invalid", detail, faults=faults)


def _place(parts: tuple[object, ...]) -> str:
    source, *rest = map(str, parts)
    return ".".join([source, *(rest[1:] if source in _NAMED_TWICE and len(rest) > 1 else rest)])


def _unforeseen(request: HttpRequest, error: Any) -> HttpResponse:
    route = request.resolver_match.route if request.resolver_match else ""
    log.error("An operation failed: %s %s", request.method, route, exc_info=error)
    detail = _("Something went wrong on our side, and nothing was changed. Try again later.")
    return problem(HTTPStatus.INTERNAL_SERVER_ERROR, "unforeseen", detail)


def _tell_limits(request: HttpRequest, response: HttpResponse) -> None:
    """Say how often the token may knock, and how much of it is left."""
    token = token_of(request)
    if token is None:
        return
    at = now()
    left, until = tries_left(REQUESTS, token.pk, at=at)
    response["RateLimit-Policy"] = f'"token";q={REQUESTS.most};w={int(REQUESTS.per.total_seconds())}'
    response["RateLimit"] = f'"token";r={left};t={max(0, int((until - at).total_seconds()))}'
