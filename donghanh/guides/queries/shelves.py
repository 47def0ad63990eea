"""A shelf as its page shows it, and the lists of officers who keep shelves."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import pgettext

from donghanh.guides.content_format import sentences
from donghanh.guides.models import Shelf, ShelfItem, ShelfScans
from donghanh.guides.queries.known import Library
from donghanh.guides.queries.reading import law_name, page_of_law
from donghanh.legal.models import LegalDocument

A_MONTH = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class ItemShown:
    """One thing on a shelf; without an address it is only there on paper."""

    pk: int
    kind: str
    """“guide”, “law” or “book”."""
    title: str
    summary: str
    url: str
    note: str
    is_outdated: bool
    """Whether its law no longer applies, or its guide is under review."""


def items_shown(shelf: Shelf, there: Library, language: str) -> list[ItemShown]:
    """Return what stands on a shelf, in its order; what is retired is left out."""
    items = list(shelf.items.select_related("guide"))
    numbers = {item.document for item in items if item.document}
    documents = {document.number: document for document in LegalDocument.objects.filter(number__in=numbers)}
    shown = (_shown(item, there, documents, language) for item in items)
    return [item for item in shown if item is not None]


def shelves_kept(shelves: QuerySet[Shelf], *, on: date) -> QuerySet[Shelf]:
    """Add to each shelf how often it was scanned in a month and in all, and how many reports are open."""
    scans = ShelfScans.objects.filter(shelf=OuterRef("pk")).order_by().values("shelf")
    total = scans.annotate(total=Sum("count")).values("total")
    month = scans.filter(day__gt=on - A_MONTH).annotate(total=Sum("count")).values("total")
    return shelves.select_related("unit").annotate(
        scan_count=Coalesce(Subquery(total), Value(0)),
        month_count=Coalesce(Subquery(month), Value(0)),
        open_reports=Count("reports", filter=Q(reports__closed_at=None), distinct=True),
    )


def scans_by_day(shelf: Shelf, *, on: date) -> list[tuple[date, int]]:
    """Return the scans of the last month, the latest first."""
    return list(shelf.scans.filter(day__gt=on - A_MONTH).order_by("-day").values_list("day", "count"))


def _shown(item: ShelfItem, there: Library, documents: dict[str, LegalDocument], language: str) -> ItemShown | None:
    if item.guide:
        guide = there.guides.get(item.guide.slug)
        if guide is None:
            return None
        words = guide.content.said_in(language)
        return ItemShown(
            item.pk, "guide", words.title, sentences(words.answer)[0], reverse("guides:guide", args=[guide.slug]),
            item.note, is_outdated=bool(guide.flags),
        )  # fmt: skip
    if item.title:
        return ItemShown(item.pk, "book", item.title, "", "", item.note, is_outdated=False)
    document = documents.get(item.document)
    title = document.title if document else law_name(item.document, language) or item.document
    if item.article:
        title = f"{pgettext('law', 'Article')} {item.article}, {title}"
    ended = document is not None and document.is_in_force(localdate()) is False
    return ItemShown(
        item.pk, "law", title, item.document, page_of_law(document, item.article), item.note, is_outdated=ended
    )
