"""The first look: which articles share the rarest words and pairs with a query."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from donghanh.legal.index.arrays import Floats
from donghanh.legal.index.query import Query
from donghanh.legal.index.segment import Segment


@dataclass(frozen=True, slots=True)
class Rarity:
    """How rare the words and pairs of a query are in the whole index."""

    words: Floats
    pairs: Floats
    word_counts: Floats
    """How many articles hold each word."""


def rarity(segments: Sequence[Segment], query: Query) -> Rarity:
    """Measure a query's words and pairs over all segments."""
    total = sum(len(segment) for segment in segments)
    words, pairs = np.zeros(len(query.terms)), np.zeros(len(query.pairs))
    for segment in segments:
        known = segment.plain_places
        words += [_count(segment, known.get(word)) for word in query.terms]
        for place, (first, second) in enumerate(query.pairs):
            if first in known and second in known:
                pairs[place] += len(segment.pair_postings(known[first], known[second])[0])
    return Rarity(_idf(words, total), _idf(pairs, total), words)


def first_scores(segment: Segment, query: Query, rare: Rarity) -> Floats:
    """Score every article of a segment by BM25 of words and pairs, and by its document's name."""
    scores = np.zeros(len(segment), dtype=np.float32)
    known = segment.plain_places
    for (word, (weight, _)), rarity_of in zip(query.terms.items(), rare.words, strict=True):
        if word in known:
            articles, impacts = segment.word_postings(known[word])
            scores[articles] += np.float32(weight * rarity_of) * impacts
    for ((first, second), (weight, _)), rarity_of in zip(query.pairs.items(), rare.pairs, strict=True):
        if first in known and second in known:
            articles, impacts = segment.pair_postings(known[first], known[second])
            scores[articles] += np.float32(weight * rarity_of) * impacts
    return scores


def _count(segment: Segment, word: int | None) -> int:
    return 0 if word is None else len(segment.word_postings(word)[0])


def _idf(counts: Floats, total: int) -> Floats:
    idf: Floats = np.log1p((total - counts + 0.5) / (counts + 0.5))
    return idf
