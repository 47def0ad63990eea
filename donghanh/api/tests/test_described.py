"""Whatever is sent, the answer is one that the description names: made-up requests, always the same ones."""

from collections.abc import Iterator
from contextlib import nullcontext, suppress
from typing import Any

import hypothesis
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.openapi import from_dict, from_wsgi
from schemathesis.schemas import APIOperation
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from donghanh.api.choices import Scope
from donghanh.api.doors import api
from donghanh.core.models import Allowance
from donghanh.indicators.tests.conftest import state
from donghanh.web.wsgi import application

__all__ = ["state"]
EXAMPLES, LEAST = 5, 300
"""How many requests are made up for an operation, in each mode and by each person."""
SEED = 20261122
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
CALCULATORS = {"list_calculators", "read_calculator", "calculate"}
LAW = {"search_law_texts", "list_law_documents", "read_law_document", "read_law_article"}
GUIDES = {"list_guides", "read_guide"}
OPEN = CALCULATORS | GUIDES | LAW | {"health", "list_topics", "list_areas", "read_area", "list_public_sessions"}
QUIET = hypothesis.settings(
    max_examples=EXAMPLES,
    database=None,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


def operations() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Give every operation of the description."""
    for path, methods in api.get_openapi_schema()["paths"].items():
        for method, details in methods.items():
            yield method, path, details


def test_the_description_is_valid_openapi_3_1() -> None:
    description = api.get_openapi_schema()
    assert description["openapi"].startswith("3.1")
    from_dict(description).validate()
    names = [details["operationId"] for _method, _path, details in operations()]
    assert len(names) == len(set(names))


def test_every_operation_but_the_open_ones_needs_a_token_with_a_scope_that_exists() -> None:
    without = {details["operationId"] for _method, _path, details in operations() if "security" not in details}
    assert without == OPEN
    for _method, _path, details in operations():
        for requirement in details.get("security", ()):
            assert set(requirement["Token"]) <= set(Scope.values)


def test_every_post_asks_for_a_key_and_every_refusal_is_a_problem() -> None:
    for method, _path, details in operations():
        keys = [each["name"] for each in details["parameters"] if each["in"] == "header"]
        assert keys == (["Idempotency-Key"] if method == "post" else [])
        assert {"400", "404", "405", "422", "500"} <= {str(status) for status in details["responses"]}


@pytest.mark.usefixtures("one_connection")
@pytest.mark.parametrize("who", ["anonymous", "officer", "worker"])
def test_whatever_is_sent_the_answer_is_one_that_is_described(
    who, program, clock, session, dung, chi, chi_worker, workmate, factory_union, state
) -> None:
    token = program({"anonymous": None, "officer": dung, "worker": chi}[who]).token
    there = {
        "session_id": session.pk,
        "worker_id": chi_worker.pk,
        "figure_id": state(factory_union, "printed_items", "2026-H1", value=1200).pk,
        "unit": factory_union.code,
        "code": factory_union.code,
        "kind": "legal-education",
    }
    sent = sum(_knock(operation, mode, token, there) for operation in _described() for mode in GenerationMode)
    assert sent >= LEAST


def _described() -> Iterator[APIOperation[Any, Any, Any, Any]]:
    for operation in from_wsgi("/api/v1/openapi.json", application).get_all_operations():
        yield operation.ok()  # type: ignore[union-attr] # The description is valid, as the test above says.


def _knock(operation: Any, mode: GenerationMode, token: str, there: dict[str, Any]) -> int:
    """Send made-up requests to one operation, what is named in its path being there; return how many were sent."""
    Allowance.objects.all().delete()  # How often one may knock is asked elsewhere.
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    known = {name: value for name, value in there.items() if f"{{{name}}}" in operation.path}
    sent = 0

    @hypothesis.seed(SEED)
    @QUIET
    @hypothesis.given(case=operation.as_strategy(mode, path_parameters=known or None))
    def knock(case: schemathesis.Case[Any]) -> None:
        nonlocal sent
        sent += 1
        case.call_and_validate(headers=headers, checks=CHECKS)

    # Where a request has no part that could be wrong, none is made up.
    with suppress(Unsatisfiable) if mode is GenerationMode.NEGATIVE else nullcontext():
        knock()
    return sent
