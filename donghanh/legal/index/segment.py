"""A segment as it is searched: arrays of some articles, mapped from their folder."""

from functools import cached_property
from pathlib import Path

import numpy as np

from donghanh.legal.index.arrays import Floats, Ints, opened, opened_words
from donghanh.legal.index.words import folded, syllables


class Segment:
    """The articles of one folder; read-only, and shared by all processes that open it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.keys = opened_words(folder, "keys")
        self.articles = opened_words(folder, "articles")
        self.documents = opened_words(folder, "documents")
        self.titles = opened_words(folder, "titles")
        self.words = opened_words(folder, "words")
        self.plain = opened_words(folder, "plain")
        self.tokens = opened(folder, "tokens")
        self.starts = opened(folder, "starts")
        self.headings = opened(folder, "headings")
        self.bodies = opened(folder, "bodies")
        self.windows = opened(folder, "windows")
        self.window_starts = opened(folder, "window_starts")
        self.folded_of = opened(folder, "folded_of")
        self.facts = opened(folder, "facts")
        self.document_of = opened(folder, "document_of")
        self.name_words = opened(folder, "name_words")
        self.name_starts = opened(folder, "name_starts")
        self.about_words = opened(folder, "about_words")
        self.about_starts = opened(folder, "about_starts")
        self._word_starts = opened(folder, "word_starts")
        self._word_articles = opened(folder, "word_articles")
        self._word_impacts = opened(folder, "word_impacts")
        self._pair_keys = opened(folder, "pair_keys")
        self._pair_starts = opened(folder, "pair_starts")
        self._pair_articles = opened(folder, "pair_articles")
        self._pair_impacts = opened(folder, "pair_impacts")

    def __len__(self) -> int:
        return len(self.keys)

    @cached_property
    def word_counts(self) -> Ints:
        """Return how many articles hold each syllable without accents."""
        return np.diff(self._word_starts)

    @cached_property
    def plain_places(self) -> dict[str, int]:
        """Return the number of each syllable without accents."""
        return {word: place for place, word in enumerate(self.plain)}

    @cached_property
    def word_places(self) -> dict[str, int]:
        """Return the number of each syllable with accents."""
        return {word: place for place, word in enumerate(self.words)}

    @cached_property
    def documents_numbered(self) -> dict[str, int]:
        """Return the place of each document by its number in capitals."""
        return {number.upper(): place for place, number in enumerate(self.documents)}

    @cached_property
    def documents_called(self) -> dict[str, set[int]]:
        """Return the documents by their folded names, with and without the year in them."""
        called: dict[str, set[int]] = {}
        for place, title in enumerate(self.titles):
            words = [folded(word) for word in syllables(title)]
            for name in {" ".join(words), " ".join(word for word in words if not word.isdigit())}:
                if name:
                    called.setdefault(name, set()).add(place)
        return called

    @cached_property
    def order(self) -> Floats:
        """Return how far down its document each article stands, 0 to 1."""
        numbers = np.array([float("".join(filter(str.isdigit, article)) or 0) for article in self.articles])
        last = np.zeros(len(self.documents))
        np.maximum.at(last, self.document_of, numbers)
        order: Floats = (numbers / np.maximum(last, 1)[self.document_of]).astype(np.float32)
        return order

    def word_postings(self, word: int) -> tuple[Ints, Floats]:
        """Return the articles that hold a syllable, and what BM25 gives each before the word's rarity."""
        span = slice(int(self._word_starts[word]), int(self._word_starts[word + 1]))
        return self._word_articles[span], self._word_impacts[span]

    def pair_postings(self, first: int, second: int) -> tuple[Ints, Floats]:
        """Return the articles in which two syllables are neighbours, and what BM25 gives each."""
        key = first * len(self.plain) + second
        place = int(np.searchsorted(self._pair_keys, key))
        if place == len(self._pair_keys) or self._pair_keys[place] != key:
            return self._pair_articles[:0], self._pair_impacts[:0]
        span = slice(int(self._pair_starts[place]), int(self._pair_starts[place + 1]))
        return self._pair_articles[span], self._pair_impacts[span]
