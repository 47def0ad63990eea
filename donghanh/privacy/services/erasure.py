"""Erasing a person: asked for, ordered by a rule, or done again after a backup was restored."""

from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _

from donghanh.core import audit
from donghanh.org.access import authorize
from donghanh.org.models import Unit, User
from donghanh.people.errors import RecordErased
from donghanh.people.models import Worker
from donghanh.privacy import journal
from donghanh.privacy.choices import ErasureCause, Outcome, RequestKind
from donghanh.privacy.erasing import erase
from donghanh.privacy.errors import AlreadyAnswered, HeldByLaw, SecondPersonNeeded
from donghanh.privacy.fingerprints import is_the_same
from donghanh.privacy.holds import holds_on
from donghanh.privacy.models import DataRequest, ErasureRecord
from donghanh.privacy.persons import Person, person_behind
from donghanh.privacy.querysets import REQUESTS


@transaction.atomic
def erase_by_request(request: DataRequest, *, actor: User, at: datetime) -> DataRequest:
    """Carry out the erasure that a request asks for. It cannot be undone.

    What was entered from paper is carried out by somebody else than whoever entered it.
    """
    authorize(actor, REQUESTS, at=request.unit)
    request = DataRequest.objects.select_for_update().get(pk=request.pk, kind=RequestKind.ERASURE)
    if request.answered_at:
        raise AlreadyAnswered(request.answered_at)
    if not request.is_by_person and request.entered_by_id == actor.pk:
        raise SecondPersonNeeded(request.entered_by)
    _erase(request.worker, ErasureCause.REQUEST, actor=actor, at=at, unit=request.unit)
    request.refresh_from_db()
    request.answered_at, request.answered_by, request.outcome = at, actor, Outcome.DONE
    request.answer = _("Erased on the person's request.")
    request.save(update_fields=["answered_at", "answered_by", "outcome", "answer"])
    return request


@transaction.atomic
def erase_by_rule(worker: Worker, cause: str, *, actor: User, at: datetime, unit: Unit) -> None:
    """Make somebody anonymous because a rule of retention says so; ``unit`` is where the rule is kept."""
    authorize(actor, "retention", at=unit)
    _erase(worker, cause, actor=actor, at=at, unit=unit)


@dataclass(slots=True)
class Replay:
    """What became of the erasures of a list on another state of the database."""

    erased: list[int] = field(default_factory=list)
    unsure: list[int] = field(default_factory=list)
    """Records that have the number of an erased one and none of its marks: somebody must look."""


def kept_erasures() -> list[dict[str, Any]]:
    """Return every erasure known, from the database and the list beside it; read before a restore."""
    found = {(line["worker_id"], line["erased_at"]): line for line in journal.lines()}
    for record in ErasureRecord.objects.all():
        line = journal.as_line(record)
        found[record.worker_id, line["erased_at"]] = line
    return list(found.values())


def replay_erasures(lines: list[dict[str, Any]] | None = None, *, actor: User) -> Replay:
    """Erase again whom the database knows although he was erased; safe to repeat.

    ``lines`` are those of :func:`kept_erasures`, read before the restore; the list beside the database is read too.
    """
    done = Replay()
    root = Unit.objects.order_by("pk").first()
    if root is None:
        return done  # An empty database knows nobody.
    authorize(actor, "retention", at=root)
    with transaction.atomic():
        known = {(line["worker_id"], line["erased_at"]): line for line in [*(lines or []), *journal.lines()]}
        for line in known.values():
            _replay(journal.from_line(line), done, actor=actor)
        journal.note(ErasureRecord.objects.all())
    return done


def _replay(record: ErasureRecord, done: Replay, *, actor: User) -> None:
    worker = Worker.objects.filter(pk=record.worker_id).first()
    if worker is None:
        return
    if worker.erased_at is None and is_the_same(worker, record.fingerprints):
        erase(_alone(worker), cause=ErasureCause.REPLAY, at=now())
        audit.record(actor, "erase_person", worker, cause=ErasureCause.REPLAY)
        done.erased.append(worker.pk)
    elif worker.erased_at is None:
        done.unsure.append(worker.pk)
        return
    if not ErasureRecord.objects.filter(worker_id=record.worker_id, erased_at=record.erased_at).exists():
        record.save(force_insert=True)


def _alone(worker: Worker) -> Person:
    """Return one record and its accounts; the others of the person have erasures of their own."""
    person = person_behind(worker)
    return Person((worker.pk,), person.user_ids, person.phones)


def _erase(worker: Worker, cause: str, *, actor: User, at: datetime, unit: Unit) -> None:
    if worker.erased_at:
        raise RecordErased(worker)
    person = person_behind(worker)
    reasons = holds_on(person, on=localdate(at))
    if reasons:
        raise HeldByLaw(reasons)
    kept = erase(person, cause=cause, at=at)
    audit.record(actor, "erase_person", worker, unit_id=unit.pk, cause=cause, records=len(kept))
    transaction.on_commit(partial(journal.note, kept))
