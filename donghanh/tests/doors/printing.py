"""The matrix and the counts of its tests, as lines of text for the record."""

from collections.abc import Iterator

import time_machine
from django.db import connection, transaction
from django.test.utils import setup_test_environment

from donghanh.org.models import User
from donghanh.org.queries.matrix import lines
from donghanh.tests.doors.counting import counted
from donghanh.tests.doors.scenery import NOW, built


def matrix_lines() -> Iterator[str]:
    """Write the matrix out, a row a line."""
    for line in lines():
        yield f"{line.role:26} {line.relation:44} {line.thing:40} {line.reading:12} {line.change}".rstrip()


def count_lines() -> Iterator[str]:
    """Build the country in a database of its own, and say how often somebody knocks at what."""
    setup_test_environment()
    connection.creation.create_test_db(verbosity=0)
    with time_machine.travel(NOW, tick=False), transaction.atomic():
        counts = counted(built(User.objects.system()))
    yield f"{counts.rows} rows: {counts.roles} roles, {counts.relations} relations"
    yield f"{counts.readers} readers, {counts.marks} words that tell where something came from"
    yield f"{'thing':24} {'doors':>6} {'opened':>7} {'closed':>7} {'sheets sent to closed doors':>28}"
    for thing, count in sorted(counts.by_thing.items()):
        name = thing or "nobody’s or one’s own"
        yield f"{name:24} {count.doors:6} {count.opened:7} {count.closed:7} {count.sheets:28}"
    yield f"{sum(count.doors for count in counts.by_thing.values())} doors, {counts.cases} generated cases"
