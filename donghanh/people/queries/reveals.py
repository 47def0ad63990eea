"""What is revealed to whom, and what a reveal shows while it runs."""

from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils.timezone import localdate

from donghanh.core import audit
from donghanh.core.errors import NotForYou
from donghanh.org.access import authorize
from donghanh.org.models import UnitPlacement, User
from donghanh.people.access import answerers, units_kept
from donghanh.people.models import Employment, NameReveal, NumberReveal, Worker


def numbers_shown(worker: Worker, reader: User, *, at: datetime) -> NumberReveal | None:
    """Return what lets ``reader`` read the numbers of a person now."""
    return NumberReveal.objects.running_at(at).filter(worker=worker, reader=reader).order_by("-expires_at").first()


def reveal_for(reader: User, pk: int) -> NameReveal:
    """Return a reveal of names that ``reader`` asked for, or that is about a unit he keeps; to others there is none."""
    mine = Q(reader=reader) | Q(unit__in=units_kept(reader))
    found = NameReveal.objects.filter(mine, pk=pk).select_related("unit", "reader", "answered_by", "ended_by").first()
    if found is None:
        raise NotForYou
    return found


def may_answer(actor: User, asked: NameReveal) -> bool:
    """Tell whether ``actor`` may say yes or no; for buttons, never for rules."""
    return actor.pk in answerers(asked.unit, besides=asked.reader)


def asked_by(reader: User) -> QuerySet[NameReveal]:
    """Return what ``reader`` asked for, the latest first."""
    return NameReveal.objects.filter(reader=reader).select_related("unit").order_by("-asked_at", "-pk")


def asked_of(keeper: User) -> QuerySet[NameReveal]:
    """Return what was asked of the units that ``keeper`` leads or administers, the latest first."""
    asked = NameReveal.objects.filter(unit__in=units_kept(keeper)).exclude(reader=keeper)
    return asked.select_related("unit", "reader").order_by("-asked_at", "-pk")


def numbers_read_at(keeper: User) -> QuerySet[NumberReveal]:
    """Return who read numbers of people at the units that ``keeper`` leads or administers, the latest first."""
    there = UnitPlacement.objects.on(localdate()).filter(base__in=units_kept(keeper))
    read = NumberReveal.objects.filter(unit__in=there.values("unit"))
    return read.select_related("unit", "reader").order_by("-opened_at", "-pk")


def names_of(asked: NameReveal, reader: User, *, at: datetime) -> QuerySet[Employment]:
    """Return who works at the unit today, for the one who asked, while he still may; every look is written down."""
    authorize(reader, "workers", at=asked.unit, verb="reveal")
    if asked.reader_id != reader.pk or not NameReveal.objects.running_at(at).filter(pk=asked.pk).exists():
        raise NotForYou
    day = localdate(at)
    there = UnitPlacement.objects.on(day).filter(base=asked.unit_id)
    audit.record(reader, "read_revealed_names", asked.unit, unit_id=asked.unit_id)
    people = Worker.objects.on_record().filter(erased_at=None)
    rows = Employment.objects.on(day).filter(unit__in=there.values("unit"), worker__in=people)
    return rows.select_related("worker", "unit")
