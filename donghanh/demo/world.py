"""What the parts of the generator pass on to each other while the data grows."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random
from typing import NamedTuple

from donghanh.demo.scales import Scale
from donghanh.org.models import Area, Unit, User
from donghanh.org.querysets import FOREVER
from donghanh.people.models import Enterprise

MONTHS = 18


def six_digits() -> Iterator[str]:
    """Yield every number of six digits once, in an order that looks like none."""
    return (f"{(482_913 + 617_283 * number) % 1_000_000:06d}" for number in range(1_000_000))


class Attendee(NamedTuple):
    """Somebody on the rolls of a place for a time, and how gladly he comes."""

    worker_id: int
    starts_on: date
    ends_on: date
    is_member: bool
    eagerness: float


@dataclass(slots=True)
class Place:
    """A grassroots union and its enterprise, how many it has and who they are, how much it does."""

    unit: Unit
    enterprise: Enterprise
    departments: tuple[str, ...]
    size: int
    member_count: int
    activity: float
    sections: list[Unit] = field(default_factory=list)
    last_day: date = FOREVER
    successor: "Place | None" = None
    people: list[Attendee] = field(default_factory=list)

    def exists_on(self, day: date) -> bool:
        """Tell whether the union stood on a day."""
        return self.unit.founded_on <= day <= self.last_day

    def people_on(self, day: date) -> list[Attendee]:
        """Return who was on the rolls on a day."""
        return [person for person in self.people if person.starts_on <= day <= person.ends_on]


@dataclass(slots=True)
class Branch:
    """Places that have a union above them in common: which one, from which day on."""

    federation: Unit
    above: list[tuple[date, Unit]]
    hall: str
    area: Area | None = None
    places: list[Place] = field(default_factory=list)

    def unit_on(self, day: date) -> Unit:
        """Return the union that stood above the places on a day."""
        return next(unit for since, unit in reversed(self.above) if since <= day)


@dataclass(slots=True)
class World:
    """Everything made so far, and what it is made from."""

    scale: Scale
    seed: int
    today: date
    now: datetime
    system: User
    units: dict[str, Unit] = field(default_factory=dict)
    branches: list[Branch] = field(default_factory=list)
    officers: dict[int, User] = field(default_factory=dict)
    account_holders: dict[int, User] = field(default_factory=dict)
    session_codes: Iterator[str] = field(default_factory=six_digits)

    def dice(self, *what: object) -> Random:
        """Return dice that fall the same way for the same seed and purpose, whatever else is thrown."""
        return Random("/".join(str(part) for part in (self.seed, *what)))  # noqa: S311

    @property
    def first_day(self) -> date:
        """Return the first day of the month eighteen months ago, when sessions begin."""
        month = self.today.year * 12 + self.today.month - 1 - MONTHS
        return date(month // 12, month % 12 + 1, 1)

    def days_ago(self, days: int) -> date:
        """Return the day so many days before today."""
        return self.today - timedelta(days=days)

    def officer_of(self, unit: Unit) -> User:
        """Return who keeps the records of a unit: its officer, or the system where there is none."""
        return self.officers.get(unit.pk, self.system)

    def office_of(self, branch: Branch) -> Unit:
        """Return the social-security office of a branch's province."""
        return self.units[branch.federation.code.replace("LDLD", "BHXH")]

    def places(self) -> list[Place]:
        """Return every place."""
        return [place for branch in self.branches for place in branch.places]


def area(code: str) -> Area:
    """Return an area of the map in force by its statistics code."""
    return Area.objects.get(edition__ends_on=None, code=code)
