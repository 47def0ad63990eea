"""What in other rooms stands on an article: so that a reader finds it, and a change of the law finds its readers.

A room registers a finder when its application starts. ``texts_changed`` is sent after texts were brought in,
withdrawn or dated anew, with the numbers of the documents touched; a room that cites law listens and looks again.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.dispatch import Signal

texts_changed = Signal()
"""Arguments: ``numbers``, the numbers of the documents whose words or dates changed."""


@dataclass(frozen=True, slots=True)
class Citing:
    """Something that cites an article, in the reader's language."""

    kind: str
    """“guide”, “calculator”, “answer”, …"""
    title: str
    url: str


Finder = Callable[[str, str], list[Citing]]
_finders: list[Finder] = []


def cite_from(finder: Finder) -> None:
    """Let a room say what of it cites an article: called with the document's number and the article's."""
    if finder not in _finders:
        _finders.append(finder)


def things_citing(number: str, article: str) -> list[Citing]:
    """Return what other rooms built on an article."""
    return [thing for finder in _finders for thing in finder(number, article)]
