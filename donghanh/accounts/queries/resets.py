"""Which resets wait for whom."""

from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils.timezone import localdate

from donghanh.accounts.access import may_answer
from donghanh.accounts.models import ResetRequest
from donghanh.org.access import units_changed
from donghanh.org.models import Unit, UnitPlacement, User

LOOKED_AT = 50


def waiting_for(reader: User, *, at: datetime) -> list[ResetRequest]:
    """Return the requests that ``reader`` may confirm or refuse now, the oldest first."""
    own = Unit.objects.filter(units_changed(reader, "users", verb="grant"))
    below = UnitPlacement.objects.on(localdate(at)).filter(parent__in=own)
    near = ResetRequest.objects.waiting_at(at).filter(Q(unit__in=own) | Q(unit__in=below.values("unit")))
    others = near.exclude(started_by=reader).exclude(user=reader).select_related("user", "unit", "started_by")
    return [request for request in others.order_by("started_at")[:LOOKED_AT] if may_answer(reader, request)]


def started_by(reader: User, *, at: datetime) -> QuerySet[ResetRequest]:
    """Return what ``reader`` started and what may still lead to something, the latest first."""
    mine = ResetRequest.objects.open_at(at).filter(started_by=reader)
    return mine.select_related("user", "unit", "answered_by").order_by("-started_at")


def readable(reader: User, pk: int) -> ResetRequest | None:
    """Return a request that ``reader`` started or may answer."""
    request = ResetRequest.objects.filter(pk=pk).select_related("user", "unit", "started_by", "answered_by").first()
    if request is None or (request.started_by_id != reader.pk and not _concerns(reader, request)):
        return None
    return request


def _concerns(reader: User, request: ResetRequest) -> bool:
    return request.answered_by_id == reader.pk or may_answer(reader, request)
