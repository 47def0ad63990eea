"""Which requests and breaches: filters that read as the rest of a sentence."""

from typing import TYPE_CHECKING, Self

from django.db.models import QuerySet

from donghanh.org.access import units_read
from donghanh.org.choices import Reading
from donghanh.org.models import Unit, User

if TYPE_CHECKING:
    from donghanh.privacy.models import Breach, DataRequest

REQUESTS, BREACHES = "data_requests", "breaches"
"""Things of the matrix of visibility."""


class DataRequestQuerySet(QuerySet["DataRequest"]):
    """What people ask for about their data."""

    def visible_to(self, user: User) -> Self:
        """Keep the requests of units whose requests ``user`` may read."""
        return self if user.is_system else self.filter(unit__in=_units(user, REQUESTS))

    def open(self) -> Self:
        """Keep those that wait for an answer."""
        return self.filter(answered_at=None)


class BreachQuerySet(QuerySet["Breach"]):
    """What went wrong with personal data."""

    def visible_to(self, user: User) -> Self:
        """Keep the breaches of units whose breaches ``user`` may read."""
        return self if user.is_system else self.filter(unit__in=_units(user, BREACHES))


def _units(user: User, thing: str) -> QuerySet[Unit]:
    return Unit.objects.filter(units_read(user, thing, least=Reading.NAME))
