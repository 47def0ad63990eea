"""What a rule of retention would let go today: read by the dry run and by the daily job alike."""

from datetime import date, datetime, timedelta
from typing import Any

from django.contrib.sessions.models import Session as BrowserSession
from django.db.models import Exists, Max, OuterRef, QuerySet, Subquery
from django.utils.timezone import localdate

from donghanh.core.import_models import WORKING, ImportBatch
from donghanh.core.models import AuditEntry
from donghanh.gatherings.models import Attendance, Evidence, Session
from donghanh.people.models import Employment, Membership, Worker
from donghanh.privacy.models import DataRequest, LegalHold
from donghanh.privacy.rules import Retention, retention, retentions_on


def last_day_kept(code: str, *, on: date) -> date | None:
    """Return the day before which a rule lets things go, None when it has no number of days."""
    rule = retention(code, on=on)
    return None if rule.days is None else on - timedelta(days=rule.days)


def leavers(*, on: date) -> QuerySet[Worker]:
    """Return the standing records of those who left work and union so long ago, and whom no hold keeps."""
    before = last_day_kept("leaver", on=on) or date.min
    lately = {"worker": OuterRef("pk"), "ends_on__gte": before}
    merged_lately = {"worker__merged_into": OuterRef("pk"), "ends_on__gte": before}
    once = {"worker": OuterRef("pk"), "ends_on__lt": before}
    return Worker.objects.standing().filter(
        Exists(Employment.objects.filter(**once)) | Exists(Membership.objects.filter(**once)),
        ~Exists(Employment.objects.filter(**lately)),
        ~Exists(Membership.objects.filter(**lately)),
        ~Exists(Employment.objects.filter(**merged_lately)),
        ~Exists(Membership.objects.filter(**merged_lately)),
        ~Exists(LegalHold.objects.filter(worker=OuterRef("pk"), until__gte=on, lifted_at=None)),
        ~Exists(DataRequest.objects.filter(worker=OuterRef("pk"), answered_at=None)),
        is_provisional=False,
        erased_at=None,
    )


def unconfirmed(*, on: date) -> QuerySet[Worker]:
    """Return the provisional persons whom nobody confirmed and who were last seen so long ago."""
    before = last_day_kept("provisional", on=on) or date.min
    seen = Attendance.objects.filter(worker_id=OuterRef("pk")).order_by().values("worker_id")
    last = Subquery(seen.annotate(last=Max("recorded_at")).values("last"))
    waiting = Worker.objects.standing().filter(is_provisional=True, erased_at=None).annotate(last_seen=last)
    return waiting.filter(last_seen__date__lt=before)


def old_evidence(*, on: date) -> QuerySet[Evidence]:
    """Return the photos and sheets of sessions held so long ago."""
    before = last_day_kept("evidence", on=on) or date.min
    old = Session.objects.filter(held_on__lt=before)
    return Evidence.objects.filter(session__in=old).exclude(file="")


def old_requests(*, on: date) -> QuerySet[DataRequest]:
    """Return the requests answered so long ago whose words are still there."""
    before = last_day_kept("requests", on=on) or date.min
    answered = DataRequest.objects.filter(answered_at__date__lt=before)
    return answered.exclude(words="", answer="", evidence="", extend_reason="")


def old_imports(*, on: date) -> QuerySet[ImportBatch]:
    """Return the imports that ended so long ago and still hold their file."""
    before = last_day_kept("imports", on=on) or date.min
    return ImportBatch.objects.exclude(file="").exclude(state__in=WORKING).filter(moved_at__date__lt=before)


def old_trail(*, on: date) -> QuerySet[AuditEntry]:
    """Return the entries of the trail whose time is up."""
    before = last_day_kept("trail", on=on) or date.min
    return AuditEntry.objects.filter(at__date__lt=before)


def ended_sessions(*, at: datetime) -> QuerySet[BrowserSession]:
    """Return the sessions of browsers that ran out."""
    return BrowserSession.objects.filter(expire_date__lt=at)


def waiting(*, at: datetime) -> list[tuple[Retention, int | None]]:
    """Return each rule with how much it would let go now; None where nothing goes by a number of days."""
    today = localdate(at)
    found: dict[str, QuerySet[Any]] = {
        "leaver": leavers(on=today),
        "provisional": unconfirmed(on=today),
        "evidence": old_evidence(on=today),
        "requests": old_requests(on=today),
        "imports": old_imports(on=today),
        "trail": old_trail(on=today),
        "browser": ended_sessions(at=at),
    }
    return [(rule, found[rule.code].count() if rule.code in found else None) for rule in retentions_on(today)]
