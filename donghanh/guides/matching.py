"""How well guides fit a question, with or without diacritics: folded syllables and adjacent pairs, in memory.

A few dozen guides need no index of the library's kind; what fits is decided by the words a worker would type.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Self

from donghanh.kernel.text import fold
from donghanh.legal.index.lexicon import lexicon

_SYLLABLE = re.compile(r"[a-z0-9]+")
_PAIR = 2.0
"""A pair of adjacent syllables says about twice as much as a syllable."""
_UNKNOWN = 0.5
"""A syllable that no guide has still makes the question longer, by half of the rarest known one."""
_PHRASE = 0.6
"""A whole phrase of a guide within the question makes it fit at least so well."""
FITS = 0.4
"""What scores less is not offered."""

Field = tuple[str, float]
"""A text, and how much a word of it counts, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Matcher:
    """Guides by their keys, ready to be asked."""

    weights: Mapping[str, Mapping[str, float]]
    """Of each key, the terms with the weight of the strongest field that holds them."""
    phrases: Mapping[str, tuple[str, ...]]
    rarity: Mapping[str, float]

    @classmethod
    def of(cls, texts: Mapping[str, Iterable[Field]], phrases: Mapping[str, Iterable[str]]) -> Self:
        """Read the texts of each key, and the phrases people type when they look for it."""
        weights: dict[str, dict[str, float]] = {}
        for key, fields in texts.items():
            found: dict[str, float] = {}
            for text, weight in fields:
                for term in _terms(syllables(text)):
                    found[term] = max(weight, found.get(term, 0.0))
            weights[key] = found
        spread = Counter(term for found in weights.values() for term in found)
        rarity = {term: math.log(1 + len(weights) / count) for term, count in spread.items()}
        whole = {key: tuple(" ".join(syllables(one)) for one in each) for key, each in phrases.items()}
        return cls(weights, whole, rarity)

    def fitting(self, question: str) -> list[tuple[str, float]]:
        """Return the keys that fit a question with their scores, 0 to 1, the best first."""
        asked = syllables(question)
        terms = set(_terms(asked))
        whole = self._weight_of(terms)
        if not whole:
            return []
        scored = ((key, self._score(key, terms) / whole) for key in self.weights)
        sentence = " ".join(asked)
        scored = ((key, max(score, self._phrase(key, sentence))) for key, score in scored)
        return sorted(((key, score) for key, score in scored if score >= FITS), key=lambda one: (-one[1], one[0]))

    def _weight_of(self, terms: set[str]) -> float:
        rarest = max(self.rarity.values(), default=0.0)
        return sum(
            _worth(term) * self.rarity[term] if term in self.rarity else (0 if " " in term else _UNKNOWN * rarest)
            for term in terms
        )

    def _score(self, key: str, terms: set[str]) -> float:
        weights = self.weights[key]
        return sum(_worth(term) * self.rarity[term] * weights[term] for term in terms if term in weights)

    def _phrase(self, key: str, sentence: str) -> float:
        """Return how well the longest phrase of a guide that stands in the question covers it."""
        held = [phrase for phrase in self.phrases.get(key, ()) if " " in phrase and f" {phrase} " in f" {sentence} "]
        longest = max((phrase.count(" ") + 1 for phrase in held), default=0)
        return _PHRASE + (1 - _PHRASE) * longest / (sentence.count(" ") + 1) if longest else 0.0


def syllables(text: str) -> list[str]:
    """Return the syllables of a text without diacritics, usual abbreviations written out."""
    short = lexicon().abbreviations
    plain: list[str] = _SYLLABLE.findall(fold(text))
    return [fold(syllable) for word in plain for syllable in short.get(word, (word,))]


def _terms(words: list[str]) -> Iterator[str]:
    yield from words
    yield from (f"{first} {second}" for first, second in pairwise(words))


def _worth(term: str) -> float:
    return _PAIR if " " in term else 1.0
