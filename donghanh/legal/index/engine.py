"""The door of the index: build it, change it, ask it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from donghanh.legal.index.accents import Accents, nothing_guessed
from donghanh.legal.index.arrays import Flags, Floats
from donghanh.legal.index.asking import as_typed, understood
from donghanh.legal.index.candidates import Rarity, first_scores, rarity
from donghanh.legal.index.features import features
from donghanh.legal.index.folder import Current, IndexFolder
from donghanh.legal.index.forest import ranking
from donghanh.legal.index.listing import listed
from donghanh.legal.index.naming import named_documents
from donghanh.legal.index.passages import Passage
from donghanh.legal.index.query import Query
from donghanh.legal.index.segment import Segment
from donghanh.legal.index.slips import Speller
from donghanh.legal.index.writing import write_segment

_CANDIDATES = 150


@dataclass(frozen=True, slots=True)
class Hit:
    """An article found."""

    key: str
    score: float


@dataclass(frozen=True, slots=True)
class Answer:
    """What the index found, how it read the question, and how sure it is."""

    query: Query
    hits: tuple[Hit, ...]
    confidence: float
    is_weak: bool
    weights: dict[str, float] = field(default_factory=dict)
    """How much each syllable without accents counted: its weight in the question times how rare it is."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """Articles at the first look, best first, as the ranking sees them."""

    keys: list[str]
    features: Floats
    weights: dict[str, float]


@dataclass(frozen=True, slots=True)
class _Opened:
    """The index as one process has it open."""

    stamp: tuple[int, int]
    segments: tuple[Segment, ...]
    withdrawn: tuple[Flags, ...]
    speller: Speller
    accents: Accents | None
    """Of the segment with most words: the law is written in one way."""


class LawIndex:
    """An index of articles in a folder, shared by the processes that open it."""

    def __init__(self, path: Path) -> None:
        self._folder = IndexFolder(path)
        self._held: _Opened | None = None

    def exists(self) -> bool:
        """Tell whether there is an index here that can be asked."""
        return self._folder.read() is not None

    def stamp(self) -> tuple[int, int]:
        """Return what changes whenever the index does."""
        return self._folder.stamp()

    def segment_count(self) -> int:
        """Return of how many parts the index is made; a rebuild makes it one."""
        current = self._folder.read()
        return len(current.segments) if current else 0

    def build(self, passages: Iterable[Passage]) -> None:
        """Make the index of these articles, instead of what was there."""
        with self._folder.writing():
            segment = self._folder.new_segment()
            write_segment(segment, passages)
            self._folder.replace(Current({segment.name: []}))

    def put_document(self, number: str, passages: Iterable[Passage]) -> None:
        """Take in a document, instead of what there was of it; the other documents are not touched."""
        with self._folder.writing():
            segment = self._folder.new_segment()
            write_segment(segment, passages)
            current = self._without(number)
            current.segments[segment.name] = []
            self._folder.replace(current)

    def remove_document(self, number: str) -> None:
        """Withdraw a document."""
        with self._folder.writing():
            self._folder.replace(self._without(number))

    def keys(self) -> set[str]:
        """Return the keys of all articles that can be found."""
        opened = self._opened()
        return {
            key
            for segment, withdrawn in zip(opened.segments, opened.withdrawn, strict=True)
            for key, gone in zip(segment.keys, withdrawn.tolist(), strict=True)
            if not gone
        }

    def __len__(self) -> int:
        opened = self._opened()
        return sum(int((~withdrawn).sum()) for withdrawn in opened.withdrawn)

    def search(
        self, question: str, limit: int = 10, *, allowed: Collection[str] | None = None, exactly: bool = False
    ) -> Answer:
        """Answer a question with the articles that fit best, among those allowed; ``exactly`` takes its very words."""
        query = as_typed(question) if exactly else self.understood(question)
        found = self.candidates(query, allowed=allowed)
        if not found.keys:
            return Answer(query, (), 0.0, is_weak=True)
        learned = ranking()
        scores = learned.scores(found.features)
        order = np.argsort(-scores, kind="stable")[:limit]
        confidence = learned.confidence.of(found.features[order[0]])
        hits = tuple(Hit(found.keys[place], float(scores[place])) for place in order.tolist())
        return Answer(query, hits, confidence, confidence < learned.confidence.enough, found.weights)

    def understood(self, question: str) -> Query:
        """Read a question with what the index knows of spelling."""
        opened = self._opened()
        return understood(
            question, opened.speller.corrected, opened.accents.guessed if opened.accents else nothing_guessed
        )

    def candidates(self, query: Query, *, allowed: Collection[str] | None = None) -> Candidates:
        """Describe the articles that share most with a query."""
        opened = self._opened()
        limit = _CANDIDATES
        rare = rarity(opened.segments, query)
        chosen: list[tuple[float, int, int]] = []
        for place, segment in enumerate(opened.segments):
            scores = first_scores(segment, query, rare)
            scores[opened.withdrawn[place]] = 0
            if allowed is not None:
                scores[[row for row, key in enumerate(segment.keys) if key not in allowed]] = 0
            chosen += [(float(scores[row]), place, row) for row in _highest(scores, limit) if scores[row] > 0]
        chosen = sorted(chosen, key=lambda one: (-one[0], one[1], one[2]))[:limit]
        return _described(opened.segments, query, rare, chosen)

    def _without(self, number: str) -> Current:
        """Return the index as it would be without a document; segments that held nothing else are dropped."""
        current = self._folder.read() or Current()
        left: dict[str, list[str]] = {}
        for name, withdrawn in current.segments.items():
            known = Segment(self._folder.path / name).documents
            gone = sorted({*withdrawn, *({number} & set(known))})
            if len(gone) < len(known):
                left[name] = gone
        return Current(left)

    def _opened(self) -> _Opened:
        """Return the index as it is now, opened anew when another process changed it."""
        stamp = self._folder.stamp()
        if self._held is None or self._held.stamp != stamp:
            self._held = self._open(stamp)
        return self._held

    def _open(self, stamp: tuple[int, int]) -> _Opened:
        current = self._folder.read() or Current()
        held = {segment.folder.name: segment for segment in self._held.segments} if self._held else {}
        segments = tuple(held.get(name) or Segment(self._folder.path / name) for name in current.segments)
        withdrawn = tuple(
            np.isin(segment.document_of, [segment.documents.index(number) for number in gone])
            for segment, gone in zip(segments, current.segments.values(), strict=True)
        )
        counts: dict[str, int] = {}
        for segment in segments:
            for word, count in zip(segment.plain, segment.word_counts.tolist(), strict=True):
                counts[word] = counts.get(word, 0) + count
        return _Opened(
            stamp, segments, withdrawn, Speller(counts), Accents(max(segments, key=_size)) if segments else None
        )


def _size(segment: Segment) -> int:
    return len(segment.tokens)


def _highest(scores: Floats, limit: int) -> list[int]:
    """Return the places of the highest scores, in no order."""
    if len(scores) <= limit:
        return list(range(len(scores)))
    places: list[int] = np.argpartition(-scores, limit)[:limit].tolist()
    return places


def _described(
    segments: tuple[Segment, ...], query: Query, rare: Rarity, chosen: list[tuple[float, int, int]]
) -> Candidates:
    """Return the features of the chosen articles (first score, segment, row), in their order."""
    of_words = [weight * rarity for (weight, _), rarity in zip(query.terms.values(), rare.words, strict=True)]
    of_pairs = [weight * rarity for (weight, _), rarity in zip(query.pairs.values(), rare.pairs, strict=True)]
    weights = dict(zip(query.terms, map(float, of_words), strict=True))
    if not chosen:
        return Candidates([], np.zeros((0, 1)), weights)
    named = [named_documents(segment, query) for segment in segments]
    rows_of: dict[int, list[int]] = {}
    for at, (_, place, _) in enumerate(chosen):
        rows_of.setdefault(place, []).append(at)
    parts: list[Floats] = []
    for place, ats in rows_of.items():
        rows = np.array([chosen[at][2] for at in ats], dtype=np.int64)
        parts.append(features(segments[place], query, rare, rows, named[place], any_named=any(named)))
    order = np.argsort([at for ats in rows_of.values() for at in ats])
    scores = np.array([score for score, _, _ in chosen])
    documents = np.unique([segments[place].documents[segments[place].document_of[row]] for _, place, row in chosen],
                          return_inverse=True)[1]  # fmt: skip
    beside = listed(scores, documents, float(sum(of_words) + sum(of_pairs)))
    keys = [segments[place].keys[row] for _, place, row in chosen]
    return Candidates(keys, np.hstack([np.concatenate(parts)[order], beside]).astype(np.float32), weights)
