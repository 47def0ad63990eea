"""Two wordings side by side: clause beside clause, with the words that changed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from donghanh.legal.models import Article

_WORDS = re.compile(r"\s+|\w+|[^\w\s]")
_ALIKE = 0.3
"""Below this share of equal words two paragraphs are shown as one gone and one new."""


class Change(StrEnum):
    """What became of a paragraph."""

    SAME = "same"
    CHANGED = "changed"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of an article, with the clause and point that it is."""

    clause: str
    point: str
    text: str
    goes_on: bool = False
    """Words of a clause behind its points, which bear no number."""

    @property
    def label(self) -> str:
        """Return how the paragraph is numbered beside others of all clauses."""
        if self.goes_on:
            return ""
        if self.point:
            return f"{self.clause}.{self.point})" if self.clause else f"{self.point})"
        return f"{self.clause}." if self.clause else ""

    @property
    def mark(self) -> str:
        """Return how the paragraph is numbered below its own clause."""
        return f"{self.point})" if self.point else self.label


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a paragraph, and whether they stand on this side only."""

    words: str
    is_changed: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph before and after."""

    label: str
    change: Change
    before: list[Piece]
    after: list[Piece]


def lines_of(article: Article | None) -> list[Line]:
    """Return the paragraphs of a wording, its heading first; a repealed one has none."""
    if article is None or article.is_repealed:
        return []
    lines = [Line("", "", article.heading)] if article.heading else []
    if not article.clauses:
        return [*lines, *(Line("", "", text) for text in article.text.split("\n") if text)]
    for clause in article.clauses:
        lines.append(Line(clause["number"], "", clause["text"]))
        lines += [Line(clause["number"], point["number"], point["text"]) for point in clause.get("points", ())]
        if clause.get("tail"):
            lines.append(Line(clause["number"], "", clause["tail"], goes_on=True))
    return lines


def compare(before: Article | None, after: Article | None) -> list[Row]:
    """Set two wordings side by side."""
    old, new = lines_of(before), lines_of(after)
    old_keys, new_keys = _keys(old), _keys(new)
    rows: list[Row] = []
    matcher = SequenceMatcher(None, old_keys, new_keys, autojunk=False)
    for _what, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if old_keys[old_from:old_to] == new_keys[new_from:new_to]:
            for one, other in zip(old[old_from:old_to], new[new_from:new_to], strict=True):
                rows += _beside(one, other)
        else:
            rows += [_gone(line) for line in old[old_from:old_to]]
            rows += [_new(line) for line in new[new_from:new_to]]
    return rows


def _keys(lines: Iterable[Line]) -> list[tuple[str, str, int]]:
    """Name each paragraph by its place, so that equal places are compared whatever they say."""
    counts: dict[tuple[str, str], int] = {}
    keys = []
    for line in lines:
        place = (line.clause, line.point)
        counts[place] = counts.get(place, 0) + 1
        keys.append((*place, counts[place]))
    return keys


def _beside(old: Line, new: Line) -> list[Row]:
    if old.text == new.text:
        return [Row(new.label, Change.SAME, [Piece(old.text)], [Piece(new.text)])]
    old_words, new_words = _WORDS.findall(old.text), _WORDS.findall(new.text)
    matcher = SequenceMatcher(None, old_words, new_words, autojunk=False)
    if matcher.ratio() < _ALIKE:
        return [_gone(old), _new(new)]
    before: list[Piece] = []
    after: list[Piece] = []
    for what, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        _add(before, "".join(old_words[old_from:old_to]), is_changed=what != "equal")
        _add(after, "".join(new_words[new_from:new_to]), is_changed=what != "equal")
    return [Row(new.label, Change.CHANGED, before, after)]


def _add(pieces: list[Piece], words: str, *, is_changed: bool) -> None:
    if words:
        pieces.append(Piece(words, is_changed))


def _gone(line: Line) -> Row:
    return Row(line.label, Change.GONE, [Piece(line.text, is_changed=True)], [])


def _new(line: Line) -> Row:
    return Row(line.label, Change.NEW, [], [Piece(line.text, is_changed=True)])
