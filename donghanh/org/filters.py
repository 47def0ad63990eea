"""Filters of lists, kept in the address, and shown as chips that say their value."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import django_filters
from django.db.models import Q, QuerySet
from django.forms import BoundField
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from donghanh.org.choices import AreaKind, SuperiorForm, UnitKind
from donghanh.org.models import Area, Unit
from donghanh.org.queries.areas import matching_areas, provinces
from donghanh.org.queries.units import matching_units

Choice = tuple[str, str | Promise]
SEARCH, PAGE = "q", "after"
OPEN, CLOSED = "open", "closed"


@dataclass(frozen=True, slots=True)
class Option:
    """One value of a filter, with the address of the list that has it."""

    words: str
    query: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter as the head of a page shows it: its name, its value and what else it may be."""

    name: str
    label: str
    words: str
    options: list[Option]


class ListFilter(django_filters.FilterSet):
    """Filters by links, plus one search; what cannot be read in the address is left out."""

    search_words: str | Promise = ""
    """What can be typed in the search."""
    standing: dict[str, str] = {}
    """The value of a filter that the address does not name."""

    def __init__(self, data: QueryDict, queryset: QuerySet[Any], **options: Any) -> None:
        data = data.copy()
        for name, value in self.standing.items():
            data.setdefault(name, value)
        super().__init__(data, queryset, **options)

    def offer(self, name: str, choices: list[Choice]) -> None:
        """Give a filter its choices, which depend on the reader; one without any is left out."""
        if choices:
            self.filters[name].extra["choices"] = choices
        else:
            del self.filters[name]

    @property
    def searched(self) -> str:
        """Return what was searched for."""
        return str(self.data.get(SEARCH, "")).strip()

    @property
    def is_narrowed(self) -> bool:
        """Tell whether the list shows less than it does at first."""
        return any(self.data.get(name) not in ("", None, self.standing.get(name)) for name in self.filters)

    @property
    def kept(self) -> list[tuple[str, str]]:
        """Return the filters that a new search keeps."""
        return [(name, self.data[name]) for name in self.filters if name != SEARCH and self.data.get(name)]

    @property
    def chips(self) -> Iterator[Chip]:
        """Return the filters but the search, each with its options as links."""
        for name in self.filters:
            if name != SEARCH:
                yield self._chip(self.form[name])

    def _chip(self, field: BoundField) -> Chip:
        form_field: Any = field.field
        chosen = str(self.data.get(field.name, ""))
        options = [
            Option(str(capfirst(words)), self._query(field.name, str(value)), is_current=str(value) == chosen)
            for value, words in form_field.choices
        ]
        current = next((option.words for option in options if option.is_current), options[0].words)
        return Chip(field.name, str(field.label), current, options)

    def _query(self, name: str, value: str) -> str:
        query = self.data.copy()
        query.pop(PAGE, None)
        query[name] = value
        return str(query.urlencode())


class UnitFilter(ListFilter):
    """Units by words, kind, form, province and whether they still exist."""

    search_words = _("name or code of a unit")
    standing = {"state": OPEN}

    q = django_filters.CharFilter(method="search")
    kind = django_filters.ChoiceFilter(choices=UnitKind.choices, label=_("Kind"), empty_label=_("All"))
    form_of_superior = django_filters.ChoiceFilter(
        field_name="form", choices=SuperiorForm.choices, label=_("Stands on"), empty_label=_("All")
    )
    province = django_filters.ModelChoiceFilter(
        queryset=lambda request: provinces(), label=_("Province"), empty_label=_("All"), method="in_province"
    )
    state = django_filters.ChoiceFilter(
        choices=[(OPEN, _("Open")), (CLOSED, _("Closed"))], label=_("State"), empty_label=_("All"), method="by_state"
    )

    class Meta:
        model = Unit
        fields: list[str] = []

    def search(self, units: QuerySet[Unit], name: str, text: str) -> QuerySet[Unit]:
        """Keep the units with these words."""
        return matching_units(units, text)

    def in_province(self, units: QuerySet[Unit], name: str, province: Area) -> QuerySet[Unit]:
        """Keep the units with an office in a province."""
        return units.filter(Q(area=province) | Q(area__province=province))

    def by_state(self, units: QuerySet[Unit], name: str, state: str) -> QuerySet[Unit]:
        """Keep the units that exist today, or those that do not any more."""
        today = localdate()
        if state == OPEN:
            return units.filter(Q(closed_on=None) | Q(closed_on__gte=today))
        return units.filter(closed_on__lt=today)


class AreaFilter(ListFilter):
    """Communes, wards and special zones by words, province and kind."""

    search_words = _("name or statistics code")

    q = django_filters.CharFilter(method="search")
    province = django_filters.ModelChoiceFilter(
        queryset=lambda request: provinces(), label=_("Province"), empty_label=_("All")
    )
    kind = django_filters.ChoiceFilter(choices=AreaKind.choices, label=_("Kind"), empty_label=_("All"))

    class Meta:
        model = Area
        fields: list[str] = []

    def search(self, areas: QuerySet[Area], name: str, text: str) -> QuerySet[Area]:
        """Keep the areas with these words."""
        return matching_areas(areas, text)
