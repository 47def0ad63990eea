"""Reading “điểm a khoản 1 Điều 36” in either order, with lists: which articles, clauses and points are meant."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import IntEnum

from donghanh.legal.citations.folding import Folded

THIS = "này"
"""The value of “Điều này”."""


class Level(IntEnum):
    """How deep a part of a document lies."""

    ARTICLE = 0
    CLAUSE = 1
    POINT = 2


@dataclass(frozen=True, slots=True)
class Part:
    """One value that stands in a text: from where to where, and whether it is tied to the one before it."""

    level: Level
    value: str
    start: int
    end: int
    is_tied: bool
    """No comma or “và” stands before it."""
    is_short: bool
    """It was written “đ36” or “k.1”."""


@dataclass(frozen=True, slots=True)
class Place:
    """An article, with the clause and point where they are named, and the parts that name them."""

    article: str
    clause: str = ""
    point: str = ""
    parts: tuple[Part, ...] = ()

    @property
    def leaf(self) -> Part:
        """Return the part that is named most narrowly."""
        return max(self.parts, key=lambda part: part.level)


_NUMBER = r"\d{1,3}(?:[a-z](?!\w))?(?!(?!k\d)[\w/%])(?!\.\d|,\d{3})"
_LETTER = r"[a-z]\d?(?!\w)"
_OPENING = {
    Level.ARTICLE: rf"(?P<long>dieu|articles?|art\.?)\s*(?={_NUMBER}|nay\b)|(?P<short>d\s?\.?\s?)(?={_NUMBER})",
    Level.CLAUSE: rf"(?P<long>khoan|clauses?)\s*(?={_NUMBER}|nay\b)|(?P<short>k\s?\.?\s?)(?={_NUMBER})",
    Level.POINT: rf"(?P<long>diem|points?)\s+(?={_LETTER}|nay\b)|(?P<short>d\.\s?)(?={_LETTER})",
}
_OPENINGS = {level: re.compile(rf"(?<![^\W\d])(?:{pattern})") for level, pattern in _OPENING.items()}
_DOTTED = re.compile(
    r"(?:dieu|articles?|art\.?|(?P<short>d))\s?\.?\s*(?P<article>\d{1,3}[a-z]?)"
    r"(?:\.(?P<clause>\d{1,2})(?:\.(?P<point>[a-z]))?|\s?\((?P<clause_>\d{1,2})\)(?:\s?\((?P<point_>[a-z])\))?)"
    r"(?![\w/%]|[.,]\d)"
)
"""“Điều 36.1.b”, “Article 36(1)(b)”."""
_VALUES = {
    Level.ARTICLE: re.compile(rf"{_NUMBER}|nay\b"),
    Level.CLAUSE: re.compile(rf"{_NUMBER}|nay\b"),
    Level.POINT: re.compile(rf"{_LETTER}|nay\b"),
}
_BETWEEN = re.compile(
    r"\s*(?:[,;&–-]|\b(?:va|hoac|den|and|or|to)\b)(?:\s*(?:[,;]|\b(?:va|hoac)\b))?\s*(?:(?:cac|tai|tu|ca)\s+)*"
)
_TIE = re.compile(r"\s*(?:(?:cua|thuoc|tai|o|of|cac)\s+)?")
_DECIMALS = re.compile(r",\d")
_MEASURE = re.compile(
    r"\s*(?:ngay|thang|nam|gio|phut|tuan|tuoi|lan|nguoi|dong|trieu|ty|ban|muc|days?|months?|years?|hours?)\b"
)
"""A number before these words counts something and names no article."""


def read_parts(folded: Folded, at: int) -> list[Part]:
    """Return the run of parts that begins at a letter; empty when none does."""
    parts: list[Part] = []
    place, is_tied = at, True
    while True:
        found = (
            _dotted(folded, place, is_tied=is_tied)
            or _opened(folded, place, is_tied=is_tied)
            or _listed(folded, place, parts, is_tied=is_tied)
        )
        if not found:
            return parts
        parts += found
        place, is_tied = _behind(folded.text, found[-1].end)


def places(parts: list[Part]) -> list[Place]:
    """Put parts together; clauses and points that belong to no article are left out."""
    found = []
    for article, below in _under(parts, Level.ARTICLE):
        if article is None:
            continue
        named = [replace(place, article=article.value, parts=(article, *place.parts)) for place in _within(below)]
        found += named or [Place(article.value, parts=(article,))]
    return sorted(found, key=lambda place: place.leaf.start)


def _within(parts: list[Part]) -> Iterator[Place]:
    """Yield the clauses and points that are named below one article."""
    for clause, points in _under(parts, Level.CLAUSE):
        if clause is None:
            yield from (Place("", point=point.value, parts=(point,)) for point in points)
        elif points:
            yield from (Place("", clause.value, point.value, (clause, point)) for point in points)
        else:
            yield Place("", clause.value, parts=(clause,))


def _under(parts: list[Part], level: Level) -> list[tuple[Part | None, list[Part]]]:
    """Give each part of a level the deeper ones that belong to it: those tied to it, before or behind."""
    heads = [index for index, part in enumerate(parts) if part.level == level]
    if not heads:
        return [(None, parts)] if parts else []
    below: list[list[Part]] = [[] for _ in heads]
    below[0] += parts[: heads[0]]
    for order, head in enumerate(heads):
        last = order + 1 == len(heads)
        between = parts[head + 1 : None if last else heads[order + 1]]
        behind = len(between) if last else _split(between, is_tied_to_next=parts[heads[order + 1]].is_tied)
        below[order] += between[:behind]
        if not last:
            below[order + 1] += between[behind:]
    return [(parts[head], deeper) for head, deeper in zip(heads, below, strict=True)]


def _split(between: list[Part], *, is_tied_to_next: bool) -> int:
    """Return how many of the deeper parts between two heads belong to the first."""
    if not between or not is_tied_to_next:
        return len(between)
    if not between[0].is_tied:
        return 0
    return next((index for index, part in enumerate(between) if index and not part.is_tied), len(between))


def _dotted(folded: Folded, at: int, *, is_tied: bool) -> list[Part]:
    """Read an article with its clause and point behind dots or in brackets."""
    match = _DOTTED.match(folded.text, at)
    if match is None:
        return []
    is_short = match["short"] is not None
    names = ("article", "clause", "point") if match["clause"] else ("article", "clause_", "point_")
    parts: list[Part] = []
    for level, name in zip(Level, names, strict=True):
        if match[name] is not None:
            start, end = (at if level is Level.ARTICLE else match.start(name)), match.end(name)
            value = folded.written(match.start(name), end)
            parts.append(Part(level, value, start, end, is_tied=is_tied or bool(parts), is_short=is_short))
    last = parts[-1]
    return [*parts[:-1], replace(last, end=match.end())]


def _opened(folded: Folded, at: int, *, is_tied: bool) -> list[Part]:
    """Read a level's word with its value."""
    for level, opening in _OPENINGS.items():
        opened = opening.match(folded.text, at)
        value = _VALUES[level].match(folded.text, opened.end()) if opened else None
        if opened and value and not _counts(folded.text, level, value.end()):
            is_short = opened["long"] is None
            return [Part(level, folded.written(*value.span()), at, value.end(), is_tied=is_tied, is_short=is_short)]
    return []


def _listed(folded: Folded, at: int, parts: list[Part], *, is_tied: bool) -> list[Part]:
    """Read the next value of a list: “35, 36 và 37”; values of a list rise."""
    if not parts or is_tied or parts[-1].value == THIS:
        return []
    level = parts[-1].level
    value = _VALUES[level].match(folded.text, at)
    if value is None or value[0] == "nay" or _counts(folded.text, level, value.end()):
        return []
    is_decimal = _DECIMALS.match(folded.text, value.end()) is not None and folded.text[at - 1] != ","
    written = folded.written(*value.span())
    if is_decimal or _rank(written) <= _rank(parts[-1].value):
        return []
    return [Part(level, written, at, value.end(), is_tied=False, is_short=parts[-1].is_short)]


def _behind(text: str, end: int) -> tuple[int, bool]:
    """Return where the next part may begin, and whether nothing stands between."""
    if between := _BETWEEN.match(text, end):
        return between.end(), False
    tie = _TIE.match(text, end)
    return (tie.end() if tie else end), True


def _counts(text: str, level: Level, end: int) -> bool:
    return level is not Level.POINT and _MEASURE.match(text, end) is not None


def _rank(value: str) -> tuple[int, str]:
    """Return what puts values of a list in order: 9, 10, 10a; a, b, c, d, đ."""
    digits = re.match(r"\d*", value)
    number = digits[0] if digits else ""
    return int(number or 0), value[len(number) :].replace("đ", "d~")
