"""What is known of an address: what it is about, what opens it, where it stands, and how to knock."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from donghanh.tests.doors.needs import Needs, Target, everybody, reads, whoever_signs_in
from donghanh.tests.doors.readers import Reader
from donghanh.tests.doors.scenery import KIND, YEAR, Scenery

Args = Callable[[Any], list[Any]]
Where = Callable[[Scenery], Iterator[Target]]
GET, POST, BOTH = ("GET",), ("POST",), ("GET", "POST")


@dataclass(frozen=True)
class Door:
    """One address: what is behind it, what opens it, and how to knock."""

    thing: str
    """What of the matrix it shows or changes; "" when that is nobody's."""
    needs: Needs
    where: Where
    args: Args
    methods: tuple[str, ...] = GET
    queries: tuple[str, ...] = ("",)
    """What the address is asked; everybody asks the first, and for the first file."""
    data: Callable[[Any], dict[str, Any]] | dict[str, Any] | None = None
    leads_elsewhere: bool = False
    """Whether those without the right are told so in another way than 404, for example led elsewhere."""
    hands_all_out: bool = False
    """Whether it gives a person's whole record out, to himself or because he asked: no number is hidden in it."""

    def asked_by(self, reader: Reader, may: bool) -> Iterator[str]:
        """Return what a reader asks the address: a stranger once, some everything; what is nobody's, only some."""
        if not self.thing and reader.is_signed_in and not reader.is_thorough:
            return
        for number, query in enumerate(self.queries):
            if number == 0 or (may and (reader.is_thorough or query == "?export=csv")):
                yield query

    def sends(self, target: Target) -> dict[str, Any]:
        """Return what a form sends to this door."""
        return self.data(target.records) if callable(self.data) else self.data or {}


def nowhere(scenery: Scenery) -> Iterator[Target]:
    yield Target("", scenery)


def units(scenery: Scenery) -> Iterator[Target]:
    for place in ("G", "C", "B1"):
        yield Target(place, scenery.units[place])


def reporting(scenery: Scenery) -> Iterator[Target]:
    for place in ("G", "B1"):
        yield Target(place, scenery.units[place])


def waiting(scenery: Scenery) -> Iterator[Target]:
    yield Target("G", scenery.sites["G"].waiting, beside=("G2",))


def holders(scenery: Scenery) -> Iterator[Target]:
    for place, role in (("G", "officer"), ("C", "officer"), ("B1", "viewer")):
        user = scenery.readers[f"{role}@{place}"].user
        assert user is not None
        yield Target(place, user.grants.select_related("unit", "user").get())


def sites(scenery: Scenery) -> Iterator[Target]:
    yield Target("G", scenery.sites["G"])


def sessions(scenery: Scenery) -> Iterator[Target]:
    yield Target("G", scenery.sites["G"].session)
    yield Target("G", scenery.sites["G"].joint, beside=("CO", "B1"))
    yield Target("B1", scenery.offices["B1"].session)


def open_session(scenery: Scenery) -> Iterator[Target]:
    yield Target("G", scenery.sites["G"].session)


def figures(scenery: Scenery) -> Iterator[Target]:
    yield Target("G", scenery.sites["G"].figure)
    yield Target("B1", scenery.offices["B1"].figure)


def no(_record: Any) -> list[Any]:
    return []


def code(unit: Any) -> list[Any]:
    return [unit.code]


def pk(record: Any) -> list[Any]:
    return [record.pk]


def worker(site: Any) -> list[Any]:
    return [site.worker.pk]


def report(*more: Any) -> Args:
    return lambda unit: [unit.code, KIND, YEAR, *more]


EXPORTS = ("", "?export=csv", "?export=xlsx")
DAY = "01/07/2026"
READS_UNIT = reads("units")
public = partial(Door, "", everybody, nowhere, no)
own = partial(Door, "", whoever_signs_in, nowhere, no)
