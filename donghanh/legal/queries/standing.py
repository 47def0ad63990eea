"""How a document and a wording stand on a day, and what a reader must know before he relies on them."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from donghanh.legal.choices import RelationKind
from donghanh.legal.models import Article, LegalDocument, Relation
from donghanh.legal.queries.library import wording_on


class Force(StrEnum):
    """Whether a document is law on a day."""

    IN_FORCE = "in_force"
    COMING = "coming"
    ENDED = "ended"
    UNKNOWN = "unknown"


def force_on(document: LegalDocument, day: date) -> Force:
    """Tell whether a document is law on a day."""
    if document.expired_on is not None and document.expired_on <= day:
        return Force.ENDED
    if document.in_force_on is None:
        return Force.UNKNOWN
    return Force.IN_FORCE if document.in_force_on <= day else Force.COMING


@dataclass(frozen=True)
class Standing:
    """A document on a day: whether it is law, and which documents took its place."""

    force: Force
    day: date
    successors: list[LegalDocument]


def standing(document: LegalDocument, day: date, relations: list[Relation]) -> Standing:
    """Tell how a document stands on a day; ``relations`` are those of others to it."""
    ending = (RelationKind.REPLACES, RelationKind.REPEALS)
    found = {one.document_id: one.document for one in relations if one.kind in ending and not one.article}
    return Standing(force_on(document, day), day, list(found.values()))


@dataclass(frozen=True)
class Currency:
    """A wording beside the one of today: whether they differ, and when the words change next."""

    is_of_today: bool
    today: Article | None
    next_change: Article | None

    @property
    def has_gone(self) -> bool:
        """Tell whether the article has no words today."""
        return self.today is None or self.today.is_repealed


def currency(article: Article, wordings: list[Article], *, today: date) -> Currency:
    """Compare a wording with the one of today and with those to come."""
    now = wording_on(wordings, today)
    coming = (one for one in wordings if one.applies_from and one.applies_from > today)
    return Currency(now == article, now, next(coming, None))


def last_day_before(article: Article) -> date | None:
    """Return the last day of the wording before this one."""
    return article.applies_from - timedelta(days=1) if article.applies_from else None
