"""Found articles as pages draw them: the tile, the sentence that matters with its marks, how the document stands."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from donghanh.core.ui.citation import Citation, Validity
from donghanh.legal.choices import Verification
from donghanh.legal.models import Article, LegalDocument
from donghanh.legal.queries.asking import result_key
from donghanh.legal.queries.searching import Found, Hit
from donghanh.legal.queries.standing import Force, force_on
from donghanh.legal.remarks import missing_amendments

LONGEST_NAME = 50
_ANCHOR = re.compile(r"k(?P<clause>[^-]*)(?:-(?P<point>.+))?")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a sentence, marked when it holds words that were asked for."""

    text: str
    is_marked: bool


@dataclass(frozen=True, slots=True)
class Result:
    """An article that was found, as a page shows it."""

    citation: Citation
    sentence: list[Piece]
    status: str
    is_new: bool


def results(hits: Iterable[Hit], *, on: date, seen: Iterable[str] | None = None) -> list[Result]:
    """Return what a page shows of some hits; what is not among the keys ``seen`` is new, when they are given."""
    known = None if seen is None else set(seen)
    return [
        Result(
            citation=tile(hit.article, hit.document, on=on, anchor=hit.sentence.anchor),
            sentence=list(marked(hit.sentence.text, hit.sentence.marks)),
            status=" ".join([status_words(hit.document, on), *missing_amendments(hit.article, on=on)]).strip(),
            is_new=known is not None and result_key(hit) not in known,
        )
        for hit in hits
    ]


def understood(found: Found) -> list[str]:
    """Say how words of a question were read where that is not as they were typed."""
    mended = [
        _("“%(typed)s” read as “%(read)s”") % {"typed": typed, "read": read} for typed, read in found.reading.corrected
    ]
    return mended + [f"{typed} = {read}" for typed, read in found.reading.expanded]


def tile(article: Article, document: LegalDocument, *, on: date, anchor: str = "") -> Citation:
    """Return the tile of an article as it is read on a day, leading to its clause."""
    validity, day = _standing(document, on)
    address = reverse("legal:article", args=[document.slug, article.number])
    return Citation(
        article=article.number,
        name=article.heading or document.title,
        law=law_name(document),
        on=day,
        validity=validity,
        clause=clause_words(anchor),
        checked_on=document.checked_on if document.verification == Verification.VERIFIED else None,
        url=f"{address}?on={on.isoformat()}{f'#{anchor}' if anchor else ''}",
    )


def law_name(document: LegalDocument) -> str:
    """Name a document with its number; a title that is a long sentence is left to the document's own page."""
    is_name = len(document.title) <= LONGEST_NAME
    return f"{document.title if is_name else document.get_kind_display()} {document.number}"


def clause_words(anchor: str) -> str:
    """Say which clause and point an anchor such as “k1-a” leads to."""
    found = _ANCHOR.fullmatch(anchor)
    if found is None or not found["clause"]:
        return ""
    if found["point"]:
        return _("Clause %(clause)s point %(point)s") % found.groupdict()
    return _("Clause %(clause)s") % {"clause": found["clause"]}


def status_words(document: LegalDocument, on: date) -> str:
    """Say how a document stands on a day where that is not plain: its dates unknown, not yet law, no longer law."""
    force = force_on(document, on)
    if force is Force.UNKNOWN:
        return _("The days on which this document applies are not known yet")
    if force is Force.COMING and document.in_force_on:
        return _("Not yet in force: applies from %(day)s") % {"day": date_format(document.in_force_on, "d/m/Y")}
    if force is Force.ENDED and document.expired_on:
        return _("No longer in force since %(day)s") % {"day": date_format(document.expired_on, "d/m/Y")}
    return ""


def _standing(document: LegalDocument, on: date) -> tuple[Validity, date]:
    """Return how a document stands on a day, and the day that its tile names."""
    force = force_on(document, on)
    if force is Force.COMING and document.in_force_on:
        return Validity.COMING, document.in_force_on
    if force is Force.ENDED and document.expired_on:
        return Validity.ENDED, document.expired_on - timedelta(days=1)
    is_checked = document.verification == Verification.VERIFIED and force is Force.IN_FORCE
    return (Validity.IN_FORCE if is_checked else Validity.UNCHECKED), on


def marked(text: str, marks: Iterable[tuple[int, int]]) -> Iterator[Piece]:
    """Cut a sentence at its marks."""
    done = 0
    for start, end in sorted(marks):
        if start < done:
            continue
        if start > done:
            yield Piece(text[done:start], is_marked=False)
        yield Piece(text[start:end], is_marked=True)
        done = end
    if done < len(text):
        yield Piece(text[done:], is_marked=False)
