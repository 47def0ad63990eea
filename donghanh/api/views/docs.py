"""The description of the doors: for programs as OpenAPI, for people as a page; no part of it from elsewhere."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from donghanh.api.doors import INTRODUCTION, api

_METHODS = ("get", "post", "patch", "delete")


@require_safe
@cache_control(public=True, max_age=3600)
def openapi(request: HttpRequest) -> HttpResponse:
    """Answer with the description of all operations, OpenAPI 3.1."""
    return JsonResponse(api.get_openapi_schema(), json_dumps_params={"ensure_ascii": False})


@require_safe
def reference(request: HttpRequest) -> HttpResponse:
    """Show every operation with what it takes and answers."""
    description = api.get_openapi_schema()
    context = {"introduction": INTRODUCTION, "groups": _groups(description)}
    return render(request, "api/reference.html", context)


@require_safe
def problem(request: HttpRequest, code: str) -> HttpResponse:
    """Show what a code of a problem is; each problem names this address as its type."""
    return render(request, "api/problem.html", {"code": code})


def _groups(description: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """Return the operations under their tags, as the page lists them."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for path, operations in description["paths"].items():
        for method in _METHODS:
            if method in operations:
                each = operations[method]
                groups.setdefault(each["tags"][0], []).append(_operation(path, method, each))
    return groups


def _operation(path: str, method: str, each: dict[str, Any]) -> dict[str, Any]:
    scopes = [scope for requirement in each.get("security", ()) for scope in requirement["Token"]]
    return {
        "id": each["operationId"],
        "method": method.upper(),
        "path": path,
        "words": each.get("description", "").split("\n\n")[0],
        "needs_token": "security" in each,
        "scope": "".join(scopes),
        "parameters": [parameter for parameter in each["parameters"] if parameter["in"] != "path"],
        "takes": _schema_name(each.get("requestBody", {})),
        "answers": [
            {"status": status, "schema": _schema_name(answer)}
            for status, answer in each["responses"].items()
            if int(status) < 300
        ],
    }


def _schema_name(content: dict[str, Any]) -> Any:
    """Return the name of the schema of a body, or its kind of content."""
    for kind, media in content.get("content", {}).items():
        schema = media.get("schema", {})
        named = schema.get("items", schema).get("$ref", "").rpartition("/")[2]
        return f"{named}[]" if named and "items" in schema else named or kind
    return ""
