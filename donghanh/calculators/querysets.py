"""Which changes of levels count, and which wait."""

from typing import TYPE_CHECKING, Self

from django.db.models import QuerySet

from donghanh.calculators.choices import ChangeState

if TYPE_CHECKING:
    from donghanh.calculators.models import RateChange


class RateChangeQuerySet(QuerySet["RateChange"]):
    """Proposed and approved levels."""

    def waiting(self) -> Self:
        """Keep those that wait for a second officer."""
        return self.filter(state=ChangeState.WAITING)

    def in_use(self) -> Self:
        """Keep those that calculators reckon with."""
        return self.filter(state=ChangeState.APPROVED)
