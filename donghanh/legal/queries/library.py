"""The shelf of documents, and the wordings of their articles on a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from asgiref.local import Local
from django.core.signals import request_finished, request_started
from django.db.models import F, QuerySet
from django.dispatch import receiver

from donghanh.kernel.text import fold
from donghanh.legal.citations import Name, Names
from donghanh.legal.citations.names import shipped
from donghanh.legal.models import Article, LegalDocument

_AMENDING = "sua doi, bo sung mot so dieu"
_NAMES_OF_LAWS = ("luat ", "bo luat ", "phap lenh ")
"""How a title begins that is a name as well; that of a decree says what it is about."""
_remembered = Local()
_Row = tuple[str, str, str, tuple[str, ...], date | None, date | None]


@dataclass(frozen=True)
class Shelf:
    """Which documents the library holds, and by what names they are cited."""

    names: Names
    slugs: dict[str, str]
    """Names in addresses by number."""


def shelf() -> Shelf:
    """Return the documents that can be linked to; read once while a request is answered."""
    kept: Shelf | None = getattr(_remembered, "shelf", None)
    if kept is not None:
        return kept
    rows = LegalDocument.objects.values_list("number", "slug", "title", "aliases", "in_force_on", "expired_on")
    found = _shelf(tuple((*row[:3], tuple(row[3]), *row[4:]) for row in rows.order_by("pk")))
    if getattr(_remembered, "answers", False):
        _remembered.shelf = found
    return found


def home_number(document: LegalDocument) -> str:
    """Return what “Luật này” means in a document's text; an amending law quotes others, so there it means nothing."""
    return "" if _AMENDING in fold(document.title) else document.number


def day_of_words(document: LegalDocument, day: date) -> date:
    """Return the day for which names in a document's words are understood: one on which it was law, if known."""
    if document.expired_on is not None and document.expired_on <= day:
        return document.expired_on - timedelta(days=1)
    return max(day, document.in_force_on or day)


def wordings(document: LegalDocument, article: str) -> list[Article]:
    """Return all wordings of an article that readers are given, the earliest first."""
    found = Article.objects.in_use().filter(document=document, number=article).select_related("edition")
    return list(found.order_by(F("applies_from").asc(nulls_first=True), "pk"))


def stands_on(article: Article, day: date) -> bool:
    """Tell whether a wording is the one of a day."""
    has_begun = article.applies_from is None or article.applies_from <= day
    return has_begun and (article.applies_to is None or day <= article.applies_to)


def wording_on(found: Iterable[Article], day: date) -> Article | None:
    """Return the wording that stood on a day, the youngest if several claim it."""
    return next((article for article in reversed(list(found)) if stands_on(article, day)), None)


def worded_articles(document: LegalDocument, day: date) -> QuerySet[Article]:
    """Return the articles of a document as they stood on a day, in their order."""
    return Article.objects.filter(document=document).worded_on(day).order_by("position", "pk")


def neighbours(article: Article, day: date) -> tuple[Article | None, Article | None]:
    """Return the articles before and behind one, as they stood on a day."""
    others = worded_articles(article.document, day).only("number", "heading", "position", "document")
    return (
        others.filter(position__lt=article.position).order_by("-position").first(),
        others.filter(position__gt=article.position).first(),
    )


@lru_cache(maxsize=4)
def _shelf(rows: tuple[_Row, ...]) -> Shelf:
    names = [
        Name(words, number, starts_on, ends_on)
        for number, _slug, title, aliases, starts_on, ends_on in rows
        for words in (*aliases, *([title] if fold(title).startswith(_NAMES_OF_LAWS) else []))
    ]
    return Shelf(Names([*names, *shipped()]), {number: slug for number, slug, *_rest in rows})


@receiver(request_started)
def _begin(**_signal: object) -> None:
    """Look again for every request: another process may have brought a text in."""
    _remembered.shelf, _remembered.answers = None, True


@receiver(request_finished)
def _end(**_signal: object) -> None:
    _remembered.shelf, _remembered.answers = None, False
