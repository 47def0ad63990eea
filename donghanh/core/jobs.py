"""The door to the queue: jobs are kept or rolled back together with their cause."""

from django.db import transaction
from django_q.tasks import async_task

from donghanh.kernel.errors import DomainError


class JobOutsideTransaction(DomainError):
    """A job was queued where its cause might still be lost."""

    code = "job_outside_transaction"


def start(job: str, *args: int | str) -> None:
    """Queue ``job``, named by its path, in the database transaction that causes it."""
    if not transaction.get_connection().in_atomic_block:
        raise JobOutsideTransaction(f"The job {job} must be queued inside a transaction.")
    async_task(job, *args)
