"""The description of the doors as OpenAPI 3.1: what ninja reads from the operations, and what all of them share."""

import re
from dataclasses import dataclass
from functools import cache
from http import HTTPStatus
from typing import Any

from ninja.openapi.schema import REF_TEMPLATE, OpenAPISchema
from ninja.operation import Operation

from donghanh.api.reading import FORM, JSON
from donghanh.api.repeats import HEADER, KEY_FORM
from donghanh.core.api.problems import MEDIA_TYPE, Problem
from donghanh.core.api.tokens import Token

EVERY = (HTTPStatus.BAD_REQUEST, HTTPStatus.NOT_FOUND, HTTPStatus.METHOD_NOT_ALLOWED,
         HTTPStatus.UNPROCESSABLE_ENTITY, HTTPStatus.INTERNAL_SERVER_ERROR)  # fmt: skip
WITH_TOKEN = (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, HTTPStatus.CONFLICT, HTTPStatus.TOO_MANY_REQUESTS)
WITH_BODY = (HTTPStatus.REQUEST_ENTITY_TOO_LARGE, HTTPStatus.UNSUPPORTED_MEDIA_TYPE)
_HEADERS = {
    HTTPStatus.UNAUTHORIZED: ("WWW-Authenticate", "string"),
    HTTPStatus.TOO_MANY_REQUESTS: ("Retry-After", "integer"),
}
_KEY = {
    "in": "header",
    "name": HEADER,
    "required": True,
    "description": "Your own key for this write; send the same again when you repeat it. Kept for seven days.",
    "schema": {"type": "string", "pattern": KEY_FORM},
}
_VARIABLE = re.compile(r"<(?:\w+:)?(\w+)>")


class Description(OpenAPISchema):
    """OpenAPI 3.1 of all operations, with their problems, their scopes and the key of a repeatable write."""

    def operation_details(self, operation: Operation) -> dict[str, Any]:
        """Add to one operation what it shares with the others."""
        details: dict[str, Any] = super().operation_details(operation)
        scopes = [auth.scope for auth in operation.auth_callbacks if isinstance(auth, Token)]
        if scopes:
            details["security"] = [{Token.__name__: [scope for scope in scopes if scope]}]
            if scopes[0]:
                details["description"] = f"{details.get('description', '')}\n\nScope: `{scopes[0]}`".strip()
        if "POST" in operation.methods:
            details["parameters"].append(_KEY)
        has_body = "requestBody" in details
        statuses = (*EVERY, *(WITH_TOKEN if scopes else ()), *(WITH_BODY if has_body else ()))
        for status in sorted(statuses):
            details["responses"].setdefault(status.value, {"$ref": f"#/components/responses/{_name(status)}"})
        return details

    def get_components(self) -> dict[str, Any]:
        """Add the problems that operations refer to."""
        problem = Problem.model_json_schema(ref_template=REF_TEMPLATE)
        self.add_schema_definitions(problem.pop("$defs"))
        self.add_schema_definitions({"Problem": problem})
        components: dict[str, Any] = super().get_components()
        components["responses"] = {_name(status): _problem(status) for status in (*EVERY, *WITH_TOKEN, *WITH_BODY)}
        return components


@dataclass(frozen=True, slots=True)
class Reads:
    """What one operation reads of a request."""

    query: list[str]
    body: str


@cache
def reads_by_operation() -> dict[tuple[str, str], Reads]:
    """Return what each operation reads, by its method and address, from the one description of them all."""
    from donghanh.api.doors import api  # noqa: PLC0415 - the doors are described here, and described by this

    paths: dict[str, dict[str, Any]] = api.get_openapi_schema(path_prefix="")["paths"]
    return {
        (method.upper(), path.strip("/")): Reads(
            query=[each["name"] for each in details["parameters"] if each["in"] == "query"],
            body=_content_type(details),
        )
        for path, operations in paths.items()
        for method, details in operations.items()
    }


def path_of(route: str) -> str:
    """Write the address of a pattern as the description writes it."""
    return _VARIABLE.sub(r"{\1}", route).strip("/")


def _content_type(details: dict[str, Any]) -> str:
    content = details.get("requestBody", {}).get("content", {})
    return FORM if FORM in content else JSON if content else ""


def _name(status: HTTPStatus) -> str:
    return "".join(word.capitalize() for word in status.name.split("_"))


def _problem(status: HTTPStatus) -> dict[str, Any]:
    described: dict[str, Any] = {
        "description": status.phrase,
        "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }
    if status in _HEADERS:
        name, kind = _HEADERS[status]
        described["headers"] = {name: {"schema": {"type": kind}}}
    return described
