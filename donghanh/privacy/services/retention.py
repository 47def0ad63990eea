"""What goes because its time is up: once a day, by dated rules, written into the trail."""

from datetime import datetime, time

from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import QuerySet
from django.utils.timezone import localdate, make_aware

from donghanh.core import audit, audit_chain
from donghanh.core.imports.batches import forget_expired
from donghanh.gatherings.models import Evidence
from donghanh.org.access import authorize
from donghanh.org.models import Unit, User
from donghanh.people.models import Worker
from donghanh.privacy import retaining
from donghanh.privacy.choices import ErasureCause
from donghanh.privacy.errors import HeldByLaw
from donghanh.privacy.services.erasure import erase_by_rule

AT_ONCE = 200
"""How many people a day are made anonymous by one rule, so that no run holds the database for long."""


def apply_retention(*, actor: User, at: datetime) -> dict[str, int]:
    """Let everything go whose time is up; return how much of each. Safe to repeat: what is left goes the next time."""
    root = Unit.objects.order_by("pk").first()
    if root is None:
        return {}
    authorize(actor, "retention", at=root)
    today = localdate(at)
    gone = {
        "leaver": _people(retaining.leavers(on=today)[:AT_ONCE], ErasureCause.LEAVER, actor=actor, at=at, root=root),
        "provisional": _people(
            retaining.unconfirmed(on=today)[:AT_ONCE], ErasureCause.PROVISIONAL, actor=actor, at=at, root=root
        ),
        "evidence": sum(_file_of(evidence) for evidence in retaining.old_evidence(on=today)),
        "requests": retaining.old_requests(on=today).update(words="", answer="", evidence="", extend_reason=""),
        "imports": retaining.old_imports(on=today).count(),
        "trail": _trail(actor=actor, at=at),
        "browser": retaining.ended_sessions(at=at).delete()[0],
    }
    forget_expired()
    done = {code: count for code, count in gone.items() if count}
    if done:
        audit.record(actor, "apply_retention", root, unit_id=root.pk, gone=done)
    return gone


def _people(people: QuerySet[Worker], cause: str, *, actor: User, at: datetime, root: Unit) -> int:
    erased = 0
    for worker in list(people):
        try:
            erase_by_rule(worker, cause, actor=actor, at=at, unit=root)
        except HeldByLaw:
            continue  # An office or a membership under a merged record: he stays until that ends.
        erased += 1
    return erased


def _file_of(evidence: Evidence) -> int:
    """Delete the file of a photo or sheet; the row stays, with the hash of what it was."""
    with transaction.atomic():
        name = evidence.file.name
        Evidence.objects.filter(pk=evidence.pk).update(file="")
        transaction.on_commit(lambda: default_storage.delete(str(name)))
    return 1


def _trail(*, actor: User, at: datetime) -> int:
    before = retaining.last_day_kept("trail", on=localdate(at))
    if before is None:
        return 0
    return audit_chain.remove_entries(make_aware(datetime.combine(before, time.min)), actor=actor)
