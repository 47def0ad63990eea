"""What the tests of the library share."""

import pytest

from donghanh.legal import offers


@pytest.fixture
def no_offers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no other room answer questions."""
    monkeypatch.setattr(offers, "_sources", [])
