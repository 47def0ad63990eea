"""Folding presence into cohorts: a cache of one session's rows, rebuilt whole, safe to repeat."""

from collections import defaultdict

from django.db import transaction

from donghanh.gatherings.models import Attendance, Session, SessionCohort
from donghanh.kernel.cohorts import Cohort

BATCH = 500


@transaction.atomic
def fold_session(session_id: int) -> bool:
    """Rebuild the cohorts of one session from its rows; tell whether there was anything to do.

    The session's row is locked first. Every write of presence raises its version, so a presence
    that commits later finds the session to be folded again.
    """
    session = Session.objects.select_for_update().get(pk=session_id)
    if session.is_folded:
        return False
    members: dict[tuple[str, str], list[int]] = defaultdict(list)
    rows = Attendance.objects.of(session).standing().values_list("audience", "grade", "worker_id")
    for audience, grade, worker_id in rows.iterator(chunk_size=10_000):
        members[audience, grade].append(worker_id)
    session.cohorts.all().delete()
    SessionCohort.objects.bulk_create(
        [
            SessionCohort(session=session, audience=audience, grade=grade, members=Cohort(ids).to_bytes())
            for (audience, grade), ids in members.items()
        ]
    )
    session.folded_version = session.presence_version
    session.save(update_fields=["folded_version"])
    return True


def fold_waiting(*, limit: int = BATCH) -> int:
    """Fold the sessions whose presence changed since they were folded; return how many were folded."""
    waiting = Session.objects.to_fold().values_list("pk", flat=True)[:limit]
    return sum(fold_session(session_id) for session_id in list(waiting))
