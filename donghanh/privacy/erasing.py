"""The erasure itself, whoever ordered it: one transaction after which nothing identifies the person."""

from datetime import datetime
from typing import Any

from django.db import models

from donghanh.org.erasing import forget_accounts
from donghanh.org.models import User
from donghanh.people.erasing import forget_people
from donghanh.people.models import Worker
from donghanh.privacy.fingerprints import fingerprints_of
from donghanh.privacy.import_traces import forget_import_traces
from donghanh.privacy.models import ErasureRecord
from donghanh.privacy.persons import Person


def erase(person: Person, *, cause: str, at: datetime) -> list[ErasureRecord]:
    """Make a person anonymous under all his records, and keep what recognises him in an older backup.

    The numbers of his records, where he worked and which sessions he attended stay: figures do not change.
    """
    workers = list(Worker.objects.select_for_update().filter(pk__in=person.worker_ids, erased_at=None))
    kept = [
        ErasureRecord(worker_id=worker.pk, fingerprints=fingerprints_of(worker), cause=cause, erased_at=at)
        for worker in workers
    ]
    ErasureRecord.objects.bulk_create(kept)
    forget_import_traces(person, _words_of(person, workers))
    for model, subject, rows in person.rows():
        if subject.goes:
            rows.delete()
        elif subject.blank:
            rows.update(**{name: _empty(model, name) for name in subject.blank})
    forget_accounts(person.user_ids)
    forget_people(person.worker_ids, at=at)
    return kept


def _words_of(person: Person, workers: list[Worker]) -> set[str]:
    """Return what would identify him in a cell that was left out of an import."""
    words = set(person.phones)
    for worker in workers:
        words |= {worker.full_name, worker.member_no or "", worker.id_number}
    words |= set(User.objects.filter(pk__in=person.user_ids).values_list("full_name", flat=True))
    return words


def _empty(model: type[models.Model], name: str) -> Any:
    """Return the value that says nothing."""
    field = model._meta.get_field(name)
    return None if field.null else ""
