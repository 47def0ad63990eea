"""The secret of a webhook, and the signature that shows that a message comes from this site and is fresh."""

import hashlib
import hmac
from datetime import datetime, timedelta

from django.utils.crypto import salted_hmac

from donghanh.api.models import Webhook

HEADER = "Donghanh-Signature"
BOTH_SECRETS_FOR = timedelta(hours=24)
"""How long messages are signed with the old secret too, so that a receiver can change it without a gap."""
_PURPOSE = "donghanh.api.webhooks.signing"


def secret_of(salt: str) -> str:
    """Return the secret that stands on a salt; the salt alone tells nothing without the site's signing key."""
    return salted_hmac(_PURPOSE, salt, algorithm="sha256").hexdigest()


def signature(webhook: Webhook, body: bytes, *, at: datetime) -> str:
    """Sign a message: the time, and over time and body one signature for each secret that is still good."""
    moment = int(at.timestamp())
    signed = f"{moment}.".encode() + body
    signatures = [hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest() for secret in _secrets(webhook, at)]
    return ",".join([f"t={moment}", *(f"v1={each}" for each in signatures)])


def _secrets(webhook: Webhook, at: datetime) -> list[str]:
    secrets = [secret_of(webhook.salt)]
    if webhook.previous_salt and webhook.rotated_at and at < webhook.rotated_at + BOTH_SECRETS_FOR:
        secrets.append(secret_of(webhook.previous_salt))
    return secrets
