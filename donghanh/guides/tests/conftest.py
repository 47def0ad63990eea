"""What tests of guides share."""

import pytest

from donghanh.guides.queries import known


@pytest.fixture(autouse=True)
def _fresh_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no test see the guides that another one kept in memory at the same frozen moment."""
    monkeypatch.setattr(known, "_kept", {})
