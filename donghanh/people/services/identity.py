"""Who is who: matching by phone and name, provisional persons, reversible merges."""

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from donghanh.core import audit
from donghanh.core.errors import NotForYou
from donghanh.kernel.text import clean, fold, normal_phone
from donghanh.org.access import authorize
from donghanh.org.models import Unit, User
from donghanh.people.errors import AlreadyMerged, AlreadyOnRecord, NotMerged, RecordErased, SamePerson
from donghanh.people.models import Employment, Merge, Worker


def person_for(phone: str, full_name: str) -> Worker:
    """Return the one person on record with this phone and name, or the provisional person for them.

    A phone alone never identifies: two people on record, or none, give a provisional person,
    who is on nobody's rolls until an officer confirms or merges him. Callers answer the same
    in both cases.
    """
    phone, name = normal_phone(phone), clean(full_name)
    alike = Worker.objects.filter(phone=phone, folded_name=fold(name)).select_related("merged_into").order_by("pk")
    known = [worker for worker in alike if not worker.is_provisional]
    people = {standing(worker).pk: standing(worker) for worker in known}
    if len(people) == 1:
        return people.popitem()[1]
    met = [worker for worker in alike if worker.is_provisional]
    if met:  # Looked for first: while there are two keys, the constraint knows the seals of one only.
        return standing(met[0])
    Worker.objects.bulk_create([Worker(full_name=name, phone=phone, is_provisional=True)], ignore_conflicts=True)
    return standing(alike.get(is_provisional=True))


def standing(worker: Worker) -> Worker:
    """Follow merges to the record that stands for the person."""
    while worker.merged_into is not None:
        worker = worker.merged_into
    return worker


@transaction.atomic
def confirm_provisional(worker: Worker, unit: Unit, *, actor: User, starts_on: date) -> Worker:
    """Put a provisional person on record as a worker of ``unit``."""
    authorize(actor, "workers", at=unit)
    if worker.erased_at:
        raise RecordErased(worker)
    if not worker.is_provisional:
        raise AlreadyOnRecord(worker)
    worker.is_provisional = False
    worker.save(update_fields=["is_provisional"])
    Employment.objects.get_or_create(worker=worker, unit=unit, starts_on=starts_on)
    audit.record(actor, "confirm_provisional", worker, unit_id=unit.pk)
    return worker


@transaction.atomic
def merge_workers(kept: Worker, gone: Worker, *, actor: User, at: datetime) -> Merge:
    """Declare two records one person. Nothing is deleted, so the merge can be undone exactly."""
    _authorize_for(actor, kept, gone)
    if kept.pk == gone.pk:
        raise SamePerson(kept)
    locked = {worker.pk: worker for worker in Worker.objects.select_for_update().filter(pk__in=[kept.pk, gone.pk])}
    for worker in locked.values():
        if worker.erased_at:
            raise RecordErased(worker)
        if worker.merged_into_id is not None:
            raise AlreadyMerged(worker, worker.merged_into)
    merge = Merge.objects.create(kept=kept, gone=gone, merged_at=at, merged_by=actor)
    Worker.objects.filter(pk=gone.pk).update(merged_into=kept)
    audit.record(actor, "merge_workers", kept, gone=gone.pk)
    return merge


@transaction.atomic
def unmerge_workers(kept: Worker, gone: Worker, *, actor: User, at: datetime) -> Merge:
    """Undo a merge: both records stand again, each with what was recorded for it."""
    _authorize_for(actor, kept, gone)
    merge = Merge.objects.select_for_update().filter(kept=kept, gone=gone, undone_at=None).first()
    if merge is None:
        raise NotMerged(kept, gone)
    merge.undone_at, merge.undone_by = at, actor
    merge.save(update_fields=["undone_at", "undone_by"])
    Worker.objects.filter(pk=gone.pk).update(merged_into=None)
    audit.record(actor, "unmerge_workers", kept, gone=gone.pk)
    return merge


def _authorize_for(actor: User, *workers: Worker) -> None:
    """Ask for the right to change every person on record; a provisional one belongs to nobody."""
    for worker in workers:
        if worker.is_provisional:
            continue
        employment = worker.employments.on(localdate()).select_related("unit").first()
        employment = employment or worker.employments.select_related("unit").order_by("-ends_on").first()
        if employment is None:
            if not actor.is_system:
                raise NotForYou
            continue
        authorize(actor, "workers", at=employment.unit)
