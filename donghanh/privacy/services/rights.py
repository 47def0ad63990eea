"""Who may speak about a person's data: he himself, or somebody with the right at the unit that keeps his record."""

from donghanh.gatherings.listings.mine import worker_of
from donghanh.org.access import authorize
from donghanh.org.models import Unit, User
from donghanh.people.erasing import records_of
from donghanh.people.errors import RecordErased
from donghanh.people.models import Worker
from donghanh.privacy.errors import NotKeptHere
from donghanh.privacy.persons import keeper_of
from donghanh.privacy.querysets import REQUESTS


def is_himself(worker: Worker, *, actor: User) -> bool:
    """Tell whether ``actor`` signed in to the account that an officer bound to this person."""
    own = worker_of(actor)
    return own is not None and worker.pk in records_of(own)


def speak_for(worker: Worker, *, actor: User) -> tuple[Unit, bool]:
    """Let the person or an officer of his unit through; return that unit, and whether it is the person."""
    if worker.erased_at:
        raise RecordErased(worker)
    unit = keeper_of(worker)
    if unit is None:
        raise NotKeptHere(worker)
    if is_himself(worker, actor=actor):
        return unit, True
    authorize(actor, REQUESTS, at=unit)
    return unit, False
