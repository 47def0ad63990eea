"""The report of a unit as a file: the sealed one when there is one, else what is known now."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from django.utils.timezone import localdate

from donghanh.core.documents import to_docx, to_pdf
from donghanh.core.exports import file_name
from donghanh.kernel.periods import Period
from donghanh.org.access import require
from donghanh.org.models import Unit, User
from donghanh.reporting.models import Snapshot
from donghanh.reporting.reports.answer import report_as_data
from donghanh.reporting.reports.composing import THING, compose
from donghanh.reporting.reports.drafts import current_draft
from donghanh.reporting.reports.paper import Letterhead, Paper, letterhead_of, write_paper
from donghanh.reporting.reports.sealed import opened, standing_snapshot
from donghanh.reporting.reports.telling import report_told
from donghanh.reporting.reports.values import Report
from donghanh.reporting.reports.workbook import to_workbook


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a report, ready to be shown or written out: sealed, or as it stands now."""

    report: Report
    texts: dict[str, str]
    letterhead: Letterhead
    snapshot: Snapshot | None = None

    @property
    def moment(self) -> datetime:
        """Return when the figures stood like this."""
        return self.snapshot.sealed_at if self.snapshot else self.report.made_at

    def paper(self) -> Paper:
        """Write the report as an official document."""
        sealed_at = self.snapshot.sealed_at if self.snapshot else None
        return write_paper(self.report, self.texts, self.letterhead, sealed_at=sealed_at)


def version_now(unit: Unit, kind: str, period: Period, *, actor: User, at: datetime) -> Version:
    """Return the report as it stands now and as its reader is told it."""
    version = version_to_write(unit, kind, period, actor=actor, at=at)
    return replace(version, report=report_told(version.report, unit, reader=actor))


def version_to_write(unit: Unit, kind: str, period: Period, *, actor: User, at: datetime) -> Version:
    """Return the report whole, for those who write and seal it: today's figures, and what was written so far."""
    report = compose(unit, period, actor=actor, at=at)
    draft = current_draft(unit, kind, period)
    return Version(report, draft.texts if draft else {}, letterhead_of(unit, on=localdate(at)))


def version_sealed(snapshot: Snapshot, *, actor: User) -> Version:
    """Return a sealed report as it was sealed, as its reader is told it."""
    require(actor, THING, at=snapshot.unit)
    sealed = opened(snapshot)
    report = report_told(sealed.report, snapshot.unit, reader=actor)
    return Version(report, sealed.texts, sealed.letterhead, snapshot)


def version_to_send(unit: Unit, kind: str, period: Period, *, actor: User, at: datetime) -> Version:
    """Return the sealed report of a unit, or the report as it stands now when none is sealed."""
    snapshot = standing_snapshot(unit, kind, period)
    if snapshot is None:
        return version_now(unit, kind, period, actor=actor, at=at)
    return version_sealed(snapshot, actor=actor)


def as_docx(version: Version) -> bytes:
    """Write a report for Word."""
    return to_docx(version.paper().document, made_at=version.moment)


def as_pdf(version: Version) -> bytes:
    """Write a report for print."""
    return to_pdf(version.paper().document, made_at=version.moment)


def as_xlsx(version: Version) -> bytes:
    """Write the annexes of a report for a spreadsheet."""
    return to_workbook(version.report, version.letterhead)


def as_json(version: Version) -> bytes:
    """Write a report for programs."""
    data = report_as_data(version.report, version.texts, version.snapshot)
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()


FORMATS: Mapping[str, Callable[[Version], bytes]] = {
    "docx": as_docx,
    "pdf": as_pdf,
    "xlsx": as_xlsx,
    "json": as_json,
}


def name_of(version: Version, extension: str) -> str:
    """Name the file of a report after its unit and period."""
    return file_name(f"bao cao PBGDPL {version.report.unit} {version.report.period.code.replace('/', ' ')}", extension)
