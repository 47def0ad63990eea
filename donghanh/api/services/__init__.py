"""What may change about tokens and webhooks."""

from donghanh.api.services.tokens import make_token, revoke_token
from donghanh.api.services.webhooks import renew_secret, resume_webhook, subscribe, unsubscribe

__all__ = ["make_token", "renew_secret", "resume_webhook", "revoke_token", "subscribe", "unsubscribe"]
