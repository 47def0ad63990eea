"""When sessions take place: busy in Workers' Month and around Law Day, quiet at Tết, seldom on Sundays."""

from datetime import date, datetime, time, timedelta
from random import Random

from django.utils.timezone import make_aware

_MONTHS = {1: 0.5, 2: 0.4, 3: 1.1, 4: 1.2, 5: 2.4, 6: 1.2, 7: 0.9, 8: 0.9, 9: 1.0, 10: 1.2, 11: 1.9, 12: 0.9}
_SATURDAY, _SUNDAY = 5, 6
_BEGINNINGS = (time(7, 30), time(9, 0), time(11, 30), time(14, 0), time(15, 30), time(17, 0))
_LENGTHS = (45, 60, 90, 90, 120)
OFFICE_HOURS = time(9, 30)
HALF_HOUR = timedelta(minutes=30)


def weight(day: date) -> float:
    """Return how busy a day is against others."""
    busy = _MONTHS[day.month] * {_SATURDAY: 0.7, _SUNDAY: 0.15}.get(day.weekday(), 1.0)
    is_law_day_week = day.month == 11 and day.day <= 9
    return busy * (2.2 if is_law_day_week else 1.0)


def draw_days(dice: Random, first: date, last: date, count: int) -> list[date]:
    """Draw the days of so many sessions, in order."""
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    return sorted(dice.choices(days, [weight(day) for day in days], k=count))


def hours(dice: Random, day: date) -> tuple[datetime, datetime]:
    """Draw when a session of a day begins and ends."""
    starts_at = moment(day, dice.choice(_BEGINNINGS))
    return starts_at, starts_at + timedelta(minutes=dice.choice(_LENGTHS))


def moment(day: date, hour: time) -> datetime:
    """Return an hour of a day in Vietnam."""
    return make_aware(datetime.combine(day, hour))


def running_at(now: datetime) -> tuple[datetime, datetime]:
    """Return the hours of a session that is running now and began on the same day."""
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    starts_at = max(_half_hour(now - HALF_HOUR), midnight)
    return starts_at, starts_at + timedelta(hours=3)


def later_on(now: datetime) -> tuple[datetime, datetime]:
    """Return the hours of another session of today: this afternoon, or two hours from now, or the last hour."""
    afternoon = now.replace(hour=14, minute=0, second=0, microsecond=0)
    last = now.replace(hour=22, minute=30, second=0, microsecond=0)
    starts_at = min(max(afternoon, _half_hour(now) + timedelta(hours=2)), last)
    return starts_at, starts_at + timedelta(minutes=90)


def _half_hour(at: datetime) -> datetime:
    return at.replace(minute=at.minute // 30 * 30, second=0, microsecond=0)
