"""Which days are worked in Vietnam: weekends, holidays by dated rules, and the days off in lieu of them.

The table beside this file says where each day comes from and how sure that is. Lunar New Year and the day beside
National Day are decided for each year; a year that is not in the table yet has none of them, which makes a due day
come early, never late.
"""

import csv
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

_FILE = Path(__file__).parent / "holidays.csv"
_DAY = timedelta(days=1)
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Holiday:
    """One paid holiday: the same day of every year within its rule, or one day of one year."""

    name: str
    month_day: str
    day: date | None
    effective_from: date
    effective_to: date | None
    article: str
    source: str
    certainty: str

    def falls_on(self, day: date) -> bool:
        """Tell whether this holiday is on ``day`` by a rule in force that day."""
        if day < self.effective_from or (self.effective_to and day > self.effective_to):
            return False
        return day == self.day or f"{day:%m-%d}" == self.month_day


@cache
def holidays() -> tuple[Holiday, ...]:
    """Return the table of holidays."""
    with _FILE.open(encoding="utf-8", newline="") as lines:
        return tuple(
            Holiday(
                name=row["name"],
                month_day=row["month_day"],
                day=_date(row["day"]),
                effective_from=date.fromisoformat(row["effective_from"]),
                effective_to=_date(row["effective_to"]),
                article=row["article"],
                source=row["source"],
                certainty=row["certainty"],
            )
            for row in csv.DictReader(lines)
        )


@cache
def days_off(year: int) -> frozenset[date]:
    """Return the days of a year, weekends apart, that are not worked: holidays and days in lieu.

    A holiday on a weekly day of rest gives the next working day off (Labour Code, Article 111(3)). Reading starts in
    the December before, since a day in lieu may fall into the next year.
    """
    start, end = date(year - 1, 12, 1), date(year, 12, 31)
    off: set[date] = set()
    owed = 0
    for day in _days(start, end):
        is_holiday = any(holiday.falls_on(day) for holiday in holidays())
        if day.weekday() >= _SATURDAY:
            owed += is_holiday
        elif is_holiday:
            off.add(day)
        elif owed:
            off.add(day)
            owed -= 1
    return frozenset(day for day in off if day.year == year)


def is_working_day(day: date) -> bool:
    """Tell whether offices work on ``day``, from Monday to Friday."""
    return day.weekday() < _SATURDAY and day not in days_off(day.year)


def add_working_days(day: date, count: int) -> date:
    """Return the ``count``-th working day after ``day``; with 0 the day itself, or the next working day."""
    if count < 0:
        raise ValueError(f"Working days are counted forwards; {count} is negative.")
    while not is_working_day(day) and count == 0:
        day += _DAY
    while count:
        day += _DAY
        count -= is_working_day(day)
    return day


def working_days_between(start: date, end: date) -> int:
    """Return how many working days lie after ``start`` up to and including ``end``."""
    return sum(is_working_day(day) for day in _days(start + _DAY, end))


def _date(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _days(start: date, end: date) -> list[date]:
    return [start + _DAY * number for number in range((end - start).days + 1)]
