"""Finding citations in a text, and reading one that a person typed."""

import re
from datetime import date
from itertools import pairwise

from donghanh.legal.citations.documents import DocumentFound, read_document, starts
from donghanh.legal.citations.folding import Folded
from donghanh.legal.citations.names import Names, shipped_names
from donghanh.legal.citations.places import THIS, Part, Place, places, read_parts
from donghanh.legal.citations.reference import CitationFound, Reference

_PLACE = re.compile(r"(?<!\w)(?:dieu|khoan|diem|articles?|art|clauses?|points?|[dk](?=\s?\.?\s?\d)|d(?=\.\s?[a-z]\b))")
_OF = re.compile(r"\s*[,(–-]?\s*(?:(?:cua|theo|tai|thuoc|trong|of)\s+)?(?:the\s+)?")
_BEFORE = re.compile(r"[\s,:]*\)?[\s,:]*")
_LINK = re.compile(r"(?:[\s,;&–-]|\b(?:va|hoac|den|cac|tai|tu|ca|and|or|to)\b)+\Z")
_BARE_ARTICLE = re.compile(r"\s*(\d{1,3}[a-z]?)\s*")
"""“36 BLLĐ”, as people type."""
_FILLER = re.compile(
    r"(?:ngay \d+ thang \d+ nam \d+|ngay \d+/\d+/\d+|(?:chinh phu|quoc hoi|hien hanh|quy dinh|can cu)\b"
    r"|(?:xem|theo|tai|tu|va|cua|cac|moi|the|of|see)\b|[\s.,;:?!()\"“”'-])*"
)
"""What may stand around a typed citation."""


def find_citations(
    text: str, *, home: str = "", on: date, article: str = "", names: Names | None = None
) -> list[CitationFound]:
    """Return the citations in a text, in order; what is not certain is no citation.

    ``home`` is the number of the document that the text belongs to (“Luật này”), ``article`` its article
    (“Điều này”); ``on`` is the day for which names such as “Luật BHXH” are understood.
    """
    reading = _Reading(Folded(text), names or shipped_names(), home=home, article=article, on=on)
    return reading.citations()


def parse_citation(text: str, on: date, names: Names | None = None) -> Reference | None:
    """Return what a typed citation points at; None when it is not understood as a whole."""
    folded = Folded(text)
    found = _Reading(folded, names or shipped_names(), home="", article="", on=on).citations()
    if not found:
        return None
    rest = Folded(f"{text[: found[0].start]} {text[found[-1].end :]}").text
    if len({citation.number for citation in found}) > 1:
        return None
    if not found[0].article and (bare := _BARE_ARTICLE.fullmatch(rest)):
        return Reference(found[0].number, bare[1])
    return found[0].reference if _FILLER.fullmatch(rest) else None


class _Reading:
    """One text, read from its beginning to its end."""

    def __init__(self, folded: Folded, names: Names, *, home: str, article: str, on: date) -> None:
        self.folded, self.names, self.home, self.article, self.on = folded, names, home, article, on

    def citations(self) -> list[CitationFound]:
        """Return what is found, in order."""
        text = self.folded.text
        beginnings = sorted({*(match.start() for match in _PLACE.finditer(text)), *starts(text, self.names)})
        found: list[CitationFound] = []
        last: DocumentFound | None = None
        end = 0
        for beginning in beginnings:
            if beginning < end:
                continue
            if parts := read_parts(self.folded, beginning):
                document = self._document_behind(parts[-1].end) or self._document_before(last, beginning)
                cited = self._cited(parts, document)
                if cited and document is last and last is not None:
                    found.pop()
                found += cited
                end = max(parts[-1].end, document.end if document else 0)
                last = None
            elif document := self._document(beginning):
                last, end = document, document.end
                if document.number:
                    found.append(self._found(document.start, document.end, document.number))
        return found

    def _document(self, at: int) -> DocumentFound | None:
        return read_document(self.folded.text, at, self.names, home=self.home, on=self.on)

    def _document_behind(self, end: int) -> DocumentFound | None:
        between = _OF.match(self.folded.text, end)
        return self._document(between.end()) if between else None

    def _document_before(self, last: DocumentFound | None, beginning: int) -> DocumentFound | None:
        """Return the document named right before an article, as people type it: “BLLĐ 2019 điều 36”."""
        if last is None or not last.number or last.is_home:
            return None
        between = self.folded.text[last.end : beginning]
        allowed = between.isspace() if self.home else _BEFORE.fullmatch(between)
        return last if allowed else None

    def _cited(self, parts: list[Part], document: DocumentFound | None) -> list[CitationFound]:
        """Return the citations of one run of parts; short forms need a document that is named."""
        if any(part.is_short for part in parts) and (document is None or document.is_home):
            return []
        known = [(place, *self._target(place, document)) for place in places(parts)]
        if not known:
            return []
        if document is not None and document.start < parts[0].start:
            start, end = document.start, parts[-1].end
        else:
            start, end = parts[0].start, document.end if document else parts[-1].end
        begins = [self._begins(index, known, start) for index in range(len(known))]
        ends = [*(self._trimmed(begin, after) for begin, after in pairwise(begins)), end]
        return [
            self._found(begin, stop, number, article, place.clause, place.point)
            for (place, number, article), begin, stop in zip(known, begins, ends, strict=True)
            if number and article and THIS not in (place.clause, place.point)
        ]

    def _target(self, place: Place, document: DocumentFound | None) -> tuple[str, str]:
        """Return number and article that a place stands in; "" where that is not certain."""
        if place.article == THIS:
            return (self.home, self.article) if self.article else ("", "")
        return (document.number if document else ""), place.article

    def _begins(self, index: int, known: list[tuple[Place, str, str]], start: int) -> int:
        """Return where the words of a place begin that no place before it has used."""
        if index == 0:
            return start
        used = known[index - 1][0].leaf.start
        return min(part.start for part in known[index][0].parts if part.start > used)

    def _trimmed(self, begin: int, end: int) -> int:
        """Return where the words before a letter end, without the comma or “và” between."""
        return begin + len(_LINK.sub("", self.folded.text[begin:end]))

    def _found(self, start: int, end: int, *place: str) -> CitationFound:
        return CitationFound(self.folded.place(start), self.folded.place(end), *place)
