"""What a seal holds, and whether it still holds what it did."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from donghanh.kernel.periods import Period
from donghanh.org.models import Unit
from donghanh.reporting.models import Snapshot
from donghanh.reporting.reports.canonical import canonical_text, digest, read_values
from donghanh.reporting.reports.paper import Letterhead
from donghanh.reporting.reports.values import Report

NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Sealed:
    """Everything that is printed of a sealed report: figures, words, heading, and by whom it was sealed."""

    report: Report
    texts: dict[str, str]
    letterhead: Letterhead
    sealed_at: datetime
    sealed_by: str
    salt: str = ""
    """Chance letters, so that nobody finds a number that he is not told by trying which one fits the hash."""


def fingerprint(report: Report, texts: dict[str, str]) -> str:
    """Return a hash of what a report says, so that one can tell whether it changed; not of when it was asked."""
    return digest(canonical_text([replace(report, made_at=NEVER), texts]))


def standing_snapshot(unit: Unit, kind: str, period: Period) -> Snapshot | None:
    """Return the sealed report of a unit for a period, the latest when it was sealed anew."""
    return Snapshot.objects.about(unit, kind, period).standing().select_related("unit", "sealed_by").first()


def opened(snapshot: Snapshot) -> Sealed:
    """Read what was sealed."""
    return read_values(Sealed, snapshot.canonical)


def is_intact(snapshot: Snapshot) -> bool:
    """Tell whether a sealed report is still, letter by letter, what was sealed under its hash."""
    if digest(snapshot.canonical) != snapshot.sha256:
        return False
    sealed = opened(snapshot)
    return (
        (sealed.report.unit, sealed.report.kind, sealed.report.period)
        == (snapshot.unit.code, snapshot.kind, snapshot.period)
        and (sealed.letterhead.number, sealed.letterhead.issued_on) == (snapshot.number, snapshot.issued_on)
        and sealed.sealed_at == snapshot.sealed_at
    )
