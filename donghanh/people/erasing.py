"""How a person's records become anonymous: the numbers stay, so that no figure changes, and identify nobody."""

from collections.abc import Iterable
from datetime import datetime

from donghanh.core.personal_data import ANONYMOUS
from donghanh.people.models import Worker
from donghanh.people.services.identity import standing


def records_of(worker: Worker) -> list[int]:
    """Return the numbers of all records of a person: the one that stands, and those merged into it."""
    records = newest = [standing(worker).pk]
    while newest:
        newest = list(Worker.objects.filter(merged_into__in=newest).values_list("pk", flat=True))
        records = records + newest
    return records


def forget_people(worker_ids: Iterable[int], *, at: datetime) -> None:
    """Empty records of everything that identifies somebody; each gets a name made of its number."""
    for worker in Worker.objects.filter(pk__in=list(worker_ids)):
        worker.full_name = f"{ANONYMOUS} {worker.pk}"
        worker.phone = worker.id_number = worker.gender = ""
        worker.member_no = worker.birth_year = None
        worker.erased_at = at
        worker.save()
