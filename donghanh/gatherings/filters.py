"""Which sessions a list shows: the month and the filters in its address."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import django_filters
from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.utils.formats import date_format
from django.utils.timezone import localdate, now
from django.utils.translation import gettext_lazy as _

from donghanh.gatherings.choices import SessionForm, SessionState
from donghanh.gatherings.models import Session
from donghanh.gatherings.querysets import SessionQuerySet
from donghanh.kernel.periods import Period, UnknownPeriod
from donghanh.kernel.text import fold
from donghanh.legal.models import Topic
from donghanh.org.filters import ListFilter
from donghanh.org.models import Unit

BEFORE, AFTER = 12, 3
"""How many months the list offers before and after the one it shows."""
_STATES = (SessionState.HELD, SessionState.PLANNED, SessionState.CANCELLED)


class SessionFilter(ListFilter):
    """Sessions of one month by unit, topic, form, state and words of the title."""

    search_words = _("words of the title")

    q = django_filters.CharFilter(method="search")
    month = django_filters.ChoiceFilter(label=_("Month"), empty_label=None, method="in_month")
    unit = django_filters.ChoiceFilter(label=_("Unit"), empty_label=_("All"), method="at_unit")
    topic = django_filters.ChoiceFilter(label=_("Topic"), empty_label=_("All"), method="about")
    form_of_session = django_filters.ChoiceFilter(
        field_name="form", choices=SessionForm.choices, label=_("Form"), empty_label=_("All")
    )
    state = django_filters.ChoiceFilter(
        choices=[(state.value, state.label) for state in _STATES],
        label=_("State"),
        empty_label=_("All"),
        method="by_state",
    )

    class Meta:
        model = Session
        fields: list[str] = []

    def __init__(self, data: QueryDict, queryset: QuerySet[Any], *, units: Iterable[Unit]) -> None:
        self.period = month_named(data.get("month", ""))
        self.standing = {"month": self.period.code}
        super().__init__(data, queryset)
        self.data["month"] = self.period.code
        self._units = {unit.code: unit for unit in units}
        offered = {
            "month": [(month.code, date_format(month.starts_on, "m/Y")) for month in _around(self.period)],
            "unit": [(unit.code, unit.label) for unit in self._units.values()],
            "topic": [(topic.code, topic.name) for topic in Topic.objects.in_use()],
        }
        for name, choices in offered.items():
            self.filters[name].extra["choices"] = choices

    @property
    def neighbours(self) -> tuple[str, str]:
        """Return the addresses of the month before and the month after."""
        before, after = _months_from(self.period.starts_on, -1), _months_from(self.period.starts_on, 1)
        return self._query("month", before.code), self._query("month", after.code)

    def in_month(self, sessions: SessionQuerySet, name: str, month: str) -> SessionQuerySet:
        """Keep the sessions of the month."""
        return sessions.within(self.period)

    def search(self, sessions: SessionQuerySet, name: str, text: str) -> SessionQuerySet:
        """Keep the sessions whose title has these words."""
        words = Q()
        for word in fold(text).split():
            words &= Q(folded_title__contains=word)
        return sessions.filter(words)

    def at_unit(self, sessions: SessionQuerySet, name: str, code: str) -> SessionQuerySet:
        """Keep the sessions hosted at or below a unit."""
        return sessions.hosted_under(self._units[code], during=self.period)

    def about(self, sessions: SessionQuerySet, name: str, code: str) -> SessionQuerySet:
        """Keep the sessions on a topic or one below it."""
        return sessions.about(Topic.objects.branch_ids([code]))

    def by_state(self, sessions: SessionQuerySet, name: str, state: str) -> SessionQuerySet:
        """Keep the sessions that were held, are still to come, or were cancelled."""
        if state == SessionState.CANCELLED:
            return sessions.exclude(cancelled_at=None)
        return sessions.held(by=now()) if state == SessionState.HELD else sessions.planned(at=now())


def month_named(text: str) -> Period:
    """Return the month that a text names, this month when it names none."""
    try:
        named = Period.parse(text)
    except UnknownPeriod:
        return Period.month_of(localdate())
    return named if named == Period.month_of(named.starts_on) else Period.month_of(localdate())


def _around(period: Period) -> list[Period]:
    offered = [_months_from(period.starts_on, step) for step in range(AFTER, -BEFORE - 1, -1)]
    this = Period.month_of(localdate())
    return sorted({*offered, this}, reverse=True)


def _months_from(day: date, steps: int) -> Period:
    months = day.year * 12 + day.month - 1 + steps
    return Period.of_months(months // 12, months % 12 + 1, months % 12 + 1)
