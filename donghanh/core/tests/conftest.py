"""What several tests of this room need."""

from collections.abc import Iterator

import pytest
from django.utils import translation


@pytest.fixture
def english() -> Iterator[None]:
    """Read messages in the language of the code."""
    with translation.override("en"):
        yield
