"""Filters of the list of figures, kept in the address."""

from datetime import date
from typing import Any

import django_filters
from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from donghanh.indicators.choices import FigureKind, Line, Origin
from donghanh.indicators.days import days_of
from donghanh.indicators.models import Figure, Indicator
from donghanh.indicators.queries import figures_below, units_to_filter_by
from donghanh.kernel.periods import Period, UnknownPeriod
from donghanh.kernel.text import fold
from donghanh.org.filters import ListFilter
from donghanh.org.models import Unit, User
from donghanh.org.queries.units import matching_units

STANDING, WITHDRAWN, ANNEX, BELOW = "standing", "withdrawn", "annex", "below"
EVER = Period(date.min, date.max)
YEARS_OFFERED = 6


class FigureFilter(ListFilter):
    """Figures by words, unit, line, period, kind, origin and whether they still stand."""

    search_words = _("name of an indicator or a unit")
    standing = {"state": STANDING}

    q = django_filters.CharFilter(method="search")
    unit = django_filters.ChoiceFilter(label=_("Unit"), empty_label=_("All"), method="of_unit")
    where = django_filters.ChoiceFilter(
        choices=[(BELOW, _("the units below it"))],
        label=_("Whose"),
        empty_label=_("the unit itself"),
        method="untouched",
    )
    line = django_filters.ChoiceFilter(
        choices=[*[(line.value, f"{line.value} · {line.label}") for line in Line], (ANNEX, Line.__empty__)],
        label=_("Line"),
        empty_label=_("All"),
        method="on_line",
    )
    indicator = django_filters.ChoiceFilter(label=_("Indicator"), empty_label=_("All"), field_name="indicator__code")
    period = django_filters.ChoiceFilter(label=_("Period"), empty_label=_("All"), method="in_period")
    kind = django_filters.ChoiceFilter(choices=FigureKind.choices, label=_("Kind"), empty_label=_("All"))
    origin = django_filters.ChoiceFilter(choices=Origin.choices, label=_("Origin"), empty_label=_("All"))
    state = django_filters.ChoiceFilter(
        choices=[(STANDING, _("standing")), (WITHDRAWN, _("withdrawn"))],
        label=_("State"),
        empty_label=_("All"),
        method="by_state",
    )

    class Meta:
        model = Figure
        fields: list[str] = []

    def __init__(self, data: QueryDict, queryset: QuerySet[Figure], *, reader: User) -> None:
        super().__init__(data, queryset)
        units = units_to_filter_by(reader, str(self.data.get("unit", "")))
        self.chosen_unit = next((unit for unit in units if unit.code == self.data.get("unit")), None)
        self.chosen_period = _period(str(self.data.get("period", "")))
        self._offer("unit", [(unit.code, unit.label) for unit in units])
        self._offer("period", _periods(str(self.data.get("period", "")), self.chosen_period))
        self._offer("indicator", _indicator(str(self.data.get("indicator", ""))))
        if self.chosen_unit is None:
            del self.filters["where"]

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        if choices:
            self.filters[name].extra["choices"] = choices
        else:
            del self.filters[name]

    def search(self, figures: QuerySet[Figure], name: str, text: str) -> QuerySet[Figure]:
        """Keep the figures whose indicator or unit has these words, typed with or without diacritics."""
        words = fold(text).split()
        indicators = [
            indicator.pk
            for indicator in Indicator.objects.all()
            if all(word in fold(f"{indicator.name_vi} {indicator.name_en} {indicator.code}") for word in words)
        ]
        units = matching_units(Unit.objects.all(), text)
        return figures.filter(Q(indicator__in=indicators) | Q(unit__in=units))

    def of_unit(self, figures: QuerySet[Figure], name: str, code: str) -> QuerySet[Figure]:
        """Keep the figures of a unit with the joint ones, or those of the units below it."""
        if self.chosen_unit is None:
            return figures.none()
        of_unit = Figure.objects.of(self.chosen_unit)
        chosen = figures_below(self.chosen_unit, EVER) if self.data.get("where") == BELOW else of_unit
        return figures.filter(pk__in=chosen.values("pk"))

    def untouched(self, figures: QuerySet[Figure], name: str, value: str) -> QuerySet[Figure]:
        """Leave the figures as they are: the filter by unit reads this value."""
        return figures

    def on_line(self, figures: QuerySet[Figure], name: str, line: str) -> QuerySet[Figure]:
        """Keep the figures of one line of the report, or of the annex."""
        return figures.filter(indicator__line="" if line == ANNEX else line)

    def in_period(self, figures: QuerySet[Figure], name: str, code: str) -> QuerySet[Figure]:
        """Keep the figures that speak of a day of the period."""
        period = self.chosen_period
        if period is None:
            return figures
        return figures.filter(starts_on__lte=period.ends_on, ends_on__gte=period.starts_on)

    def by_state(self, figures: QuerySet[Figure], name: str, state: str) -> QuerySet[Figure]:
        """Keep the figures that stand, or those that were taken back."""
        return figures.filter(withdrawn_at__isnull=state == STANDING)


def _period(text: str) -> Period | None:
    try:
        return Period.parse(text)
    except UnknownPeriod:
        return None


def _periods(typed: str, chosen: Period | None) -> list[tuple[str, str]]:
    this_year = localdate().year
    years = [str(year) for year in range(this_year, this_year - YEARS_OFFERED, -1)]
    other = [(typed, days_of(chosen))] if chosen and typed not in years else []
    return other + [(year, year) for year in years]


def _indicator(code: str) -> list[tuple[str, str]]:
    found: Any = Indicator.objects.filter(code=code).order_by("-version").first() if code else None
    return [(code, found.name)] if found else []
