"""Shelves: made, filled, copied and retired by officers; readers say what is missing."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Max
from django.utils.timezone import localdate

from donghanh.core import audit
from donghanh.core.limits import Limit, spend
from donghanh.guides.choices import BookFault, ShelfKind
from donghanh.guides.errors import ReportClosed, ShelfRetired
from donghanh.guides.models import BookReport, Guide, Shelf, ShelfItem
from donghanh.guides.querysets import SHELVES
from donghanh.guides.short_codes import new_code
from donghanh.kernel.text import clean
from donghanh.org.access import authorize
from donghanh.org.models import Unit, User

FROM_A_NETWORK = Limit("book report: network", 20, timedelta(hours=1))
"""A factory's wireless network is one address, and nobody misses twenty books an hour."""
ABOUT_A_SHELF = Limit("book report: shelf", 50, timedelta(days=1))


@dataclass(frozen=True, slots=True)
class ShelfFacts:
    """What is said about a bookcase."""

    name: str
    kind: ShelfKind
    place: str


@dataclass(frozen=True, slots=True)
class Thing:
    """What is put on a shelf: a guide, a document or one of its articles, or a printed book."""

    guide: Guide | None = None
    document: str = ""
    article: str = ""
    title: str = ""
    note: str = ""


@transaction.atomic
def make_shelf(unit: Unit, facts: ShelfFacts, *, actor: User, at: datetime) -> Shelf:
    """Give a bookcase its page."""
    is_on_behalf = authorize(actor, SHELVES, at=unit)
    shelf = Shelf.objects.create(
        code=new_code(), unit=unit, kind=facts.kind, name=clean(facts.name), place=clean(facts.place), made_at=at,
        made_by=actor,
    )  # fmt: skip
    audit.record(actor, "make_shelf", shelf, unit_id=unit.pk, on_behalf=is_on_behalf)
    return shelf


@transaction.atomic
def revise_shelf(shelf: Shelf, facts: ShelfFacts, *, actor: User) -> None:
    """Correct what is said about a bookcase."""
    is_on_behalf = _authorize(shelf, actor)
    shelf.name, shelf.kind, shelf.place = clean(facts.name), facts.kind, clean(facts.place)
    shelf.save(update_fields=["name", "kind", "place"])
    audit.record(actor, "update_shelf", shelf, unit_id=shelf.unit_id, on_behalf=is_on_behalf)


@transaction.atomic
def copy_shelf(shelf: Shelf, unit: Unit, facts: ShelfFacts, *, actor: User, at: datetime) -> Shelf:
    """Make a shelf that holds what another one holds."""
    copy = make_shelf(unit, facts, actor=actor, at=at)
    items = list(shelf.items.all())
    for item in items:
        item.pk, item.shelf = None, copy
    ShelfItem.objects.bulk_create(items)
    return copy


@transaction.atomic
def retire_shelf(shelf: Shelf, *, actor: User, at: datetime) -> None:
    """Take a shelf's page away; its code then says so, and it can be brought back."""
    is_on_behalf = authorize(actor, SHELVES, at=shelf.unit)
    Shelf.objects.filter(pk=shelf.pk, retired_at=None).update(retired_at=at)
    audit.record(actor, "retire_shelf", shelf, unit_id=shelf.unit_id, on_behalf=is_on_behalf)


@transaction.atomic
def reinstate_shelf(shelf: Shelf, *, actor: User) -> None:
    """Bring a retired shelf back."""
    is_on_behalf = authorize(actor, SHELVES, at=shelf.unit)
    Shelf.objects.filter(pk=shelf.pk).update(retired_at=None)
    audit.record(actor, "reinstate_shelf", shelf, unit_id=shelf.unit_id, on_behalf=is_on_behalf)


@transaction.atomic
def put_on_shelf(shelf: Shelf, thing: Thing, *, actor: User) -> ShelfItem:
    """Put something at the end of a shelf; safe to repeat: what stands there already stays where it is."""
    is_on_behalf = _authorize(shelf, actor)
    what = {"guide": thing.guide, "document": thing.document, "article": thing.article, "title": thing.title}
    there = shelf.items.filter(**what).first()
    if there is not None:
        return there
    last = shelf.items.aggregate(last=Max("position"))["last"] or 0
    item = ShelfItem.objects.create(shelf=shelf, position=last + 1, note=clean(thing.note), **what)
    audit.record(actor, "put_on_shelf", shelf, unit_id=shelf.unit_id, on_behalf=is_on_behalf)
    return item


@transaction.atomic
def take_off_shelf(item: ShelfItem, *, actor: User) -> None:
    """Take something off a shelf."""
    is_on_behalf = _authorize(item.shelf, actor)
    item.delete()
    audit.record(actor, "take_off_shelf", item.shelf, unit_id=item.shelf.unit_id, on_behalf=is_on_behalf)


@transaction.atomic
def move_up(item: ShelfItem, *, actor: User) -> None:
    """Let an item change places with the one before it; the first stays first."""
    is_on_behalf = _authorize(item.shelf, actor)
    before = item.shelf.items.filter(position__lt=item.position).last()
    if before is None:
        return
    ShelfItem.objects.filter(pk=item.pk).update(position=before.position)
    ShelfItem.objects.filter(pk=before.pk).update(position=item.position)
    audit.record(actor, "order_shelf", item.shelf, unit_id=item.shelf.unit_id, on_behalf=is_on_behalf)


def report_book(shelf: Shelf, fault: BookFault, words: str, *, network: str, at: datetime) -> BookReport:
    """Take down what a reader misses; nothing about him is kept, only so many come from one network."""
    spend(FROM_A_NETWORK, network, at=at)
    spend(ABOUT_A_SHELF, shelf.pk, at=at)
    if shelf.retired_at:
        raise ShelfRetired(shelf.name, localdate(shelf.retired_at))
    return BookReport.objects.create(shelf=shelf, fault=fault, words=clean(words), made_at=at)


@transaction.atomic
def close_report(report: BookReport, note: str, *, actor: User, at: datetime) -> None:
    """Say what was done about a report."""
    is_on_behalf = authorize(actor, SHELVES, at=report.shelf.unit)
    closed = BookReport.objects.filter(pk=report.pk, closed_at=None).update(
        closed_at=at, closed_by=actor, closing_note=clean(note)
    )
    if not closed:
        raise ReportClosed
    audit.record(actor, "close_book_report", report, unit_id=report.shelf.unit_id, on_behalf=is_on_behalf)


def _authorize(shelf: Shelf, actor: User) -> bool:
    is_on_behalf = authorize(actor, SHELVES, at=shelf.unit)
    if shelf.retired_at:
        raise ShelfRetired(shelf.name, localdate(shelf.retired_at))
    return is_on_behalf
