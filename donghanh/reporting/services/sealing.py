"""Sealing a report: its values, words and heading become one text that nobody changes any more."""

import secrets
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from donghanh.core import audit
from donghanh.kernel.periods import Period
from donghanh.org.access import authorize
from donghanh.org.models import Unit, User
from donghanh.reporting.errors import FiguresMoved, PeriodNotBegun
from donghanh.reporting.models import Snapshot
from donghanh.reporting.reports.canonical import canonical_text, digest
from donghanh.reporting.reports.composing import compose
from donghanh.reporting.reports.drafts import current_draft
from donghanh.reporting.reports.paper import letterhead_of
from donghanh.reporting.reports.sealed import Sealed, fingerprint, standing_snapshot

THING = "reports"


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """What the paper carries beside its content: number, day, place, and who signs."""

    issued_on: date
    number: str = ""
    place: str = ""
    signer: str = ""


@transaction.atomic
def seal_report(
    unit: Unit,
    kind: str,
    period: Period,
    issue: Issue,
    *,
    actor: User,
    at: datetime,
    seen: str = "",
) -> Snapshot:
    """Seal the report of a unit for a period as it stands now.

    A report sealed before stays readable and says that this one took its place. ``seen`` is the
    fingerprint of what the officer looked at: anything else is not sealed.
    """
    authorize(actor, THING, at=unit)
    if period.starts_on > localdate(at):
        raise PeriodNotBegun(period)
    # One seal after the other, so that each knows the one it takes the place of.
    Unit.objects.select_for_update().get(pk=unit.pk)
    report = compose(unit, period, actor=actor, at=at)
    draft = current_draft(unit, kind, period)
    texts: dict[str, str] = draft.texts if draft else {}
    if seen and seen != fingerprint(report, texts):
        raise FiguresMoved
    usual = letterhead_of(unit, on=issue.issued_on)
    letterhead = replace(
        usual,
        number=issue.number.strip(),
        issued_on=issue.issued_on,
        place=issue.place.strip() or usual.place,
        signer=issue.signer.strip() or usual.signer,
    )
    canonical = canonical_text(Sealed(report, texts, letterhead, at, actor.full_name, salt=secrets.token_hex(16)))
    snapshot = Snapshot.objects.create(
        unit=unit,
        kind=kind,
        starts_on=period.starts_on,
        ends_on=period.ends_on,
        canonical=canonical,
        sha256=digest(canonical),
        number=letterhead.number,
        issued_on=issue.issued_on,
        sealed_at=at,
        sealed_by=actor,
        supersedes=standing_snapshot(unit, kind, period),
    )
    audit.record(actor, "seal_report", snapshot, unit_id=unit.pk, sha256=snapshot.sha256)
    return snapshot
