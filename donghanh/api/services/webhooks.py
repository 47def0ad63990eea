"""Webhooks: whoever may change a thing at a unit may have an address told of it."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from donghanh.api.choices import Event
from donghanh.api.errors import NoEvent, TooManyWebhooks
from donghanh.api.models import Webhook
from donghanh.api.models.webhook import new_salt
from donghanh.api.webhooks.sending import check_address
from donghanh.api.webhooks.signing import secret_of
from donghanh.core import audit
from donghanh.core.audit_chain import last_seal
from donghanh.org.access import authorize
from donghanh.org.models import Unit, User

MOST = 10


@transaction.atomic
def subscribe(unit: Unit, url: str, events: Collection[str], *, actor: User, at: datetime) -> tuple[Webhook, str]:
    """Have an address told what happens at a unit and below from now on; its secret is returned once."""
    chosen = [event.value for event in Event if event in events]
    if not chosen:
        raise NoEvent
    for event in chosen:
        authorize(actor, event, at=unit)
    check_address(url)
    if Webhook.objects.filter(unit=unit).count() >= MOST:
        raise TooManyWebhooks(unit, MOST)
    seal = last_seal()
    webhook = Webhook.objects.create(
        unit=unit, url=url, events=chosen, made_by=actor, made_at=at, told_seal=seal.number if seal else 0
    )
    audit.record(actor, "subscribe_webhook", webhook, unit_id=unit.pk, events=chosen)
    return webhook, secret_of(webhook.salt)


@transaction.atomic
def renew_secret(webhook: Webhook, *, actor: User, at: datetime) -> str:
    """Give a webhook a new secret, returned once; for a day messages carry both signatures."""
    _authorize(actor, webhook)
    webhook.previous_salt, webhook.salt, webhook.rotated_at = webhook.salt, new_salt(), at
    webhook.save(update_fields=["previous_salt", "salt", "rotated_at"])
    audit.record(actor, "renew_webhook_secret", webhook, unit_id=webhook.unit_id)
    return secret_of(webhook.salt)


@transaction.atomic
def resume_webhook(webhook: Webhook, *, actor: User) -> None:
    """Try again with an address that did not answer; what happened meanwhile is told too."""
    _authorize(actor, webhook)
    Webhook.objects.filter(pk=webhook.pk).update(stopped_at=None, failure_count=0, failure="", next_try_at=None)
    audit.record(actor, "resume_webhook", webhook, unit_id=webhook.unit_id)


@transaction.atomic
def unsubscribe(webhook: Webhook, *, actor: User) -> None:
    """Tell an address nothing any more."""
    _authorize(actor, webhook)
    audit.record(actor, "unsubscribe_webhook", webhook, unit_id=webhook.unit_id)
    webhook.delete()


def _authorize(actor: User, webhook: Webhook) -> None:
    for event in webhook.events:
        authorize(actor, event, at=webhook.unit)
