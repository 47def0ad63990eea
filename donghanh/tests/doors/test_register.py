"""No address without a place in the register, and no row of the given matrix lost or changed on the way to ours."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.urls import get_resolver

from donghanh.tests.doors.matrix import CARRIED, rows_of
from donghanh.tests.doors.register import DOORS


def addresses(resolver: Any, space: str = "") -> Iterator[str]:
    """Return the name of every address of the site."""
    for pattern in resolver.url_patterns:
        if hasattr(pattern, "url_patterns"):
            yield from addresses(pattern, f"{space}{pattern.namespace}:" if pattern.namespace else space)
        else:
            yield f"{space}{pattern.name or pattern.pattern}"


NO_ADDRESS = {"api:^.*$"}
"""What answers for everything under the API that does not exist."""


def test_every_address_of_the_site_is_in_the_register_of_doors() -> None:
    """A new page is classified before it is served: what it is about, and what opens it."""
    running = set(addresses(get_resolver())) - NO_ADDRESS
    assert running - set(DOORS) == set()
    assert set(DOORS) - running == set()


def test_our_matrix_carries_every_row_of_the_given_one_unchanged_and_first(shared: Path) -> None:
    given, ours = rows_of(shared / "facts" / "visibility.csv"), rows_of(CARRIED)
    assert ours[: len(given)] == given


def test_no_row_of_the_matrix_says_a_thing_twice() -> None:
    said = Counter((row.role, row.relation, row.thing) for row in rows_of(CARRIED))
    assert [key for key, count in said.items() if count > 1] == []
