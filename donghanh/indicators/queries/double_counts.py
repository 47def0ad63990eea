"""Declared figures that may say again what recorded sessions already say."""

from dataclasses import dataclass
from datetime import datetime

from donghanh.gatherings.models import Session
from donghanh.indicators.choices import FigureKind
from donghanh.indicators.models import Figure
from donghanh.kernel.periods import Period
from donghanh.org.models import Unit


@dataclass(frozen=True, slots=True)
class DoubleCount:
    """A figure, and how many sessions of the same unit are recorded for the days both speak of."""

    figure: Figure
    period: Period
    session_count: int


def double_counts(unit: Unit, period: Period, *, at: datetime) -> list[DoubleCount]:
    """Point out the figures of ``unit`` that overlap recorded sessions; nothing is subtracted.

    Only figures that are also counted can overlap: sessions, attendances, people.
    """
    figures = (
        Figure.objects.standing()
        .of(unit)
        .touching(period)
        .filter(kind=FigureKind.FLOW, former_unit="")
        .exclude(indicator__formula="")
        .select_related("indicator", "unit")
        .order_by("indicator__position", "starts_on", "pk")
    )
    counts: dict[Period, int] = {}
    found = []
    for figure in figures:
        days = Period(max(period.starts_on, figure.starts_on), min(period.ends_on, figure.ends_on))
        if days not in counts:
            counts[days] = Session.objects.hosted_under(unit, during=days).held(by=at).count()
        if counts[days]:
            found.append(DoubleCount(figure, days, counts[days]))
    return found
