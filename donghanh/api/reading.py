"""What is asked of a request before any operation sees it: its kind, its size, its depth, its letters."""

import json
from typing import Any, cast

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest
from django.http.multipartparser import MultiPartParserError
from django.http.request import UnreadablePostError
from ninja.parser import Parser

from donghanh.api.errors import BodyTooLarge, RequestUnreadable, UnknownParameter, WrongContentType

JSON, FORM = "application/json", "multipart/form-data"
MOST_JSON = 1024 * 1024
MOST_FORM = 60 * 1024 * 1024
DEEPEST = 8
MOST_LETTERS = 4_000


class ReadParser(Parser):
    """Hand the operations what was read and looked through already."""

    def parse_body(self, request: HttpRequest) -> dict[str, Any]:
        """Return the body that :func:`read_body` read."""
        return cast("dict[str, Any]", request.api_body)  # type: ignore[attr-defined]


def read_query(request: HttpRequest, known: list[str]) -> None:
    """Refuse parameters that mean nothing, and letters that no text holds."""
    for name, values in request.GET.lists():
        if name not in known:
            raise UnknownParameter(name, known)
        for value in values:
            _check_text(value)


def read_body(request: HttpRequest, wanted: str) -> None:
    """Read the body of a write as JSON or as a form with a file, whichever the operation takes."""
    most = MOST_JSON if wanted == JSON else MOST_FORM
    length = str(request.META.get("CONTENT_LENGTH") or "0")
    if not length.isdecimal() or int(length) > most:
        raise BodyTooLarge(most)
    if request.content_type != wanted:
        raise WrongContentType(request.content_type or "–", wanted)
    if wanted == FORM:
        _read_form(request)
    else:
        request.api_body = _read_json(request)  # type: ignore[attr-defined]


def _read_form(request: HttpRequest) -> None:
    try:
        texts = [text for values in dict(request.POST.lists()).values() for text in values]
    except (MultiPartParserError, TooManyFieldsSent, TooManyFilesSent, UnreadablePostError) as error:
        raise RequestUnreadable(str(error)) from error
    except RequestDataTooBig:
        raise BodyTooLarge(MOST_JSON) from None
    names = [file.name or "" for _field, files in request.FILES.lists() for file in files]
    for text in [*texts, *names]:
        _check_text(text)


def _read_json(request: HttpRequest) -> Any:
    try:
        content = json.loads(request.body.decode("utf-8"), parse_constant=_refuse_constant)
    except (RequestDataTooBig, UnreadablePostError):
        raise BodyTooLarge(MOST_JSON) from None
    except RecursionError:
        raise RequestUnreadable(f"deeper than {DEEPEST}") from None
    except ValueError as error:
        raise RequestUnreadable(str(error)) from None
    _look_through(content, DEEPEST)
    return content


def _look_through(content: Any, depth: int) -> None:
    if depth < 0:
        raise RequestUnreadable(f"deeper than {DEEPEST}")
    if isinstance(content, str):
        _check_text(content)
    elif isinstance(content, dict):
        for name, value in content.items():
            _check_text(name)
            _look_through(value, depth - 1)
    elif isinstance(content, list):
        for value in content:
            _look_through(value, depth - 1)


def _check_text(text: str) -> None:
    """Refuse a NUL, which no database takes, half a letter, which no file takes, and a text without end."""
    if "\0" in text:
        raise RequestUnreadable("a NUL stands in a text")
    if len(text) > MOST_LETTERS:
        raise RequestUnreadable(f"a text has more than {MOST_LETTERS} letters")
    if any("\ud800" <= letter <= "\udfff" for letter in text):
        raise RequestUnreadable("half a letter stands in a text")


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is no number")
