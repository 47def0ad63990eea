"""What stands on articles and is looked at again when they change: guides, later answers, questions of a quiz.

A room registers what it lets watch when its application starts.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from donghanh.org.models import User

GUIDE = "guide"


@dataclass(frozen=True, slots=True)
class Cited:
    """One article that something stands on, and the last day for which it was meant to."""

    document: str
    article: str
    ends_on: date | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """One thing that stands on law: since when its words were compared, and when somebody should look again."""

    key: str
    compared_on: date
    cites: tuple[Cited, ...]
    review_by: date | None = None


@dataclass(frozen=True, slots=True)
class Described:
    """How a thing is called in the list of what to review, and where it is mended."""

    title: str
    url: str


class Renewal(Protocol):
    """What a room does when an officer found one of its things right under the law of a day."""

    def __call__(self, key: str, on: date, *, actor: User) -> None: ...


@dataclass(frozen=True, slots=True)
class Watch:
    """One kind of thing, and how its room tells of it."""

    kind: str
    standings: Callable[[], Iterable[Standing]]
    described: Callable[[Iterable[str]], Mapping[str, Described]]
    renewed: Renewal


_watches: dict[str, Watch] = {}


def watch(one: Watch) -> None:
    """Let the things of a kind be watched."""
    _watches[one.kind] = one


def watches() -> list[Watch]:
    """Return every kind that is watched."""
    return list(_watches.values())


def watch_of(kind: str) -> Watch:
    """Return how a kind is watched."""
    return _watches[kind]
