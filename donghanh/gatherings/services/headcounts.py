"""Numbers without names, and the photo or signed sheet behind them."""

import hashlib
from collections.abc import Mapping
from datetime import datetime

from django.core.files import File
from django.db import transaction

from donghanh.core import audit
from donghanh.gatherings.choices import GradeChoice
from donghanh.gatherings.models import Evidence, Headcount, Session
from donghanh.gatherings.services import presence
from donghanh.org.access import authorize
from donghanh.org.models import User


@transaction.atomic
def attach_evidence(session: Session, kind: str, file: "File[bytes]", *, actor: User, at: datetime) -> Evidence:
    """Keep a photo, a signed sheet or minutes with a session, with its hash.

    Safe to repeat: the same file sent again is the evidence that is there already.
    """
    on_behalf = authorize(actor, "attendances", at=session.host)
    presence.require_recordable(session, at)
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    file.seek(0)
    known = session.evidence.filter(sha256=digest.hexdigest()).first()
    if known:
        return known
    evidence = Evidence.objects.create(
        session=session, kind=kind, file=file, sha256=digest.hexdigest(), uploaded_at=at, uploaded_by=actor
    )
    audit.record(actor, "attach_evidence", session, unit_id=session.host_id, on_behalf=on_behalf, kind=kind)
    return evidence


@transaction.atomic
def record_headcount(
    session: Session,
    audience: str,
    count: int,
    *,
    actor: User,
    at: datetime,
    evidence: Evidence | None = None,
    grade: GradeChoice | None = None,
) -> Headcount:
    """Say how many of an audience were present; the number replaces an earlier one, whose trace stays.

    With evidence it is grade C, without it D; only the import of a history states the grade itself.
    """
    on_behalf = authorize(actor, "attendances", at=session.host)
    presence.require_recordable(session, at)
    grade = grade or (GradeChoice.C if evidence else GradeChoice.D)
    old = session.headcounts.standing().select_for_update().filter(audience=audience).first()
    if old and (old.count, old.grade, old.evidence_id) == (count, grade, evidence.pk if evidence else None):
        return old
    if old:
        old.replaced_at = at
        old.save(update_fields=["replaced_at"])
    headcount = Headcount.objects.create(
        session=session,
        audience=audience,
        count=count,
        grade=grade,
        evidence=evidence,
        recorded_at=at,
        recorded_by=actor,
    )
    audit.record(
        actor, "record_headcount", session, unit_id=session.host_id, on_behalf=on_behalf,
        audience=audience, count=count,
    )  # fmt: skip
    return headcount


@transaction.atomic
def record_headcounts(
    session: Session, counts: Mapping[str, int], *, actor: User, at: datetime, evidence: Evidence | None = None
) -> list[Headcount]:
    """Say how many were present of several audiences at once; all of them rest on the same evidence."""
    return [
        record_headcount(session, audience, count, actor=actor, at=at, evidence=evidence)
        for audience, count in counts.items()
    ]
