"""The page of one report: the paper as it will print, and what stands at its side."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from donghanh.core.documents import outline
from donghanh.core.documents.outline import Outline
from donghanh.core.figures import Figure, Words
from donghanh.core.ui.numbers import number
from donghanh.org.models import Unit, User
from donghanh.reporting.choices import ARRIVED
from donghanh.reporting.models import Snapshot
from donghanh.reporting.reports.completeness import arrived
from donghanh.reporting.reports.differences import Difference, differences
from donghanh.reporting.reports.drafts import current_draft
from donghanh.reporting.reports.files import Version, version_now
from donghanh.reporting.reports.moved import MovedFigure, moved_figures
from donghanh.reporting.reports.paper import Paper
from donghanh.reporting.reports.paper.figures import Side
from donghanh.reporting.reports.sealed import is_intact
from donghanh.reporting.reports.shown import ATTENDANCES, Showing, percentages
from donghanh.reporting.reports.values import UnitBelow

NAMED_MISSING = 3
SHOWN_FIRST = f"{ATTENDANCES}#{Side.COUNTED}"


@dataclass(frozen=True, slots=True)
class Choice:
    """Which figure the reader chose: by its letter on the page, or by the line of a code on paper."""

    letter: str = ""
    line: str = ""

    def key(self, paper: Paper) -> str | None:
        """Return the figure that is meant: the chosen one, else the attendances, else the first."""
        letters = paper.figures.letters
        lines = {row.key: row.line for row in paper.figures.report.rows}
        on_line = [key for key in letters.keys if self.line and lines[_row_key(key)] == self.line]
        usual = [key for key in (SHOWN_FIRST, *letters.keys) if key in letters.keys]
        return letters.key_of(self.letter) or next(iter([*on_line, *usual]), None)


@dataclass(frozen=True, slots=True)
class Step:
    """One station of the paper's way."""

    words: Words
    who: str
    at: datetime
    snapshot: Snapshot | None = None


@dataclass(frozen=True, slots=True)
class ReportPage:
    """Everything that the page shows."""

    version: Version
    paper: Outline
    letter: str
    chosen: Figure | None
    is_intact: bool = True
    moved: list[MovedFigure] = field(default_factory=list)
    way: list[Step] = field(default_factory=list)

    @property
    def cells(self) -> list[bool]:
        """Tell of each unit below whether its word is in."""
        return arrived(self.version.report.below)

    @property
    def missing(self) -> list[UnitBelow]:
        """Return the units below that have sealed nothing and said nothing."""
        return [unit for unit in self.version.report.below if unit.state not in ARRIVED]

    @property
    def there(self) -> int:
        """Return how many units below have sealed, or said that there is nothing."""
        return sum(self.cells)

    @property
    def missing_names(self) -> str:
        """Name the missing units; of many only the first ones."""
        names = [unit.name for unit in self.missing]
        shown, rest = "; ".join(names[:NAMED_MISSING]), len(names) - NAMED_MISSING
        if rest <= 0:
            return shown
        return ngettext("%(shown)s and %(rest)s other unit", "%(shown)s and %(rest)s other units", rest) % {
            "shown": shown,
            "rest": number(rest),
        }

    @property
    def shares(self) -> dict[str, float]:
        """Return how the attendances of the whole report are known."""
        return percentages(self.version.report.evidence.attendances)

    @property
    def grades(self) -> Iterator[tuple[str, str, float]]:
        """Give each grade with its words and its share."""
        words = {
            "A": _("Scanned, identity confirmed"),
            "B": _("List of names"),
            "C": _("Photo or signed sheet: number only"),
            "D": _("Declared number"),
        }
        for grade, share in self.shares.items():
            yield grade, words[grade], share


def report_page(showing: Showing, unit: Unit, choice: Choice, *, reader: User, at: datetime) -> ReportPage:
    """Put the page together; a sealed report is compared with what the records say now."""
    version = showing.version
    paper, report, snapshot = version.paper(), version.report, version.snapshot
    moved: list[Difference] = []
    lines: list[MovedFigure] = []
    if snapshot:
        now = version_now(unit, report.kind, report.period, actor=reader, at=at)
        moved = differences(report, now.report)
        lines = moved_figures(moved, now)
    key = choice.key(paper)
    return ReportPage(
        version=version,
        paper=_aligned(outline(paper.document)),
        letter=paper.figures.letters.of(key) if key else "",
        chosen=_chosen(showing, key, moved) if key else None,
        is_intact=snapshot is None or is_intact(snapshot),
        moved=lines,
        way=_way(unit, version),
    )


def _chosen(showing: Showing, key: str, moved: list[Difference]) -> Figure:
    row = next(each for each in showing.version.report.rows if each.key == _row_key(key))
    has_moved = any((each.row.key, each.side) == (row.key, Side.COUNTED) for each in moved)
    return showing.figure(row, key.rpartition("#")[2], has_moved=has_moved)


def _aligned(paper: Outline) -> Outline:
    """Tell every cell of the tables how its column is aligned, for a template that cannot count columns."""
    blocks = [*paper["blocks"], *(block for annex in paper["annexes"] for block in annex["blocks"])]
    for table in (block for block in blocks if block["is"] == "table"):
        for row in [*table["rows"], table["total"]]:
            place = 0
            for cell in row:
                cell["align"] = table["columns"][place]["align"]
                place += cell["columns"]
    return paper


def _row_key(key: str) -> str:
    return key.rpartition("#")[0]


def _way(unit: Unit, version: Version) -> list[Step]:
    """Tell who wrote last and who sealed when; each sealed version stays readable."""
    report = version.report
    sealed = Snapshot.objects.about(unit, report.kind, report.period).select_related("sealed_by").defer("canonical")
    way = [Step(_("Sealed"), each.sealed_by.full_name, each.sealed_at, each) for each in sealed]
    draft = current_draft(unit, report.kind, report.period)
    if draft:
        way.append(Step(_("Written"), draft.saved_by.full_name, draft.saved_at))
    return sorted(way, key=lambda step: step.at)
