"""A question as the index asks it: runs of words, how much each counts, and what the question is of."""

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from donghanh.legal.index.words import folded


@dataclass(frozen=True, slots=True)
class Run:
    """Words that stand side by side, and what they count."""

    words: tuple[str, ...]
    weight: float
    is_added: bool = False
    """Whether they stand for the reader's words instead of being them."""


@dataclass(frozen=True, slots=True)
class Named:
    """A document that a question names."""

    number: str = ""
    """As far as it was given: “12/2022”, “45/2019/QH14”, “188”."""
    kind: str = ""
    """The folded kind before a bare number: “nghi dinh”."""
    name: str = ""
    """The folded name, such as “luat du lich”."""
    numbers: tuple[str, ...] = ()
    """The numbers of the documents that are known by the name, of all times."""


@dataclass(frozen=True)
class Query:
    """What is asked of the index."""

    runs: tuple[Run, ...]
    named: tuple[Named, ...] = ()
    articles: tuple[str, ...] = ()
    """Numbers of articles the question names."""
    kinds: frozenset[str] = frozenset()
    """What is asked for: “penalty”, “meaning”, “judgement”, “how_much” …"""
    corrected: tuple[tuple[str, str], ...] = ()
    """Typing slips: what was typed, and what was taken for it."""
    guessed: tuple[str, ...] = ()
    """How words that were typed without accents are most likely written; the doubtful ones are not among them."""
    expanded: tuple[tuple[str, str], ...] = ()
    """Abbreviations and lay words: what was typed, and what was looked for as well."""

    @cached_property
    def terms(self) -> dict[str, tuple[float, bool]]:
        """Return each syllable without accents, its weight, and whether it is only an added one."""
        found: dict[str, tuple[float, bool]] = {}
        for run in self.runs:
            for word in map(folded, run.words):
                weight, is_added = found.get(word, (0.0, True))
                found[word] = (max(weight, run.weight), is_added and run.is_added)
        return found

    @cached_property
    def pairs(self) -> dict[tuple[str, str], tuple[float, bool]]:
        """Return the neighbouring syllables, their weight, and whether they are only added."""
        found: dict[tuple[str, str], tuple[float, bool]] = {}
        for run in self.runs:
            plain = [folded(word) for word in run.words]
            for pair in pairwise(plain):
                weight, is_added = found.get(pair, (0.0, True))
                found[pair] = (max(weight, run.weight), is_added and run.is_added)
        return found

    @cached_property
    def triples(self) -> set[tuple[str, str, str]]:
        """Return three syllables in a row, of the reader's own words."""
        plain = [[folded(word) for word in run.words] for run in self.runs if not run.is_added]
        return {triple for words in plain for triple in zip(words, words[1:], words[2:], strict=False)}

    @cached_property
    def exact_forms(self) -> dict[str, set[str]]:
        """Return how syllables were typed, where that tells their accents; none when few of them have any.

        In a question typed with accents a bare “lao” is meant so; in one typed without, it may be any.
        """
        typed = [word for run in self.runs if not run.is_added for word in run.words]
        accented = [word for word in typed if word != folded(word)]
        is_bare_meant = len(accented) * 3 > len(typed)
        forms: dict[str, set[str]] = {}
        for word in typed if is_bare_meant else (*accented, *self.guessed):
            forms.setdefault(folded(word), set()).add(word)
        return forms
