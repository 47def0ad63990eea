"""What hides is shown for a time and a reason, and leaves a trace that the person concerned can read."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.timezone import localdate

from donghanh.core import audit
from donghanh.core.errors import NotForYou
from donghanh.core.limits import Limit, spend
from donghanh.kernel.text import clean
from donghanh.org.access import authorize, reading
from donghanh.org.choices import Reading
from donghanh.org.models import Unit, User
from donghanh.people.access import answerers, must_answer
from donghanh.people.choices import RevealReason
from donghanh.people.errors import AlreadyAsked, NobodyAnswers, NotOnTheRolls, RecordErased, RevealNotOpen
from donghanh.people.models import NameReveal, NumberReveal, Worker

NUMBERS_LAST = timedelta(minutes=10)
TO_ANSWER = timedelta(days=7)
NAMES_LAST = timedelta(days=3)
NUMBERS = Limit("reveal of numbers", most=20, per=timedelta(hours=1))
ASKING = Limit("asking for names", most=10, per=timedelta(days=1))


@transaction.atomic
def reveal_numbers(
    worker: Worker, unit: Unit, *, actor: User, reason: RevealReason, words: str, at: datetime
) -> NumberReveal:
    """Show the phone and id of somebody on the rolls of ``unit`` to one of its officers for ten minutes."""
    authorize(actor, "workers", at=unit)
    if worker.erased_at:
        raise RecordErased(worker)
    if not worker.employments.on(localdate(at)).filter(unit=unit).exists():
        raise NotOnTheRolls(worker, unit, localdate(at))
    spend(NUMBERS, actor.pk, at=at)
    audit.record(actor, "reveal_numbers", worker, unit_id=unit.pk, reason=str(reason))
    return NumberReveal.objects.create(
        worker=worker, unit=unit, reader=actor, reason=reason, words=clean(words), opened_at=at,
        expires_at=at + NUMBERS_LAST,
    )  # fmt: skip


@transaction.atomic
def ask_for_names(unit: Unit, *, actor: User, reason: RevealReason, words: str, at: datetime) -> NameReveal:
    """Ask a unit further below for the names of its people; nothing is shown until somebody there says yes."""
    authorize(actor, "workers", at=unit, verb="reveal")
    if reading(actor, "workers", at=unit) >= Reading.NAME:
        raise NotForYou  # He reads them anyway; there is nothing to ask.
    if not answerers(unit, besides=actor):
        raise NobodyAnswers(unit)
    if NameReveal.objects.open_at(at).filter(unit=unit, reader=actor).exists():
        raise AlreadyAsked(unit)
    spend(ASKING, actor.pk, at=at)
    asked = NameReveal.objects.create(
        unit=unit, reader=actor, reason=reason, words=clean(words), asked_at=at, expires_at=at + TO_ANSWER
    )
    audit.record(actor, "ask_for_names", unit, unit_id=unit.pk, reason=str(reason))
    return asked


@transaction.atomic
def grant_names(asked: NameReveal, *, actor: User, at: datetime) -> None:
    """Say yes: the one who asked reads the names from now on, for three days."""
    authorize(actor, "users", at=asked.unit, verb="grant")
    must_answer(actor, asked.unit, asked_by=asked.reader)
    _answer(asked, at, answered_by=actor, granted_at=at, expires_at=at + NAMES_LAST)
    audit.record(actor, "grant_names", asked.unit, unit_id=asked.unit_id, reader=asked.reader_id)


@transaction.atomic
def refuse_names(asked: NameReveal, *, actor: User, at: datetime) -> None:
    """Say no: nothing was shown."""
    authorize(actor, "users", at=asked.unit, verb="grant")
    must_answer(actor, asked.unit, asked_by=asked.reader)
    _answer(asked, at, answered_by=actor, refused_at=at)
    audit.record(actor, "refuse_names", asked.unit, unit_id=asked.unit_id, reader=asked.reader_id)


@transaction.atomic
def end_names(asked: NameReveal, *, actor: User, at: datetime) -> None:
    """End what was granted, or take back what was asked: by the reader himself or by who may answer."""
    if actor.pk == asked.reader_id:
        authorize(actor, "workers", at=asked.unit, verb="reveal")
    else:
        authorize(actor, "users", at=asked.unit, verb="grant")
        must_answer(actor, asked.unit, asked_by=asked.reader)
    if not NameReveal.objects.open_at(at).filter(pk=asked.pk).update(ended_at=at, ended_by=actor):
        raise RevealNotOpen
    audit.record(actor, "end_names", asked.unit, unit_id=asked.unit_id, reader=asked.reader_id)


def _answer(asked: NameReveal, at: datetime, **facts: object) -> None:
    """Write an answer unless there is one; of two at once the first counts."""
    if not NameReveal.objects.waiting_at(at).filter(pk=asked.pk).update(**facts):
        raise RevealNotOpen
    asked.refresh_from_db()
