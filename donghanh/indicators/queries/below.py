"""The figures of the units below: listed beside a unit's own, never added to them."""

from django.db.models import Q, QuerySet

from donghanh.indicators.models import Figure, FigureCredit
from donghanh.kernel.periods import Period
from donghanh.org.models import Unit, UnitPlacement
from donghanh.org.querysets import PATH_END


def figures_below(unit: Unit, period: Period) -> QuerySet[Figure]:
    """Return the standing figures of units that ever hung below ``unit``, for days of ``period``.

    A joint figure of two units below stands in it once. One that is credited to ``unit`` itself is
    its own and stands in the report, not here.
    """
    below = Q(pk__in=[])
    for place in unit.placements.all():
        below |= Q(
            path__gte=place.path,
            path__lt=place.path + PATH_END,
            starts_on__lte=place.ends_on,
            ends_on__gte=place.starts_on,
        )
    units = UnitPlacement.objects.filter(below).exclude(unit=unit).values("unit")
    credited = FigureCredit.objects.filter(unit__in=units).values("figure")
    own = FigureCredit.objects.filter(unit=unit).values("figure")
    return (
        Figure.objects.standing()
        .touching(period)
        .filter(Q(unit__in=units) | Q(pk__in=credited))
        .exclude(Q(unit=unit) | Q(pk__in=own))
        .select_related("indicator", "unit")
    )
