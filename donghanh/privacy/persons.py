"""One person as the database knows him: his records, merged ones too, his accounts, his phones."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, Q, QuerySet

from donghanh.core.personal_data import Subject, subjects
from donghanh.org.models import Unit, User
from donghanh.people.erasing import records_of
from donghanh.people.models import Employment, Worker, WorkerAccount


@dataclass(frozen=True, slots=True)
class Person:
    """Everything that leads to one person."""

    worker_ids: tuple[int, ...]
    user_ids: tuple[int, ...]
    phones: tuple[str, ...]

    def rows(self) -> Iterator[tuple[type[Model], Subject, QuerySet[Any]]]:
        """Give the rows about him, model by model, as the declarations of the rooms lead to them."""
        for model, subject in subjects():
            yield model, subject, model._base_manager.filter(self._behind(subject))

    def _behind(self, subject: Subject) -> Q:
        found = Q(pk__in=[])
        if subject.worker:
            found |= Q(**{f"{subject.worker}__in": self.worker_ids})
        if subject.user:
            found |= Q(**{f"{subject.user}__in": self.user_ids})
        if subject.phone and self.phones:
            found |= Q(**{f"{subject.phone}__in": self.phones})
        return found


def person_behind(worker: Worker) -> Person:
    """Return what leads to the person of a record."""
    worker_ids = tuple(records_of(worker))
    user_ids = tuple(WorkerAccount.objects.filter(worker__in=worker_ids).values_list("user", flat=True))
    phones = set(Worker.objects.filter(pk__in=worker_ids).exclude(phone="").values_list("phone", flat=True))
    own = User.objects.filter(pk__in=user_ids).values_list("phone", flat=True)
    phones |= {phone for phone in own if phone}
    return Person(worker_ids, user_ids, tuple(sorted(phones)))


def keeper_of(worker: Worker) -> Unit | None:
    """Return the unit that keeps a person's record: where he works, else where he worked last."""
    jobs = Employment.objects.filter(worker__in=records_of(worker)).select_related("unit")
    last = jobs.order_by("-ends_on", "-starts_on", "-pk").first()
    return last.unit if last else None
