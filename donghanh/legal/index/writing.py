"""Make a segment: the arrays in which a set of articles can be searched.

A segment never changes once it is written. Its words are numbered within it; ``segment`` is the reading side.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from donghanh.legal.index.accents import counted_pairs
from donghanh.legal.index.arrays import Array, Floats, Ints, save, save_words
from donghanh.legal.index.cleaning import heading_and_text, without_debris
from donghanh.legal.index.facts import article_facts, cited_within, number_facts
from donghanh.legal.index.names import NamesInTexts
from donghanh.legal.index.passages import Passage
from donghanh.legal.index.windows import paragraphs, window_starts
from donghanh.legal.index.words import folded, one_spelling, syllables

HEADING_WEIGHT = 2.5
CONTEXT_WEIGHT = 0.5
K1 = 1.2
B = 0.7
USUAL_LENGTH = 300.0
"""The length in syllables against which articles count as long or short; fixed, so that segments can be compared."""
_ABOUT_LENGTH = 70


@dataclass(slots=True)
class _Article:
    """An article while a segment is gathered: its words by number, and where its windows begin in the body."""

    key: str
    number: str
    document: int
    context: list[int]
    heading: list[int]
    body: Ints
    windows: list[int]
    facts: tuple[float, ...]


class SegmentWriter:
    """Gathers articles one by one, then writes the arrays."""

    def __init__(self) -> None:
        self._vocabulary: defaultdict[str, int] = defaultdict()
        self._vocabulary.default_factory = self._vocabulary.__len__
        self._articles: list[_Article] = []
        self._documents: dict[str, int] = {}
        self._titles: list[str] = []
        self._about: list[list[int]] = []
        self._names = NamesInTexts()

    def add(self, passage: Passage) -> None:
        """Take in an article."""
        title, text = heading_and_text(passage.heading, without_debris(passage.text))
        heading = self._numbered(title)
        lines = [(self._numbered(line), opens) for line, opens in paragraphs(text)]
        body = [word for words, _ in lines for word in words]
        self._articles.append(
            _Article(
                passage.key, passage.article, self._document(passage, heading + body), self._numbered(passage.context),
                heading, np.array(body, dtype=np.int32), window_starts([(len(words), opens) for words, opens in lines]),
                article_facts(title, text),
            )
        )  # fmt: skip
        self._names.read(text, passage.number)

    def write(self, folder: Path) -> None:
        """Write the segment into a new folder."""
        folder.mkdir(parents=True)
        self._name_the_headless()
        lengths = [(len(a.context), len(a.heading), len(a.body), len(a.windows)) for a in self._articles]
        contexts, headings, bodies, windows = np.array(lengths, dtype=np.int64).reshape(-1, 4).T
        starts = np.append(0, np.cumsum(contexts + headings + bodies))
        of_headings = starts[:-1] + contexts
        of_bodies = of_headings + headings
        tokens = np.concatenate(
            [np.zeros(0, dtype=np.int32)]
            + [part for a in self._articles for part in (_numbers(a.context), _numbers(a.heading), a.body)]
        )
        within = np.array([place for a in self._articles for place in a.windows], dtype=np.int64)
        owners = np.repeat(np.arange(len(self._articles), dtype=np.int32), np.diff(starts))
        facts = self._all_facts(tokens, owners, np.diff(starts))
        names = self._named()
        words = list(self._vocabulary)
        plain = sorted({folded(word) for word in words})
        place = {word: number for number, word in enumerate(plain)}
        folded_of = np.array([place[folded(word)] for word in words], dtype=np.int32)
        for label in ("name_words", "about_words"):
            names[label] = folded_of[names[label]]
        save(
            folder, tokens=tokens, starts=starts, headings=of_headings, bodies=of_bodies, folded_of=folded_of,
            facts=facts, windows=np.repeat(of_bodies, windows) + within,
            window_starts=np.append(0, np.cumsum(windows)),
            document_of=np.array([a.document for a in self._articles], dtype=np.int32), **names,
        )  # fmt: skip
        for name, written in (
            ("words", words), ("plain", plain), ("keys", [a.key for a in self._articles]),
            ("articles", [a.number for a in self._articles]),
            ("documents", list(self._documents)), ("titles", self._titles),
        ):  # fmt: skip
            save_words(folder, name, written)
        self._articles = []
        save(folder, **counted_pairs(tokens, owners, len(words)))
        _write_postings(folder, folded_of[tokens], owners, _weights(tokens, owners, of_headings, of_bodies), len(plain))

    def _name_the_headless(self) -> None:
        """Give articles without a heading the name that others call them by."""
        numbers = list(self._documents)
        for article in self._articles:
            if not article.heading:
                name = self._names.offences.get((numbers[article.document], article.number), "")
                article.heading = self._numbered(name)

    def _numbered(self, text: str) -> list[int]:
        return [self._vocabulary[one_spelling(word)] for word in syllables(text)] if text else []

    def _document(self, passage: Passage, words: list[int]) -> int:
        place = self._documents.setdefault(passage.number, len(self._documents))
        if place == len(self._titles):
            self._titles.append("" if passage.title_of_document == passage.number else passage.title_of_document)
            self._about.append([])
        if passage.article == "1":
            self._about[place] = words[:_ABOUT_LENGTH]
        return place

    def _named(self) -> dict[str, Array]:
        """Return each document's name and what its first article says it is about, as words."""
        named = []
        for number, title in zip(self._documents, self._titles, strict=True):
            named.append(self._numbered(title or self._names.name_of(number)))
        self._titles = [
            title or self._names.name_of(number) for number, title in zip(self._documents, self._titles, strict=True)
        ]
        found: dict[str, Array] = {}
        for label, rows in (("name", named), ("about", self._about)):
            distinct = [sorted(set(row)) for row in rows]
            found[f"{label}_words"] = np.array([word for row in distinct for word in row], dtype=np.int32)
            found[f"{label}_starts"] = np.cumsum([0, *(len(row) for row in distinct)]).astype(np.int64)
        return found

    def _all_facts(self, tokens: Ints, owners: Ints, lengths: Ints) -> Floats:
        documents = np.array([article.document for article in self._articles], dtype=np.int32)
        of_numbers = np.array([number_facts(number) for number in self._documents], dtype=np.float32)
        mentions = np.array([self._names.mentions[number.upper()] for number in self._documents], dtype=np.float32)
        places = {(article.document, article.number): row for row, article in enumerate(self._articles)}
        numbers = {number: word for word, number in self._vocabulary.items() if word[:1].isdigit()}
        cited = cited_within(tokens, owners, documents, self._vocabulary.get("điều", -1), numbers, places)
        headless = [not article.heading for article in self._articles]
        kinds = np.array([article.facts for article in self._articles], dtype=np.float32).reshape(-1, 6)
        return np.column_stack(
            [
                of_numbers[documents].reshape(-1, 2), kinds,
                np.log1p(lengths), np.log1p(mentions[documents]), np.log1p(cited), headless,
            ]
        ).astype(np.float32)  # fmt: skip


def write_segment(folder: Path, passages: Iterable[Passage]) -> None:
    """Write the segment of these articles into a new folder."""
    writer = SegmentWriter()
    for passage in passages:
        writer.add(passage)
    writer.write(folder)


def _numbers(words: list[int]) -> Ints:
    return np.array(words, dtype=np.int32)


def _weights(tokens: Ints, owners: Ints, headings: Ints, bodies: Ints) -> Floats:
    """Say how much each word counts by where it stands, and how long its article is."""
    places = np.arange(len(tokens))
    weights = np.ones(len(tokens), dtype=np.float32)
    weights[places < bodies[owners]] = HEADING_WEIGHT
    weights[places < headings[owners]] = CONTEXT_WEIGHT
    return weights


def _write_postings(folder: Path, plain: Ints, owners: Ints, weights: Floats, size: int) -> None:
    """Write which articles hold each word and each pair of neighbours, and how much."""
    count = int(owners[-1]) + 1 if len(owners) else 0
    lengths = np.bincount(owners, minlength=count).astype(np.float32)
    norms = K1 * (1 - B + B * lengths / USUAL_LENGTH)
    words = plain.astype(np.int64)
    keys, articles, impacts = _counted(words, owners, weights, norms)
    save(
        folder,
        word_starts=np.searchsorted(keys, np.arange(size + 1)),
        word_articles=articles, word_impacts=impacts,
    )  # fmt: skip
    beside = owners[:-1] == owners[1:]
    pairs = (words[:-1] * size + words[1:])[beside]
    keys, articles, impacts = _counted(pairs, owners[:-1][beside], weights[:-1][beside], norms)
    distinct, starts = np.unique(keys, return_index=True)
    save(
        folder,
        pair_keys=distinct, pair_starts=np.append(starts, len(keys)).astype(np.int64),
        pair_articles=articles, pair_impacts=impacts,
    )  # fmt: skip


def _counted(keys: Ints, owners: Ints, weights: Floats, norms: Floats) -> tuple[Ints, Ints, Floats]:
    """Sum the weights of equal keys of one article, and turn each sum into what BM25 gives for it."""
    if not len(keys):
        return keys, owners.astype(np.int32), weights.astype(np.float16)
    count = np.int64(len(norms))
    both = keys * count + owners
    order = np.argsort(both)
    both = both[order]
    firsts = np.flatnonzero(np.diff(both, prepend=both[0] - 1))
    sums = np.add.reduceat(weights[order], firsts)
    both = both[firsts]
    articles = (both % count).astype(np.int32)
    return both // count, articles, (sums / (sums + norms[articles])).astype(np.float16)
