"""Member cards: given, annulled and replaced by officers of the unit where the person works."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from donghanh.core import audit
from donghanh.org.access import authorize
from donghanh.org.models import Unit, User
from donghanh.people.card_codes import new_number
from donghanh.people.choices import CardEnding
from donghanh.people.errors import NoCard, NotOnTheRolls, RecordErased
from donghanh.people.models import Card, Employment, Worker
from donghanh.people.querysets import CardQuerySet


@transaction.atomic
def issue_cards(workers: Iterable[Worker], unit: Unit, *, actor: User, at: datetime) -> list[Card]:
    """Give each of the workers of ``unit`` a card; safe to repeat: whoever holds one keeps it."""
    authorize(actor, "workers", at=unit)
    workers = list(workers)
    _must_hold_cards_of(unit, workers, at=at)
    holders = set(_live(workers).values_list("worker_id", flat=True))
    new = [
        Card(worker=worker, unit=unit, number=new_number(), issued_at=at, issued_by=actor)
        for worker in workers
        if worker.pk not in holders
    ]
    Card.objects.bulk_create(new, ignore_conflicts=True)
    cards = {card.worker_id: card for card in _live(workers).select_related("worker", "unit")}
    made = {card.number for card in new}
    for card in cards.values():
        if card.number in made:
            audit.record(actor, "issue_card", card.worker, unit_id=unit.pk)
    return [cards[worker.pk] for worker in workers]


@transaction.atomic
def annul_card(worker: Worker, unit: Unit, *, actor: User, at: datetime, ending: CardEnding) -> None:
    """Make a person's card worth nothing from now on."""
    authorize(actor, "workers", at=unit)
    _must_hold_cards_of(unit, [worker], at=at)
    if not _live([worker]).update(ended_at=at, ended_by=actor, ending=ending):
        raise NoCard(worker)
    audit.record(actor, "annul_card", worker, unit_id=unit.pk, ending=ending)


@transaction.atomic
def renew_card(worker: Worker, unit: Unit, *, actor: User, at: datetime) -> Card:
    """Give a person a new card in place of the one he holds, which is worth nothing any more."""
    annul_card(worker, unit, actor=actor, at=at, ending=CardEnding.RENEWED)
    return issue_cards([worker], unit, actor=actor, at=at)[0]


def _live(workers: Iterable[Worker]) -> CardQuerySet:
    return Card.objects.live().filter(worker__in=list(workers))


def _must_hold_cards_of(unit: Unit, workers: Iterable[Worker], *, at: datetime) -> None:
    """Refuse cards of those whom the officers of ``unit`` have no say over."""
    day = localdate(at)
    workers = list(workers)
    at_work = Employment.objects.on(day).filter(unit=unit, worker__in=workers)
    there = set(at_work.values_list("worker_id", flat=True))
    for worker in workers:
        if worker.erased_at:
            raise RecordErased(worker)
        if worker.pk not in there:
            raise NotOnTheRolls(worker, unit, day)
