"""The sentence of an article that matters to a question, and where its words stand in it."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from unicodedata import normalize

from donghanh.legal.addresses import anchor
from donghanh.legal.index.words import folded, one_spelling, syllable_spans
from donghanh.legal.models import Article

_LONGEST = 320
_SENTENCE_ENDS = re.compile(r"(?<=[.;:])\s+(?=[^\W\d_])")
_LONGEST_TOGETHER = 420
_LEAST_SHARE = 0.25
"""A word that counts less than this share of the heaviest one is not marked."""
_JOINING = frozenset(
    {"thi", "ma", "la", "cua", "va", "cac", "nhung", "cho", "o", "tai", "theo", "de", "co", "duoc", "bi"}
)
"""Words that are everywhere: never marked alone."""
_LONG = 60
"""Syllables from which on a sentence must hold more to win."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words of an article, where to mark them, and the clause or point they stand in."""

    text: str
    marks: list[tuple[int, int]]
    anchor: str
    """Such as “k1-a”; "" when the article has no clauses."""


@dataclass(frozen=True, slots=True)
class Words:
    """What a question looks for: how much each syllable without accents counts, and how it was typed."""

    weights: dict[str, float]
    forms: dict[str, set[str]]
    pairs: Collection[tuple[str, str]] = ()
    """Syllables without accents that stand side by side in it."""

    def weight(self, syllable: str) -> float:
        """Return what a syllable of a text counts; nothing when it is another word that only sounds alike."""
        plain = folded(syllable)
        if plain not in self.weights or (plain in self.forms and one_spelling(syllable) not in self.forms[plain]):
            return 0.0
        return self.weights[plain]


def best_sentence(article: Article, words: Words) -> Sentence:
    """Return the sentence that holds most of what is looked for, with it marked; a lead and its point go together."""
    best = _fullest(_sentences(article), words)
    if best is None:
        return opening_of(article)
    of_clause = [(text, place) for text, place in _sentences(article) if _clause(place) == _clause(best.anchor)]
    if "-" in best.anchor:
        lead = next((text for text, place in of_clause if "-" not in place and text.endswith(":")), "")
        together = _together(_marked(lead, "", words), best) if lead else None
    else:
        point = _fullest(((text, place) for text, place in of_clause if "-" in place), words)
        together = _together(best, point) if point and best.text.endswith(":") else None
    return together or best


def _clause(place: str) -> str:
    """Return the clause of an anchor; a point below words without a number is “k-a”."""
    return place.partition("-")[0].removeprefix("k")


def _fullest(sentences: Iterable[tuple[str, str]], words: Words) -> Sentence | None:
    """Return the sentence that holds most, marked; None when none holds anything."""
    best, highest = None, 0.0
    for text, place in sentences:
        spans = syllable_spans(text)
        held = {folded(syllable): words.weight(syllable) for syllable, _, _ in spans}
        score = sum(held.values()) / max(1.0, len(spans) / _LONG) ** 0.5
        if score > highest:
            best, highest = (text, place), score
    return _marked(*best, words) if best else None


def _marked(text: str, place: str, words: Words) -> Sentence:
    return Sentence(text, _joined(text, list(_marks(syllable_spans(text), words))), place)


def _together(lead: Sentence, point: Sentence) -> Sentence | None:
    """Set a point behind the words that lead to it, so that neither is read alone; None when that is too long."""
    letter = point.anchor.partition("-")[2]
    text = f"{lead.text} {letter}) {point.text}"
    if len(text) > _LONGEST_TOGETHER:
        return None
    shift = len(text) - len(point.text)
    return Sentence(text, [*lead.marks, *((start + shift, end + shift) for start, end in point.marks)], point.anchor)


def _marks(spans: list[tuple[str, int, int]], words: Words) -> Iterator[tuple[int, int]]:
    """Mark the words that count most, and those that stand side by side as they were asked for."""
    least = _LEAST_SHARE * max(words.weights.values(), default=0.0)
    plain = [folded(syllable) for syllable, _, _ in spans]
    weights = [words.weight(syllable) for syllable, _, _ in spans]
    for place, (_, start, end) in enumerate(spans):
        beside = [
            pair
            for first in (place - 1, place)
            if 0 <= first < len(spans) - 1 and weights[first] and weights[first + 1]
            if (pair := (plain[first], plain[first + 1])) in words.pairs and not _JOINING.issuperset(pair)
        ]
        if beside or (weights[place] >= least and weights[place] and plain[place] not in _JOINING):
            yield start, end


def opening_of(article: Article, clause: str = "") -> Sentence:
    """Return the first sentence of an article or of one of its clauses, with nothing marked."""
    for text, place in _sentences(article):
        if not clause or place.partition("-")[0] == anchor(clause):
            return Sentence(text, [], place)
    return Sentence(_shortened(article.heading), [], "")


def _sentences(article: Article) -> Iterator[tuple[str, str]]:
    """Go through an article's sentences, each with the anchor of its clause or point."""
    if not article.clauses:
        for line in article.text.split("\n"):
            yield from ((part, "") for part in _parts(line))
    for clause in article.clauses:
        place = anchor(clause["number"])
        yield from ((part, place) for part in _parts(clause["text"]))
        for point in clause["points"]:
            yield from ((part, anchor(clause["number"], point["number"])) for part in _parts(point["text"]))
        yield from ((part, place) for part in _parts(clause.get("tail", "")))


def _parts(text: str) -> Iterator[str]:
    """Cut a paragraph into sentences short enough to be read at a glance."""
    for line in normalize("NFC", text).split("\n"):
        for part in _SENTENCE_ENDS.split(line.strip()):
            if part:
                yield _shortened(part)


def _shortened(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    return f"{text[:_LONGEST].rsplit(' ', 1)[0]} …"


def _joined(text: str, marks: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join marks with only a space between them, so that a phrase is one mark."""
    joined: list[tuple[int, int]] = []
    for start, end in marks:
        if joined and text[joined[-1][1] : start].isspace():
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined
