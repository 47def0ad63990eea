"""The words of readers and the words of the law: abbreviations, lay phrases, phrases that only ask."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from donghanh.legal.citations.names import shipped
from donghanh.legal.index.words import folded, one_spelling, syllables

_FOLDER = Path(__file__).resolve().parent.parent / "lexicon"
Words = tuple[str, ...]


@dataclass(slots=True)
class Phrases:
    """Phrases with what each stands for, found in a question with or without accents."""

    _by_first: dict[str, list[tuple[Words, tuple[Words, ...]]]] = field(default_factory=dict)

    def add(self, phrase: str, meanings: tuple[Words, ...] = ()) -> None:
        """Know a phrase."""
        words = tuple(one_spelling(word) for word in syllables(phrase))
        known = self._by_first.setdefault(folded(words[0]), [])
        known.append((words, meanings))
        known.sort(key=lambda entry: -len(entry[0]))

    def at(self, words: list[str], place: int) -> tuple[Words, tuple[Words, ...]] | None:
        """Return the longest phrase that stands at a place of a question, and its meanings."""
        for phrase, meanings in self._by_first.get(folded(words[place]), ()):
            typed = words[place : place + len(phrase)]
            if len(typed) == len(phrase) and all(map(_may_be, typed, phrase)) and _is_plain(typed, phrase):
                return phrase, meanings
        return None

    def all_in(self, words: list[str]) -> Iterator[tuple[int, Words, tuple[Words, ...]]]:
        """Find every phrase of a question, longest first at each place, overlaps kept."""
        for place in range(len(words)):
            if found := self.at(words, place):
                yield place, *found


def _may_be(typed: str, known: str) -> bool:
    """Tell whether a syllable was typed with its accents or without them."""
    return typed in {known, folded(known)}


def _is_plain(typed: list[str], phrase: Words) -> bool:
    """Refuse a single syllable typed without the accents that make it what it is."""
    return len(phrase) > 1 or typed[0] == phrase[0]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All that is known of words before any text is read."""

    abbreviations: dict[str, Words]
    lay: Phrases
    asking: Phrases
    documents: dict[str, tuple[str, ...]]
    """Numbers of documents by their folded names, as ``aliases.csv`` of the room has them."""


@cache
def lexicon() -> Lexicon:
    """Read the lexicon, once."""
    abbreviations = {
        "".join(syllables(row["abbreviation"])): tuple(one_spelling(word) for word in syllables(row["words"]))
        for row in _rows("abbreviations")
    }
    abbreviations |= {folded(short): words for short, words in abbreviations.items()}
    lay = Phrases()
    for row in _rows("lay_words"):
        lay.add(row["lay"], tuple(tuple(map(one_spelling, syllables(part))) for part in row["law"].split("|")))
    asking = Phrases()
    for row in _rows("asking"):
        asking.add(row["phrase"])
    documents: dict[str, tuple[str, ...]] = {}
    for name in shipped():
        words = " ".join(map(folded, syllables(name.words)))
        documents[words] = (*documents.get(words, ()), name.number)
    return Lexicon(abbreviations, lay, asking, documents)


@cache
def lay_phrases() -> tuple[str, ...]:
    """Return the phrases that readers use where the law has other words."""
    return tuple(row["lay"] for row in _rows("lay_words") if " " in row["lay"])


def _rows(name: str) -> list[dict[str, str]]:
    with (_FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
