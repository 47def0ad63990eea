"""Which tokens and webhooks: filters that read as the rest of a sentence."""

from datetime import datetime
from typing import TYPE_CHECKING, Self

from django.db.models import Q, QuerySet

from donghanh.org.models import User

if TYPE_CHECKING:
    from donghanh.api.models import ApiToken, Webhook


class TokenQuerySet(QuerySet["ApiToken"]):
    """Tokens of people."""

    def visible_to(self, user: User) -> Self:
        """Keep one's own; nobody else sees them."""
        return self.filter(user_id=user.pk)

    def valid(self, *, at: datetime) -> Self:
        """Leave out those that expired or were revoked."""
        return self.filter(revoked_at=None, expires_at__gt=at)


class WebhookQuerySet(QuerySet["Webhook"]):
    """Addresses that are told what happened."""

    def visible_to(self, user: User) -> Self:
        """Keep those that one made oneself."""
        return self.filter(made_by_id=user.pk)

    def due(self, *, at: datetime) -> Self:
        """Keep those that are not stopped and need not wait any longer."""
        return self.filter(Q(next_try_at=None) | Q(next_try_at__lte=at), stopped_at=None)
