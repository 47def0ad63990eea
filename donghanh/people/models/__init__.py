"""Workers, where they work, and the enterprises they work for."""

from donghanh.people.models.card import Card
from donghanh.people.models.employment import Employment, Membership
from donghanh.people.models.enterprise import Enterprise
from donghanh.people.models.reveal import NameReveal, NumberReveal
from donghanh.people.models.worker import Merge, Worker, WorkerAccount

__all__ = [
    "Card",
    "Employment",
    "Enterprise",
    "Membership",
    "Merge",
    "NameReveal",
    "NumberReveal",
    "Worker",
    "WorkerAccount",
]
