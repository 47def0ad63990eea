"""What people ask about their data: received, acknowledged, given more time once, answered."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from donghanh.core import audit
from donghanh.core.errors import NotForYou
from donghanh.org.access import authorize
from donghanh.org.models import User
from donghanh.people.models import Worker
from donghanh.privacy.choices import Outcome, Purpose, RequestKind
from donghanh.privacy.errors import (
    AlreadyAnswered,
    AlreadyAsked,
    AlreadyExtended,
    ErasureNeedsItsOwnDoor,
    PaperNotNamed,
)
from donghanh.privacy.models import DataRequest
from donghanh.privacy.querysets import REQUESTS
from donghanh.privacy.rules import clock
from donghanh.privacy.services.consents import has_consent, withdraw_consent
from donghanh.privacy.services.rights import is_himself, speak_for


@transaction.atomic
def ask(worker: Worker, kind: str, *, actor: User, at: datetime, words: str = "", evidence: str = "") -> DataRequest:
    """Receive a request, from the person or entered by an officer from a signed paper; the clocks start."""
    unit, by_person = speak_for(worker, actor=actor)
    if not by_person and not evidence.strip():
        raise PaperNotNamed
    waiting = DataRequest.objects.select_for_update().filter(worker=worker, kind=kind).open().first()
    if waiting:
        raise AlreadyAsked(waiting.get_kind_display(), waiting.due_at)
    today = localdate(at)
    request = DataRequest.objects.create(
        worker=worker,
        unit=unit,
        kind=kind,
        words=words.strip(),
        evidence=evidence.strip(),
        is_by_person=by_person,
        received_at=at,
        entered_by=actor,
        acknowledge_by=clock("acknowledge", on=today).due(at),
        due_at=clock(kind, on=today).due(at),
    )
    audit.record(actor, "ask_about_data", request, unit_id=unit.pk, on_behalf=not by_person, kind=kind)
    return request


@transaction.atomic
def acknowledge(request: DataRequest, *, actor: User, at: datetime) -> DataRequest:
    """Tell the person that the request was received; safe to repeat."""
    request = _open(request, actor=actor)
    if request.acknowledged_at is None:
        request.acknowledged_at, request.acknowledged_by = at, actor
        request.save(update_fields=["acknowledged_at", "acknowledged_by"])
        audit.record(actor, "acknowledge_request", request, unit_id=request.unit_id)
    return request


@transaction.atomic
def extend(request: DataRequest, *, actor: User, at: datetime, reason: str) -> DataRequest:
    """Take more time, once, with a reason that the person reads."""
    request = _open(request, actor=actor)
    if request.extended_at:
        raise AlreadyExtended(request.due_at)
    rule = clock(request.kind, on=localdate(request.received_at))
    request.due_at = rule.extended(request.due_at)
    request.extended_at, request.extended_by, request.extend_reason = at, actor, reason.strip()
    request.save(update_fields=["due_at", "extended_at", "extended_by", "extend_reason"])
    audit.record(actor, "extend_request", request, unit_id=request.unit_id)
    return request


@transaction.atomic
def answer(request: DataRequest, *, actor: User, at: datetime, outcome: str, words: str) -> DataRequest:
    """Close a request with its outcome and an answer in words that the person reads.

    A consent that is taken back through a request is taken back with it.
    """
    request = _open(request, actor=actor)
    if request.kind == RequestKind.ERASURE and outcome == Outcome.DONE:
        raise ErasureNeedsItsOwnDoor
    if request.kind == RequestKind.WITHDRAWAL and outcome == Outcome.DONE:
        for purpose in Purpose.values:
            if has_consent(request.worker, purpose, at=at):
                withdraw_consent(request.worker, purpose, actor=actor, at=at, evidence=request.evidence)
    return _close(request, actor=actor, at=at, outcome=outcome, words=words)


@transaction.atomic
def take_back(request: DataRequest, *, actor: User, at: datetime) -> DataRequest:
    """Let the person take his own request back."""
    if not is_himself(request.worker, actor=actor):
        authorize(actor, REQUESTS, at=request.unit)
        if not actor.is_system:
            raise NotForYou
    request = DataRequest.objects.select_for_update().get(pk=request.pk)
    return _close(request, actor=actor, at=at, outcome=Outcome.TAKEN_BACK, words="")


def _open(request: DataRequest, *, actor: User) -> DataRequest:
    authorize(actor, REQUESTS, at=request.unit)
    request = DataRequest.objects.select_for_update().get(pk=request.pk)
    if request.answered_at:
        raise AlreadyAnswered(request.answered_at)
    return request


def _close(request: DataRequest, *, actor: User, at: datetime, outcome: str, words: str) -> DataRequest:
    if request.answered_at:
        raise AlreadyAnswered(request.answered_at)
    request.answered_at, request.answered_by = at, actor
    request.outcome, request.answer = outcome, words.strip()
    request.save(update_fields=["answered_at", "answered_by", "outcome", "answer"])
    audit.record(actor, "answer_request", request, unit_id=request.unit_id, kind=request.kind, outcome=outcome)
    return request
