"""Which figures: filters that read as the rest of a sentence."""

from datetime import date
from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.db.models import Q, QuerySet

from donghanh.kernel.periods import Period
from donghanh.org.access import units_read
from donghanh.org.choices import Reading
from donghanh.org.models import Unit, User

if TYPE_CHECKING:
    from donghanh.indicators.models import Figure, FigureCredit, Indicator, WaitingGroup


class IndicatorQuerySet(QuerySet["Indicator"]):
    """Definitions, each valid for a time."""

    def valid_on(self, day: date) -> Self:
        """Keep the definitions in force on ``day``."""
        return self.filter(Q(valid_to=None) | Q(valid_to__gte=day), valid_from__lte=day)


class FigureQuerySet(QuerySet["Figure"]):
    """Figures that somebody declared or published."""

    def standing(self) -> Self:
        """Leave out figures that were corrected or withdrawn."""
        return self.filter(withdrawn_at=None)

    def of(self, unit: Unit) -> Self:
        """Keep the figures of ``unit`` itself, joint ones included."""
        return self.filter(Q(unit=unit) | Q(pk__in=_credited_to([unit.pk])))

    def touching(self, period: Period) -> Self:
        """Keep the figures that speak of a day of ``period``."""
        return self.filter(starts_on__lte=period.ends_on, ends_on__gte=period.starts_on)

    def visible_to(self, user: User, *, least: Reading = Reading.NUMBER) -> Self:
        """Keep the figures of units whose figures ``user`` may read."""
        if user.is_system:
            return self
        units = Unit.objects.filter(units_read(user, "figures", least=least))
        return self.filter(Q(unit__in=units) | Q(pk__in=_credited_to(units)))


def _credited_to(units: QuerySet[Unit] | list[int]) -> "QuerySet[FigureCredit, Any]":
    """Return the figures that are credited to one of the units, as a filter on figures."""
    credits_ = apps.get_model("indicators", "FigureCredit").objects
    return credits_.filter(unit__in=units).values("figure")


class WaitingGroupQuerySet(QuerySet["WaitingGroup"]):
    """Imported groups whose unit a person has to name."""

    def waiting(self) -> Self:
        """Leave out the groups that were given to a unit."""
        return self.filter(assigned_at=None)

    def visible_to(self, user: User) -> Self:
        """Keep the groups that ``user`` brought, or that may belong to a unit whose figures he keeps.

        That is a unit with a near name, or the unit above that the file names.
        """
        if user.is_system:
            return self
        kept = Unit.objects.filter(units_read(user, "figures", least=Reading.NAME))
        return self.filter(
            Q(imported_by=user) | Q(nearest__in=kept) | Q(parent_code__in=kept.values("code"))
        ).distinct()
