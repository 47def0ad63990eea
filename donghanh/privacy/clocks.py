"""Clocks as pages draw them."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.timezone import localdate

from donghanh.core.ui.due import Due
from donghanh.privacy.models import Breach, DataRequest
from donghanh.privacy.rules import Clock, clock


@dataclass(frozen=True, slots=True)
class Timed:
    """A request or breach with where its clock stands, and the rule behind it."""

    thing: DataRequest | Breach
    due: Due
    rule: Clock


def timed_request(request: DataRequest, *, at: datetime) -> Timed:
    """Draw the clock of a request."""
    rule = clock(request.kind, on=localdate(request.received_at))
    if request.answered_at:
        return Timed(request, Due.done(request.due_at, done_at=request.answered_at), rule)
    if request.acknowledged_at is None:
        first = clock("acknowledge", on=localdate(request.received_at))
        return Timed(request, Due.open(request.acknowledge_by, at=at, since=request.received_at), first)
    return Timed(request, Due.open(request.due_at, at=at, since=request.received_at), rule)


def timed_breach(breach: Breach, *, at: datetime) -> Timed:
    """Draw the clock of a breach: the hours until the authority must know."""
    rule = clock("breach", on=localdate(breach.found_at))
    told = breach.authority_told_at or breach.closed_at
    if told:
        return Timed(breach, Due.done(breach.notify_by, done_at=told), rule)
    return Timed(breach, Due.open(breach.notify_by, at=at, since=breach.found_at), rule)
