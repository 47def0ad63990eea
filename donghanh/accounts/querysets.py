"""Which resets and joiners: filters that read as the rest of a sentence."""

from datetime import datetime
from typing import TYPE_CHECKING, Self

from django.db.models import QuerySet

from donghanh.org.access import units_changed
from donghanh.org.models import Unit, User

if TYPE_CHECKING:
    from donghanh.accounts.models import JoinCode, JoinRequest, ResetRequest


class ResetRequestQuerySet(QuerySet["ResetRequest"]):
    """Requests to set a password or second steps anew."""

    def waiting_at(self, at: datetime) -> Self:
        """Keep those that nobody has answered and that can still be."""
        return self.filter(confirmed_at=None, refused_at=None, expires_at__gt=at)

    def open_at(self, at: datetime) -> Self:
        """Keep those that may still lead to something."""
        return self.filter(refused_at=None, used_at=None, expires_at__gt=at)


class JoinCodeQuerySet(QuerySet["JoinCode"]):
    """Codes on posters."""

    def visible_to(self, user: User) -> Self:
        """Keep those of the units whose people ``user`` keeps."""
        return self.filter(unit__in=Unit.objects.filter(units_changed(user, "workers")))


class JoinRequestQuerySet(QuerySet["JoinRequest"]):
    """Those who joined by a code."""

    def visible_to(self, user: User) -> Self:
        """Keep those of the units whose people ``user`` keeps."""
        return self.filter(unit__in=Unit.objects.filter(units_changed(user, "workers")))
