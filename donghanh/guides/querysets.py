"""Which guides readers are given, and which shelves stand where an officer may read."""

from typing import TYPE_CHECKING, Self

from django.db.models import QuerySet

from donghanh.guides.choices import VersionState
from donghanh.org.access import units_read
from donghanh.org.choices import Reading
from donghanh.org.models import Unit

if TYPE_CHECKING:
    from donghanh.guides.models.guide import Guide
    from donghanh.guides.models.shelf import Shelf
    from donghanh.org.models import User

SHELVES = "shelves"


class GuideQuerySet(QuerySet["Guide"]):
    """Guides."""

    def for_readers(self) -> Self:
        """Keep the guides that everybody may read."""
        return self.filter(retired_at=None, versions__state=VersionState.IN_USE)


class ShelfQuerySet(QuerySet["Shelf"]):
    """Digital shelves."""

    def in_use(self) -> Self:
        """Leave out retired shelves."""
        return self.filter(retired_at=None)

    def visible_to(self, user: "User", *, least: Reading = Reading.NUMBER) -> Self:
        """Keep the shelves of units whose shelves ``user`` may read at least so far."""
        return self.filter(unit__in=Unit.objects.filter(units_read(user, SHELVES, least=least)))
