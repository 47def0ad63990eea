"""Which reports: filters that read as the rest of a sentence."""

from typing import TYPE_CHECKING, Self, TypeVar

from django.db.models import Model, QuerySet

from donghanh.kernel.periods import Period
from donghanh.org.access import units_read
from donghanh.org.choices import Reading
from donghanh.org.models import Unit, User

if TYPE_CHECKING:
    from donghanh.reporting.models import ReportDraft, Snapshot  # noqa: F401 (named in quotes below)

Row = TypeVar("Row", bound=Model)


class PeriodicQuerySet(QuerySet[Row]):
    """Rows about one unit, one kind of report and one period."""

    def about(self, unit: Unit, kind: str, period: Period) -> Self:
        """Keep what is about one report."""
        return self.filter(unit=unit, kind=kind, starts_on=period.starts_on, ends_on=period.ends_on)

    def visible_to(self, user: User, *, least: Reading = Reading.NUMBER) -> Self:
        """Keep what is about units whose reports ``user`` may read."""
        if user.is_system:
            return self
        return self.filter(unit__in=Unit.objects.filter(units_read(user, "reports", least=least)))


class DraftQuerySet(PeriodicQuerySet["ReportDraft"]):
    """What officers typed, one row for each time it was saved."""

    def in_place(self) -> Self:
        """Leave out what was put aside because somebody else had saved before."""
        return self.filter(is_aside=False)


class SnapshotQuerySet(PeriodicQuerySet["Snapshot"]):
    """Sealed reports."""

    def standing(self) -> Self:
        """Leave out the ones that a later seal took the place of."""
        return self.filter(superseded_by=None)
