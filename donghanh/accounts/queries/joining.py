"""Who waits to be bound at a unit, and who on its rolls he may be."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils.timezone import localdate

from donghanh.accounts.choices import JoinState
from donghanh.accounts.models import JoinRequest
from donghanh.kernel.text import fold
from donghanh.org.models import Unit, User
from donghanh.people.models import Worker
from donghanh.people.queries.digits import found_in

SHOWN = 10


@dataclass(frozen=True, slots=True)
class Match:
    """Somebody on the rolls who may be the one that joined, and why."""

    worker: Worker
    same_phone: bool
    same_name: bool
    has_account: bool

    @property
    def is_sure(self) -> bool:
        """Tell whether both phone and name are the same."""
        return self.same_phone and self.same_name


def waiting_at(unit: Unit, reader: User) -> QuerySet[JoinRequest]:
    """Return who waits at a unit, the first who joined first."""
    waiting = JoinRequest.objects.visible_to(reader).filter(unit=unit, state=JoinState.WAITING)
    return waiting.select_related("user", "code").order_by("joined_at", "pk")


def matches(request: JoinRequest, reader: User, *, at: datetime, typed: str = "") -> list[Match]:
    """Return who on the rolls of the unit has this phone or name, or what was typed; the likeliest first."""
    name = fold(request.user.full_name)
    rolls = Worker.objects.on_record().employed_at(Q(pk=request.unit_id), on=localdate(at))
    found = rolls.filter(Q(phone=request.phone) | Q(folded_name=name))
    if typed:
        found = found_in(rolls, typed, own=rolls, reader=reader, at=at, unit_id=request.unit_id)
    people = found.select_related("account").order_by("name_key", "pk")[:SHOWN]
    suggested = [
        Match(
            worker=worker,
            same_phone=worker.phone == request.phone,
            same_name=worker.folded_name == name,
            has_account=hasattr(worker, "account"),
        )
        for worker in people
    ]
    return sorted(suggested, key=lambda match: (match.same_phone, match.same_name), reverse=True)
