"""What the pages of a report fetch first: unit, kind and period of the address, as far as the reader may go."""

from dataclasses import dataclass

from django.http import Http404

from donghanh.kernel.periods import Period
from donghanh.org.models import Unit, User
from donghanh.org.paths import UnitPath
from donghanh.org.views.scope import Scope, scope_of
from donghanh.reporting.choices import ReportKind
from donghanh.reporting.reports.composing import THING


@dataclass(frozen=True, slots=True)
class ReportScope:
    """One report, with how its reader stands to its unit."""

    scope: Scope
    kind: ReportKind
    period: Period

    @property
    def unit(self) -> Unit:
        """Return the unit that reports."""
        return self.scope.unit

    @property
    def path(self) -> UnitPath:
        """Return where the unit hangs, for the top bar."""
        return self.scope.path

    @property
    def address(self) -> tuple[str, str, Period]:
        """Return what the addresses of this report are made of."""
        return self.unit.code, self.kind.value, self.period

    @property
    def may_write(self) -> bool:
        """Tell whether the reader writes and seals this report."""
        return self.scope.standing.may_change(THING)


def report_scope(reader: User, code: str, kind: str, period: Period) -> ReportScope:
    """Return a report that ``reader`` may open; to anybody else it does not exist."""
    if kind not in ReportKind.values:
        raise Http404
    scope = scope_of(reader, code)
    scope.must_read(THING)
    return ReportScope(scope, ReportKind(kind), period)


def report_to_write(reader: User, code: str, kind: str, period: Period) -> ReportScope:
    """Return a report that ``reader`` may write; the services ask again."""
    found = report_scope(reader, code, kind, period)
    found.scope.must_change(THING)
    return found
