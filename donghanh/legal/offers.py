"""What rooms above offer to a question beside the law itself: guides, calculators.

A room registers a source when its application starts; the search page asks every source and shows the best.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that may answer a question, in the reader's language."""

    kind: str
    """“guide” or “calculator”."""
    title: str
    summary: str
    url: str
    score: float
    """0 to 1: how well it fits; sources of all rooms are sorted together."""
    note: str = ""
    """What the reader must know first, such as that it is under review."""


Source = Callable[[str, date], list[Offer]]
_sources: list[Source] = []


def offer_from(source: Source) -> None:
    """Let a room answer questions: it is called with the question and the day that matters."""
    if source not in _sources:
        _sources.append(source)


def offers(question: str, *, on: date, limit: int = 5) -> list[Offer]:
    """Return what fits a question best, best first."""
    found = [offer for source in _sources for offer in source(question, on)]
    return sorted(found, key=lambda offer: (-offer.score, offer.title))[:limit]
