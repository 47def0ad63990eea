"""Accents that a reader left out, guessed as the library's own texts write the words and their neighbours."""

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

import numpy as np

from donghanh.legal.index.arrays import Array, Floats, Ints, opened
from donghanh.legal.index.segment import Segment

_MOST_FORMS = 8
_SURE = 0.85
"""How likely a form must be before it counts as typed."""
_BESIDE = 0.9
"""How much the neighbour decides; the rest is how common a form is by itself."""
_NEVER = 1e-9


def nothing_guessed(words: Sequence[str]) -> list[str | None]:
    """Guess nothing: for an index without articles."""
    return [None] * len(words)


def counted_pairs(tokens: Ints, owners: Ints, size: int) -> dict[str, Array]:
    """Count which written syllables stand side by side more than once, for :class:`Accents`."""
    words = tokens.astype(np.int64)
    keys, counts = np.unique((words[:-1] * size + words[1:])[owners[:-1] == owners[1:]], return_counts=True)
    often = counts > 1
    return {"form_pairs": keys[often], "form_pair_counts": counts[often].astype(np.float32)}


class Accents:
    """Knows how the syllables of a segment are written, and beside which others."""

    def __init__(self, segment: Segment) -> None:
        self._segment = segment
        self._pairs = opened(segment.folder, "form_pairs")
        self._pair_counts = opened(segment.folder, "form_pair_counts")

    def guessed(self, words: Sequence[str]) -> list[str | None]:
        """Return words as they are most likely written, those with accents as they are; None where it is in doubt."""
        forms = [self._forms_of(word) for word in words]
        guessed: list[str | None] = [None] * len(words)
        start = 0
        while start < len(words):
            end = start
            while end < len(words) and len(forms[end]):
                end += 1
            guessed[start:end] = self._likeliest(forms[start:end])
            start = end + 1
        return guessed

    @cached_property
    def _counts(self) -> Floats:
        segment = self._segment
        return np.bincount(segment.tokens, minlength=len(segment.words)).astype(np.float32)

    @cached_property
    def _by_plain(self) -> tuple[Ints, Ints]:
        """Return all written forms by their plain syllables, the commonest first, and where each syllable begins."""
        folded_of = self._segment.folded_of
        order = np.lexsort((-self._counts, folded_of))
        return order, np.searchsorted(folded_of[order], np.arange(len(self._segment.plain) + 1))

    def _forms_of(self, word: str) -> Ints:
        """Return how a word may be written: itself when it has accents already, nothing when no text holds it."""
        segment = self._segment
        if not word.isascii():
            return np.array([segment.word_places[word]] if word in segment.word_places else [], dtype=np.int64)
        place = segment.plain_places.get(word)
        if place is None:
            return np.zeros(0, dtype=np.int64)
        order, starts = self._by_plain
        return order[starts[place] : starts[place + 1]][:_MOST_FORMS]

    def _likeliest(self, forms: list[Ints]) -> list[str | None]:
        """Return for each word of a run the form that is likely enough, by all ways through the run."""
        if not forms:
            return []
        commonness = [self._counts[row] / self._counts.sum() for row in forms]
        steps = [self._steps(*pair) for pair in pairwise(forms)]
        forward = [commonness[0] / commonness[0].sum()]
        for step in steps:
            reached = forward[-1] @ step
            forward.append(reached / reached.sum())
        backward = [np.ones(len(forms[-1]))]
        for step in reversed(steps):
            left = step @ backward[0]
            backward.insert(0, left / left.sum())
        found: list[str | None] = []
        for row, before, after in zip(forms, forward, backward, strict=True):
            likely = before * after
            best = int(likely.argmax())
            is_sure = likely[best] >= _SURE * likely.sum()
            found.append(self._segment.words[row[best]] if is_sure else None)
        return found

    def _steps(self, first: Ints, second: Ints) -> Floats:
        """Return how likely each form of the second word follows each of the first."""
        keys = (first.astype(np.int64)[:, None] * len(self._segment.words) + second[None, :]).ravel()
        places = np.minimum(np.searchsorted(self._pairs, keys), max(len(self._pairs) - 1, 0))
        beside = np.where(self._pairs[places] == keys, self._pair_counts[places], 0) if len(self._pairs) else keys * 0.0
        beside = beside.reshape(len(first), len(second)) / np.maximum(self._counts[first][:, None], 1)
        alone = self._counts[second] / self._counts.sum()
        steps: Floats = _BESIDE * beside + (1 - _BESIDE) * alone[None, :] + _NEVER
        return steps
