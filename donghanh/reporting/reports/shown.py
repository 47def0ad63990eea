"""Figures of a report as a page shows them: each with its evidence, its year before and the way to its records."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from donghanh.core.figures import Change, Figure, Qualifier, State
from donghanh.indicators.choices import Origin
from donghanh.indicators.choices import Qualifier as DeclaredQualifier
from donghanh.indicators.models import Indicator
from donghanh.kernel.evidence import Grade, shares
from donghanh.kernel.text import grouped
from donghanh.reporting.reports.files import Version
from donghanh.reporting.reports.paper.amounts import change_words, cut_words
from donghanh.reporting.reports.paper.figures import Side
from donghanh.reporting.reports.periods import days_words, year_words
from donghanh.reporting.reports.values import Absence, Declared, Report, Row

ATTENDANCES = "legal_education_attendances"
_RECORDS = {"legal_education_sessions": "sessions", ATTENDANCES: "attendances", "distinct_people": "people"}
_BY_FORM = {"integrated_sessions": "integrated"}


@dataclass(frozen=True, slots=True)
class Showing:
    """Shows figures of one version of a report to a reader."""

    version: Version
    reads_figures: bool = True
    """Whether he may open declared figures at this unit, or only what they mean."""

    def figure(self, row: Row, side: str, *, has_moved: bool = False) -> Figure:
        """Return one figure; a sealed one that has moved since leads to no records, they count otherwise."""
        if side == Side.TARGET and row.target:
            return self._declared(row, row.target, _target_caption(row, row.target))
        if row.suppressed and side != Side.DECLARED:
            return self._kept_back(row)
        if row.counted is not None and side != Side.DECLARED:
            return self._counted(row, row.counted, has_moved=has_moved)
        if row.declared:
            return self._declared(row, row.declared, _caption(self.version.report, row))
        return self._only_a_change(row)

    def _counted(self, row: Row, value: int, *, has_moved: bool) -> Figure:
        report = self.version.report
        before = row.counted_before
        return Figure(
            row.code,
            value,
            name_and_measure(row)[1],
            caption=_caption(report, row),
            shares=_shares(report, row),
            change=None if before is None else Change(year_words(report.before), before=before),
            change_reason=_absence(report),
            fresh_at=self.version.moment,
            state=State.SEALED if self.version.snapshot else State.NORMAL,
            url="" if has_moved else records_url(report, row),
            note=people_words(self.version) if row.code == ATTENDANCES and not row.cut else "",
        )

    def _kept_back(self, row: Row) -> Figure:
        """Show that there is a number of few people, which this reader is not told."""
        measure, caption = name_and_measure(row)[1], _caption(self.version.report, row)
        return Figure(row.code, None, measure, caption=caption, fresh_at=self.version.moment, state=State.SMALL_GROUP)

    def _declared(self, row: Row, declared: Declared, caption: str) -> Figure:
        report, amount = self.version.report, declared.amount
        change = _exact_change(report, row)
        url, link_words = self._source(row)
        return Figure(
            f"declared_{row.code}",
            amount.low,
            name_and_measure(row)[1],
            caption=caption,
            shares={declared.grade: 100.0} if declared.grade else {},
            change=change,
            change_reason="" if change else _change_words(report, row) or _absence(report),
            fresh_at=self.version.moment,
            state=self._state(declared),
            source=declared.source,
            qualifier=Qualifier(amount.qualifier.value),
            upper=amount.maximum,
            url=url,
            link_words=link_words,
            note=_("Joint with: %(names)s") % {"names": ", ".join(declared.joint)} if declared.joint else "",
        )

    def _only_a_change(self, row: Row) -> Figure:
        """Show an indicator of which only a change was said: its number stays unknown."""
        report = self.version.report
        url, link_words = self._source(row)
        return Figure(
            f"declared_{row.code}",
            None,
            name_and_measure(row)[1],
            caption=_caption(report, row),
            change_reason=_change_words(report, row),
            fresh_at=self.version.moment,
            url=url,
            link_words=link_words,
        )

    def _state(self, declared: Declared) -> State:
        if declared.origin == Origin.PUBLISHED:
            return State.PUBLISHED
        return State.SEALED if self.version.snapshot else State.NORMAL

    def _source(self, row: Row) -> tuple[str, str]:
        """Return the address of what stands behind a declared figure, as far as the reader may go."""
        if not self.reads_figures:
            return reverse("indicators:indicator-detail", args=[row.code]), _("What it counts")
        report = self.version.report
        query = {"unit": report.unit, "indicator": row.code, "period": report.period.code}
        return f"{reverse('indicators:figure-list')}?{urlencode(query, safe='/')}", _("Open the source")


def people_words(version: Version) -> str:
    """Say how many distinct people stand behind the attendances, and that the two are not the same."""
    people = version.report.row("distinct_people").counted
    if people is None:
        return ""
    if version.letterhead.prints_distinct_people:
        words = _("%(count)s different people, printed as line PB03. They do not stand for attendances.")
    else:
        words = _("Not printed: %(count)s different people. They do not stand for attendances.")
    return words % {"count": grouped(people)}


def percentages(counts: dict[str, int]) -> dict[str, float]:
    """Return the share of each grade in per cent, adding to 100.0."""
    found = shares({Grade(grade): count for grade, count in counts.items()})
    return {grade.value: share for grade, share in found.items()}


def name_and_measure(row: Row) -> tuple[str, str]:
    """Name an indicator in the reader's language; the report itself holds the Vietnamese words."""
    if get_language() == "vi":
        return row.name, row.measure
    found = Indicator.objects.filter(code=row.code).order_by("-version").first()
    return (found.name, found.measure) if found else (row.name, row.measure)


def records_url(report: Report, row: Row) -> str:
    """Return the address of the records that a counted figure was counted from."""
    form = row.cut.get("form") or _BY_FORM.get(row.code)
    if form or row.code not in _RECORDS:
        address = reverse("reporting:report-sessions", args=[report.unit, report.kind, report.period])
        return f"{address}?{urlencode({'form': form})}" if form else address
    query = {"period": report.period.code, **({"audience": row.cut["audience"]} if "audience" in row.cut else {})}
    address = reverse("reporting:reach-records", args=[report.unit, _RECORDS[row.code]])
    return f"{address}?{urlencode(query, safe='/')}"


def _exact_change(report: Report, row: Row) -> Change | None:
    """Return the change that can stand as a percentage: one declared exactly, or one between two known numbers."""
    declared = row.declared_change.amount if row.declared_change else None
    if declared:
        percent = declared.change_percent if declared.qualifier == DeclaredQualifier.EXACT else None
        return None if percent is None else Change(year_words(report.before), declared_percent=float(percent))
    before = row.declared_before.amount.value if row.declared_before and row.change else None
    return None if before is None else Change(year_words(report.before), before=before)


def _change_words(report: Report, row: Row) -> str:
    if row.change is None:
        return ""
    values = {"change": change_words(row.change, row.measure), "year": year_words(report.before)}
    return _("Against the same period of %(year)s: %(change)s, as published") % values


def _caption(report: Report, row: Row) -> str:
    name, _measure = name_and_measure(row)
    part = f" ({cut_words(row.cut)})" if row.cut else ""
    return f"{name}{part}, {days_words(report.period)}"


def _target_caption(row: Row, target: Declared) -> str:
    values = {"name": name_and_measure(row)[0], "day": date_format(target.period.ends_on, "d/m/Y")}
    return _("%(name)s, promised for %(day)s") % values


def _shares(report: Report, row: Row) -> dict[str, float]:
    """Return the evidence of a whole figure; parts carry none, their grades are not kept."""
    evidence = report.evidence
    counts = {
        "legal_education_sessions": evidence.sessions,
        ATTENDANCES: evidence.attendances,
        "distinct_people": evidence.people,
    }
    return {} if row.cut else percentages(counts.get(row.code, {}))


def _absence(report: Report) -> str:
    values = {"year": year_words(report.before), "day": date_format(report.founded_on, "d/m/Y")}
    match report.before_absent:
        case Absence.FOUNDED_LATER:
            return _("Same period of %(year)s: none, the unit was founded on %(day)s") % values
        case Absence.LONGER_THAN_A_YEAR:
            return _("Longer than a year: not compared with a year before")
        case Absence.NO_DATA:
            return _("Same period of %(year)s: no data") % values
    return ""
