"""What the library hears of itself: its index follows its texts."""

from collections.abc import Iterable
from typing import Any

from donghanh.legal import indexed


def texts_changed(*, numbers: Iterable[str], **_signal: Any) -> None:
    """Bring the index up to date with these documents."""
    indexed.follow(numbers)
