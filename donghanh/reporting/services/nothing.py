"""A unit's word that a period brought nothing to report."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from donghanh.core import audit
from donghanh.gatherings.models import Session
from donghanh.kernel.periods import Period
from donghanh.org.access import authorize
from donghanh.org.models import Unit, User
from donghanh.reporting.errors import AlreadySealed, PeriodNotBegun, SomethingToReport
from donghanh.reporting.models import NothingToReport, Snapshot
from donghanh.reporting.reports.declarations import Declarations

THING = "reports"


@transaction.atomic
def declare_nothing(unit: Unit, kind: str, period: Period, *, actor: User, at: datetime) -> NothingToReport:
    """Let the unit above know that nothing will come. Safe to repeat."""
    authorize(actor, THING, at=unit)
    if period.starts_on > localdate(at):
        raise PeriodNotBegun(period)
    sealed = Snapshot.objects.about(unit, kind, period).standing().first()
    if sealed:
        raise AlreadySealed(unit, sealed.sealed_at)
    sessions = Session.objects.hosted_under(unit, during=period).held(by=at).count()
    figures = len(Declarations.of(unit, period).told)
    if sessions or figures:
        raise SomethingToReport(unit, sessions, figures)
    word, is_new = NothingToReport.objects.get_or_create(
        unit=unit,
        kind=kind,
        starts_on=period.starts_on,
        ends_on=period.ends_on,
        defaults={"declared_at": at, "declared_by": actor},
    )
    if is_new:
        audit.record(actor, "declare_nothing_to_report", word, unit_id=unit.pk)
    return word
