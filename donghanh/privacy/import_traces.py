"""What imports keep of a person besides his record: old values, rows left out, the uploaded file itself."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Q

from donghanh.core.bulk.changes import forget_record
from donghanh.core.import_models import WORKING, ImportBatch, ImportChange, ImportProblem, Outcome
from donghanh.people.models import Employment, Membership, Worker
from donghanh.privacy.persons import Person


def forget_import_traces(person: Person, words: Iterable[str]) -> None:
    """Empty the old values of a person's records, and the cells and files that hold one of his ``words``.

    A row whose values are gone is never taken back with its import: the whole row counts as in use.
    """
    keys: dict[str, list[int]] = defaultdict(list)
    keys[Worker._meta.label] = list(person.worker_ids)
    for model in (Employment, Membership):
        own = model._base_manager.filter(worker__in=person.worker_ids)
        keys[model._meta.label] = list(own.values_list("pk", flat=True))
    about_him = Q(pk__in=[])
    for label, ids in keys.items():
        about_him |= Q(model=label, record_id__in=ids)
    changes = ImportChange.objects.filter(about_him)
    forget_record(Worker._meta.label, person.worker_ids)
    touched = list(changes.values_list("batch", "row").distinct())
    for batch_id, row in touched:
        ImportChange.objects.filter(batch=batch_id, row=row).update(outcome=Outcome.IN_USE)
    changes.filter(before__isnull=True).update(after={})
    changes.filter(before__isnull=False).update(before={}, after={})
    left_out = ImportProblem.objects.filter(_holding(words))
    batches = {batch_id for batch_id, _row in touched} | set(left_out.values_list("batch", flat=True))
    left_out.update(typed="", sentence="", hint="")
    for batch in ImportBatch.objects.filter(pk__in=batches).exclude(state__in=WORKING).exclude(file=""):
        batch.file.delete(save=False)
        ImportBatch.objects.filter(pk=batch.pk).update(file="")


def _holding(words: Iterable[str]) -> Q:
    found = Q(pk__in=[])
    for word in filter(None, words):
        found |= Q(typed__icontains=word) | Q(sentence__icontains=word) | Q(hint__icontains=word)
    return found
