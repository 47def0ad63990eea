"""How a refusal is answered: application/problem+json (RFC 9457) with a code that stays the same.

The one place that says which status a broken rule has; every door for programs answers through it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from math import ceil
from typing import Any

from django.http import HttpRequest, JsonResponse
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from ninja import Schema
from pydantic import Field

from donghanh.core.errors import NotForYou
from donghanh.core.limits import TooManyTries
from donghanh.kernel.errors import DomainError

MEDIA_TYPE = "application/problem+json"


class FieldProblem(Schema):
    """What is wrong with one field."""

    field: str = Field(description="Where it stands: body.starts_at, query.limit, file.")
    message: str


class Problem(Schema):
    """Why nothing was done."""

    type: str = Field(description="Address that stands for the code.", json_schema_extra={"format": "uri-reference"})
    title: str = Field(description="The kind of problem, in the reader's language.")
    status: int
    code: str = Field(description="Stable; made for programs.")
    detail: str = Field(description="What happened and what to do next, in the reader's language.")
    errors: list[FieldProblem] = Field(default=[], description="Field by field, where fields were at fault.")


class Unprocessable(DomainError):
    """A value that no schema can judge is wrong, for example a period that cannot be read."""

    code = "invalid"

    def __init__(self, field: str, message: str) -> None:
        self.field = field
        super().__init__(message)


class Refusal(DomainError):
    """A request that is refused before anything of it is looked at."""

    status = HTTPStatus.BAD_REQUEST
    headers: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Fault:
    """A field and what is wrong with it."""

    field: str
    message: str


def problem(
    status: int,
    code: str,
    detail: str,
    *,
    faults: Sequence[Fault] = (),
    headers: Mapping[str, str] | None = None,
) -> JsonResponse:
    """Write a refusal."""
    content: dict[str, Any] = {
        "type": reverse("api:problem", args=[code]),
        "title": title_of(status),
        "status": status,
        "code": code,
        "detail": detail,
        "errors": [{"field": fault.field, "message": fault.message} for fault in faults],
    }
    answer = JsonResponse(content, status=status, content_type=MEDIA_TYPE, json_dumps_params={"ensure_ascii": False})
    for name, value in (headers or {}).items():
        answer[name] = value
    return answer


def problem_of(error: DomainError) -> JsonResponse:
    """Answer for a broken rule: 404 for what does not exist to the asker, else what fits its kind."""
    words = str(error)
    if isinstance(error, NotForYou):
        return problem(HTTPStatus.NOT_FOUND, error.code, words)
    if isinstance(error, TooManyTries):
        seconds = max(1, ceil((error.until - now()).total_seconds()))
        return problem(HTTPStatus.TOO_MANY_REQUESTS, error.code, words, headers={"Retry-After": str(seconds)})
    if isinstance(error, Unprocessable):
        faults = [Fault(error.field, words)]
        return problem(HTTPStatus.UNPROCESSABLE_ENTITY, error.code, words, faults=faults)
    if isinstance(error, Refusal):
        return problem(error.status, error.code, words, headers=error.headers)
    return problem(HTTPStatus.CONFLICT, error.code, words)


def not_found(_request: HttpRequest, *_args: object, **_kwargs: object) -> JsonResponse:
    """Answer for an address that does not exist."""
    return problem_of(NotForYou())


def title_of(status: int) -> str:
    """Name the kind of problem that a status stands for."""
    titles = {
        HTTPStatus.BAD_REQUEST: _("The request cannot be read"),
        HTTPStatus.UNAUTHORIZED: _("A valid token is needed"),
        HTTPStatus.FORBIDDEN: _("The token does not reach this"),
        HTTPStatus.NOT_FOUND: _("Nothing here"),
        HTTPStatus.METHOD_NOT_ALLOWED: _("This address does not take that method"),
        HTTPStatus.CONFLICT: _("A rule stands against it"),
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE: _("The request is too large"),
        HTTPStatus.UNSUPPORTED_MEDIA_TYPE: _("This kind of content is not taken"),
        HTTPStatus.UNPROCESSABLE_ENTITY: _("Some values cannot be taken"),
        HTTPStatus.TOO_MANY_REQUESTS: _("Too many requests"),
    }
    return str(titles.get(HTTPStatus(status), _("Something went wrong")))
