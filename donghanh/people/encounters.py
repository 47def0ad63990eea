"""Who met a provisional person: the rooms above that record presence say so, since this one must not ask them.

A provisional person is on nobody's rolls, so he belongs to nobody; those who saw him come may say
who he is. Without a source nobody has met anybody.
"""

from collections.abc import Callable

from django.db.models import Q, QuerySet

from donghanh.org.models import User
from donghanh.people.models import Worker

Source = Callable[[User], QuerySet[Worker] | QuerySet[Worker, int]]
"""Given a reader, the ids of the people whose presence he may read by name."""

_sources: list[Source] = []


def register(source: Source) -> None:
    """Let a room say whom a reader met; called once, when the room is loaded."""
    _sources.append(source)


def met_by(reader: User) -> QuerySet[Worker]:
    """Return the provisional persons whose presence ``reader`` may read by name."""
    waiting = Worker.objects.standing().filter(is_provisional=True, erased_at=None)
    if reader.is_system:
        return waiting
    met = Q(pk__in=[])
    for source in _sources:
        met |= Q(pk__in=source(reader))
    return waiting.filter(met)
