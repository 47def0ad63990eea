"""Who holds which card."""

from collections import defaultdict
from collections.abc import Iterable

from donghanh.org.models import Unit
from donghanh.people.models import Card, Worker
from donghanh.people.queries.desk import Desk
from donghanh.people.queries.workers import places, with_places


def live_cards(workers: Iterable[Worker]) -> dict[int, Card]:
    """Return the card that each of these people holds, by the number of his record."""
    cards = Card.objects.live().filter(worker__in=list(workers)).select_related("unit", "worker")
    return {card.worker_id: card for card in cards}


def annulled_cards(worker: Worker) -> list[Card]:
    """Return the cards that a person held before, the latest first."""
    return list(worker.cards.exclude(ended_at=None).select_related("ended_by").order_by("-ended_at"))


def by_unit(workers: Iterable[Worker], desk: Desk) -> dict[Unit, list[Worker]]:
    """Sort people by the unit that gives them their card: where they work today, within the reader's reach."""
    people = Worker.objects.filter(pk__in=[worker.pk for worker in workers]).order_by("name_key", "pk")
    found: dict[Unit, list[Worker]] = defaultdict(list)
    for worker in with_places(people, desk):
        found[places(worker)[0].unit].append(worker)
    return found
