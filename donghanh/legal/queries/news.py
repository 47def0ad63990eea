"""What is new in the law: documents that begin or end, articles that change, texts brought in."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from django.db.models import F

from donghanh.legal.choices import EditionState
from donghanh.legal.models import Article, Edition, LegalDocument

SPAN = timedelta(days=365)
MOST = 200


class Event(StrEnum):
    """What happened to a document on a day."""

    BEGINS = "begins"
    ENDS = "ends"
    CHANGES = "changes"
    BROUGHT_IN = "brought_in"


@dataclass(frozen=True, slots=True)
class News:
    """One event of the law."""

    on: date
    event: Event
    document: LegalDocument
    articles: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """Return what names the event for good, for those who read feeds."""
        return f"{self.document.slug}/{self.event}/{self.on.isoformat()}"


def news(*, today: date, span: timedelta = SPAN) -> list[News]:
    """Return what happened or will happen around a day, the youngest first."""
    first, last = today - span, today + span
    found = [*_begun(first, last), *_ended(first, last), *_changed(first, last), *_brought_in(first, today)]
    return sorted(found, key=lambda one: (one.on, one.document.number, one.event), reverse=True)[:MOST]


def _begun(first: date, last: date) -> list[News]:
    documents = LegalDocument.objects.filter(in_force_on__range=(first, last))
    return [News(one.in_force_on, Event.BEGINS, one) for one in documents if one.in_force_on]


def _ended(first: date, last: date) -> list[News]:
    documents = LegalDocument.objects.filter(expired_on__range=(first, last))
    return [News(one.expired_on, Event.ENDS, one) for one in documents if one.expired_on]


def _changed(first: date, last: date) -> list[News]:
    """Return the days on which articles got other words than they began with."""
    changed = (
        Article.objects.in_use()
        .filter(applies_from__range=(first, last))
        .exclude(applies_from=F("document__in_force_on"))
        .select_related("document")
        .only("number", "applies_from", "document")
        .order_by("position")
    )
    together: dict[tuple[LegalDocument, date], list[str]] = defaultdict(list)
    for article in changed:
        if article.applies_from:
            together[article.document, article.applies_from].append(article.number)
    return [
        News(on, Event.CHANGES, document, tuple(dict.fromkeys(numbers))) for (document, on), numbers in together.items()
    ]


def _brought_in(first: date, last: date) -> list[News]:
    editions = Edition.objects.filter(state=EditionState.IN_USE, read_on__range=(first, last)).select_related(
        "document"
    )
    return [News(one.read_on, Event.BROUGHT_IN, one.document) for one in editions.order_by("-pk")[:MOST]]
