"""How well the document of an article fits a question: by what it is called, and by what it is about."""

import numpy as np

from donghanh.legal.index.arrays import Floats, Ints, spread
from donghanh.legal.index.candidates import Rarity
from donghanh.legal.index.query import Named, Query
from donghanh.legal.index.segment import Segment
from donghanh.legal.index.words import folded

_SIGNS = {"nghi dinh": "nd", "thong tu": "tt", "luat": "qh", "quyet dinh": "qd", "nghi quyet": "nq"}


def document_features(
    segment: Segment, query: Query, rare: Rarity, rows: Ints, called: set[int], *, any_named: bool
) -> list[Floats]:
    """Describe the documents of candidates, in the order of ``features.NAMED``."""
    documents = segment.document_of[rows]
    named = np.zeros(len(segment.documents))
    named[sorted(called)] = 1
    is_named = named[documents]
    asked = np.array([segment.articles[row] in query.articles for row in rows.tolist()], dtype=np.float32)
    own = {word: rarity for (word, (weight, added)), rarity in zip(query.terms.items(), rare.words, strict=True)
           if weight == 1 and not added}  # fmt: skip
    distinct, whose = np.unique(documents, return_inverse=True)
    by_name = _covers(segment, own, distinct, segment.name_words, segment.name_starts)
    by_opening = _covers(segment, own, distinct, segment.about_words, segment.about_starts)
    return [
        is_named, float(any_named) - is_named, asked,
        *(values[whose] for values in (*by_name, *by_opening)),
        segment.order[rows],
    ]  # fmt: skip


def named_documents(segment: Segment, query: Query) -> set[int]:
    """Return the documents of a segment that a query names; the longest name wins over a shorter one in it."""
    by_number: set[int] = set()
    by_name: list[tuple[str, set[int]]] = []
    for named in query.named:
        if named.name:
            known = segment.documents_numbered
            found = segment.documents_called.get(named.name, set())
            found = found | {known[number.upper()] for number in named.numbers if number.upper() in known}
            if found and not any(named.name in longer for longer, _ in by_name):
                by_name.append((named.name, found))
        else:
            by_number |= _numbered(segment, named)
    return by_number.union(*(found for _, found in by_name))


def _numbered(segment: Segment, named: Named) -> set[int]:
    start = named.number if "/" in named.number else named.number + "/"
    sign = _SIGNS.get(named.kind, "")
    return {
        place
        for number, place in segment.documents_numbered.items()
        if (number == start or number.startswith(start if start.endswith("/") else start + "/"))
        and (not sign or f"/{sign}" in folded(number))
    }


def _covers(
    segment: Segment, own: dict[str, float], documents: Ints, words: Ints, starts: Ints
) -> tuple[Floats, Floats]:
    """Return for some documents how much of the query their words hold, and how much of them the query holds."""
    rarity = np.zeros(len(segment.plain))
    for word, rare in own.items():
        if word in segment.plain_places:
            rarity[segment.plain_places[word]] = rare
    places, owners = spread(starts, documents)
    asked = rarity[words[places]]
    cover = np.bincount(owners, weights=asked, minlength=len(documents))
    held = np.bincount(owners, weights=asked > 0, minlength=len(documents))
    lengths = np.maximum(starts[documents + 1] - starts[documents], 1)
    return cover / (sum(own.values()) or 1.0), held / lengths
