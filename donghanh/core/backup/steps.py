"""What must be done again on restored data: rooms say so when the application starts.

A restore brings back what was there at the time of the backup. Some of what happened since must not be undone by it,
the erasure of a person first of all: ``keep`` reads it from the database that is about to be replaced, ``replay``
does it again on the restored one, before anybody sees that.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do again; ``replay`` gets what ``keep`` returned, or None when there was nothing to read."""

    name: str
    keep: Callable[[], Any]
    replay: Callable[[Any], None]


_STEPS: dict[str, Step] = {}


def register(name: str, *, keep: Callable[[], Any], replay: Callable[[Any], None]) -> None:
    """Declare a step."""
    _STEPS[name] = Step(name, keep, replay)


def steps() -> list[Step]:
    """Return the steps in a fixed order."""
    return [_STEPS[name] for name in sorted(_STEPS)]
