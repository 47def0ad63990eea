"""Who was present by name in a year, by month, topic and audience."""

from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta
from functools import cache, cached_property

from donghanh.gatherings.queries import Presence
from donghanh.kernel.cohorts import Cohort
from donghanh.kernel.evidence import Grade
from donghanh.kernel.periods import Period
from donghanh.reporting.discretion.slices import Slice
from donghanh.reporting.reach.figures import people_at


def windows_around(period: Period) -> list[Period]:
    """Return the other stretches of whole months of its year that contain a period."""
    year = period.starts_on.year
    found = (
        Period.of_months(year, first, last)
        for first in range(1, period.starts_on.month + 1)
        for last in range(period.ends_on.month, 13)
    )
    return [window for window in found if window != period]


def next_wider(period: Period) -> Period | None:
    """Return the named period that a period belongs to: quarter, half, year; None for a year."""
    year, last = period.starts_on.year, period.ends_on.month
    for months in (3, 6, 12):
        end = -(-last // months) * months
        wider = Period.of_months(year, end - months + 1, end)
        if wider != period and wider.covers(period):
            return wider
    return None


def months_within(period: Period) -> Period | None:
    """Return the whole months at the start of a period that ends within a month, for one that does."""
    month = Period.month_of(period.ends_on)
    if period.ends_on == month.ends_on or month.starts_on <= period.starts_on:
        return None
    return Period(period.starts_on, month.starts_on - timedelta(days=1))


def is_calendar(period: Period) -> bool:
    """Tell whether a period has a name of its own: a month, a quarter, half a year, nine months, a year."""
    return "/" not in period.code


class Crowds:
    """The people of some sessions of one year; each crowd is put together once."""

    def __init__(self, presences: Iterable[Presence], sessions_about: Callable[[], Mapping[str, set[int]]]) -> None:
        self._presences = list(presences)
        self._sessions_about = sessions_about
        self.present = cache(self._present)
        self.nested = cache(self._nested)
        self.by_grade = cache(self._by_grade)

    @cached_property
    def _about(self) -> Mapping[str, set[int]]:
        return self._sessions_about()

    def _by_grade(self, period: Period, part: Slice) -> dict[Grade, Cohort]:
        """Return everybody present, each at his best grade."""
        return people_at(self._at(period, part), part.audience or None)

    def _present(self, period: Period, part: Slice) -> Cohort:
        months = [month for month in period.months() if month == Period.month_of(month.starts_on)]
        if len(months) > 1 and Period(months[0].starts_on, months[-1].ends_on) == period:
            return Cohort.union(self.present(month, part) for month in months)
        return Cohort.union(
            cohort for each in self._at(period, part) for _, cohort in each.named(part.audience or None)
        )

    def _nested(self, period: Period, parts: tuple[Slice, ...], *, small_unit: bool) -> list[Cohort]:
        """Return the crowds of all that can be asked as well and contains a question, or lies within it."""
        asked = (period, parts[0])
        windows = [period, *(each for each in windows_around(period) if not small_unit or is_calendar(each))]
        around = [self.present(window, part) for window in windows for part in parts if (window, part) != asked]
        within = months_within(period)
        return [*around, self.present(within, parts[0])] if within else around

    def _at(self, period: Period, part: Slice) -> list[Presence]:
        found = [each for each in self._presences if each.held_on in period]
        if not part.topic:
            return found
        about = self._about.get(part.topic, set())
        return [each for each in found if each.session_id in about]
