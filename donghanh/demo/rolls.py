"""People on the rolls: who works where from when to when, and who is in the union."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import count
from random import Random

from donghanh.demo import names
from donghanh.demo.living import MERGED_ON
from donghanh.demo.progress import Progress
from donghanh.demo.world import Attendee, Place, World
from donghanh.org.models import Unit
from donghanh.people.choices import Gender
from donghanh.people.models import Employment, Membership, Worker

A_DAY = timedelta(days=1)
LEAVERS = 0.12
"""How many left in eighteen months, against those who are there today."""
MERGED_STAFF = 24


@dataclass(slots=True)
class Stay:
    """One person at one place for a time."""

    place: Place
    unit: Unit
    department: str
    starts_on: date
    ends_on: date
    is_member: bool


@dataclass(slots=True)
class Person:
    """Somebody made up, with where he worked."""

    worker: Worker
    eagerness: float
    stays: list[Stay] = field(default_factory=list)


def fill_rolls(world: World, progress: Progress) -> None:
    """Put people on the rolls of every place, one place at a time."""
    drawer = _Drawer(world)
    merged = {id(place.successor): place for place in world.places() if place.successor}
    for place in world.places():
        people = drawer.people_of(place)
        if id(place) in merged:
            _came_with_merger(people, merged[id(place)])
        save(people)
        progress.step()


def save(people: Iterable[Person]) -> None:
    """Write people, their employments and memberships, and let the places know them."""
    people = list(people)
    Worker.objects.bulk_create([person.worker for person in people], batch_size=1000)
    stays = [(person, stay) for person in people for stay in person.stays]
    Employment.objects.bulk_create(
        [
            Employment(
                worker=person.worker,
                unit=stay.unit,
                enterprise=stay.place.enterprise,
                department=stay.department,
                starts_on=stay.starts_on,
                ends_on=stay.ends_on,
            )
            for person, stay in stays
        ],
        batch_size=1000,
    )
    Membership.objects.bulk_create(
        [
            Membership(worker=person.worker, unit=stay.unit, starts_on=stay.starts_on, ends_on=stay.ends_on)
            for person, stay in stays
            if stay.is_member
        ],
        batch_size=1000,
    )
    for person, stay in stays:
        stay.place.people.append(
            Attendee(person.worker.pk, stay.starts_on, stay.ends_on, stay.is_member, person.eagerness)
        )


class _Drawer:
    """Draws the people of one place after the other."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._numbers = count(1)
        self._others = [place for place in world.places() if not place.successor]

    def people_of(self, place: Place) -> list[Person]:
        """Draw those who are there today, then those who left."""
        dice = self._world.dice("rolls", place.unit.code)
        people = [self._present(dice, place, is_member=number < place.member_count) for number in range(place.size)]
        return people + [self._gone(dice, place) for _ in range(int(place.size * LEAVERS))]

    def _present(self, dice: Random, place: Place, *, is_member: bool) -> Person:
        person = self._person(dice, place, is_member=is_member)
        is_new = dice.random() < 0.2
        earliest = self._world.first_day if is_new else place.unit.founded_on
        latest = self._world.today if is_new else self._world.first_day
        starts_on = min(_between(dice, earliest, latest), place.last_day)
        if is_new and dice.random() < 0.25:
            self._came_from_elsewhere(dice, person, place, starts_on)
        person.stays.append(_stay(dice, place, starts_on, place.last_day, is_member=is_member))
        return person

    def _gone(self, dice: Random, place: Place) -> Person:
        is_member = dice.random() < 0.8
        person = self._person(dice, place, is_member=is_member)
        starts_on = _between(dice, place.unit.founded_on, self._world.first_day)
        last_day = min(_between(dice, self._world.first_day, self._world.days_ago(1)), place.last_day)
        person.stays.append(_stay(dice, place, starts_on, last_day, is_member=is_member))
        return person

    def _came_from_elsewhere(self, dice: Random, person: Person, place: Place, on: date) -> None:
        former = dice.choice(self._others)
        first_day = former.unit.founded_on + timedelta(days=dice.randint(30, 400))
        if former is not place and first_day < on <= former.last_day:
            person.stays.append(_stay(dice, former, first_day, on - A_DAY, is_member=dice.random() < 0.8))

    def _person(self, dice: Random, place: Place, *, is_member: bool) -> Person:
        number = next(self._numbers)
        gender = Gender.FEMALE if dice.random() < 0.56 else Gender.MALE
        shares_a_phone = dice.random() < 0.02
        worker = Worker(
            full_name=names.person(dice, gender),
            phone=names.phone(number - shares_a_phone) if dice.random() < 0.9 else "",
            member_no=f"{place.unit.code.split('-')[1]}-{number:06d}" if is_member else None,
            gender=gender,
            birth_year=self._world.today.year - dice.randint(18, 59),
        )
        return Person(worker, eagerness=0.0 if dice.random() < 0.2 else dice.uniform(0.2, 1.0))


def _stay(dice: Random, place: Place, starts_on: date, ends_on: date, *, is_member: bool) -> Stay:
    unit = dice.choice(place.sections) if place.sections else place.unit
    return Stay(place, unit, dice.choice(place.departments), starts_on, ends_on, is_member)


def _came_with_merger(people: list[Person], merged: Place) -> None:
    """Give some of those who were there before the merger a time at the union that was merged in."""
    for person in [person for person in people if _was_there_all_along(person)][:MERGED_STAFF]:
        (stay,) = person.stays
        before = replace(stay, place=merged, unit=merged.unit, ends_on=MERGED_ON - A_DAY)
        person.stays = [before, replace(stay, starts_on=MERGED_ON)]


def _was_there_all_along(person: Person) -> bool:
    return len(person.stays) == 1 and person.stays[0].starts_on < MERGED_ON < person.stays[0].ends_on


def _between(dice: Random, first: date, last: date) -> date:
    return first + timedelta(days=dice.randint(0, max((last - first).days, 0)))
