"""Telling what happened: in order, at least once, with patience for a receiver that does not answer."""

import http.client
import json
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.timezone import now

from donghanh.api.errors import AddressRefused
from donghanh.api.models import Webhook
from donghanh.api.webhooks.events import as_data, waiting
from donghanh.api.webhooks.sending import send, target_of
from donghanh.api.webhooks.signing import HEADER, signature
from donghanh.core import audit
from donghanh.core.models import AuditEntry
from donghanh.kernel.ids import uuid7
from donghanh.org.models import User

WAITS = tuple(timedelta(minutes=minutes) for minutes in (1, 2, 5, 15, 30, 60, 120, 240, 480, 720))
"""How long to wait after each failure in a row; after the last one the webhook is stopped, about a day later."""
LONGEST_RUN = timedelta(seconds=40)
"""A minute's round ends before the next one begins; who was not told is first in the next."""


def tell_waiting() -> None:
    """Tell every address that is due what happened since it was told last. Safe to repeat."""
    began = now()
    for webhook in Webhook.objects.due(at=began).select_related("unit", "made_by").order_by("told_at", "pk"):
        if now() - began > LONGEST_RUN:
            return
        tell(webhook, at=now())


def tell(webhook: Webhook, *, at: datetime) -> bool:
    """Tell one address the next events, and return whether it took them; with none, nothing is sent."""
    entries = waiting(webhook)
    if not entries:
        return True
    failure = _deliver(webhook, entries, at)
    if failure:
        _failed(webhook, failure, at)
    else:
        _told(webhook, entries[-1], at)
    return not failure


def _deliver(webhook: Webhook, entries: list[AuditEntry], at: datetime) -> str:
    """Send the events; return why they did not arrive, or nothing when they did."""
    body = json.dumps({"id": str(uuid7()), "events": as_data(entries)}, separators=(",", ":")).encode()
    headers = {
        "Content-Type": "application/json",
        "User-Agent": "Donghanh-Webhook/1",
        HEADER: signature(webhook, body, at=at),
    }
    try:
        status = send(target_of(webhook.url), body, headers)
    except AddressRefused as refusal:
        return str(refusal)
    except (OSError, http.client.HTTPException, ValueError) as error:
        return f"{type(error).__name__}: {error}"
    return "" if 200 <= status < 300 else f"HTTP {status}"


def _told(webhook: Webhook, last: AuditEntry, at: datetime) -> None:
    Webhook.objects.filter(pk=webhook.pk).update(
        told_seal=last.seal, told_id=last.id, told_at=at, failure_count=0, failure="", next_try_at=None
    )


@transaction.atomic
def _failed(webhook: Webhook, failure: str, at: datetime) -> None:
    """Wait longer after each failure; after the last one stop, and say so where its maker looks."""
    count = webhook.failure_count + 1
    here = Webhook.objects.filter(pk=webhook.pk)
    if count <= len(WAITS):
        here.update(failure_count=count, failure=failure[:200], next_try_at=at + WAITS[count - 1])
        return
    here.update(failure_count=count, failure=failure[:200], next_try_at=None, stopped_at=at)
    audit.record(User.objects.system(), "stop_webhook", webhook, unit_id=webhook.unit_id)
