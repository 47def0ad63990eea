"""How many cases the register comes to: each is tried by the suite, none is counted that is not."""

from collections import Counter
from dataclasses import dataclass, field

from donghanh.tests.doors.matrix import CARRIED, rows_of
from donghanh.tests.doors.register import DOORS
from donghanh.tests.doors.register.door import BOTH
from donghanh.tests.doors.scenery import Scenery


@dataclass
class Count:
    """The doors of one thing of the matrix, and how often somebody knocks."""

    doors: int = 0
    opened: int = 0
    closed: int = 0
    sheets: int = 0
    """Forms sent to a door that was closed already when it was asked for the page."""


@dataclass
class Counts:
    """The whole register, counted."""

    rows: int
    roles: int
    relations: int
    readers: int
    marks: int
    by_thing: dict[str, Count] = field(default_factory=dict)

    @property
    def cases(self) -> int:
        """Return how many knocks there are in all."""
        return sum(count.opened + count.closed + count.sheets for count in self.by_thing.values())


def counted(scenery: Scenery) -> Counts:
    """Count the doors and the knocks, thing by thing."""
    rows = rows_of(CARRIED)
    found = Counts(
        rows=len(rows),
        roles=len({row.role for row in rows}),
        relations=len({row.relation for row in rows}),
        readers=len(scenery.readers),
        marks=len(scenery.marks.all),
    )
    for thing, doors in Counter(door.thing for door in DOORS.values()).items():
        found.by_thing[thing] = Count(doors=doors)
    for door in DOORS.values():
        count = found.by_thing[door.thing]
        for target in door.where(scenery):
            for reader in scenery.knocking_at(target):
                may = door.needs(reader, target)
                asked = len(list(door.asked_by(reader, may)))
                count.opened += asked if may else 0
                count.closed += 0 if may else asked
                count.sheets += bool(door.thing) and door.methods == BOTH and not may
    return found
