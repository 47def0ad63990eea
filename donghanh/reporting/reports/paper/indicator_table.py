"""The table of indicators: counted beside declared, this period, a year before, the change, so far."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.conf import settings

from donghanh.core.documents import Align, Bold, Cell, Column, FigureRef, Inline, Table, Words
from donghanh.core.documents import Row as TableRow
from donghanh.indicators.choices import Origin
from donghanh.kernel.evidence import Grade, shares
from donghanh.kernel.text import grouped
from donghanh.reporting.reports.codes import ANNEX, ShortCode
from donghanh.reporting.reports.paper.amounts import KEPT_BACK, NBSP, NO_DATA, UNKNOWN, cut_words
from donghanh.reporting.reports.paper.figures import Figures, declared_text
from donghanh.reporting.reports.periods import days_words, year_words
from donghanh.reporting.reports.values import Absence, Declared, Report, Row

NOT_COUNTED = "x"
_NUMBER = Column(2, Align.RIGHT)


@dataclass(frozen=True, slots=True)
class Layout:
    """Which groups of columns a table has: what would only repeat or stay empty is said in a note instead."""

    before: bool
    change: bool
    so_far: bool
    target: bool

    @classmethod
    def of(cls, report: Report, rows: Iterable[Row]) -> "Layout":
        """Choose the columns for some rows of a report."""
        rows = list(rows)
        compares = report.before_absent != Absence.LONGER_THAN_A_YEAR
        return cls(
            before=compares,
            change=compares or any(row.change for row in rows),
            so_far=not report.so_far_is_the_period,
            target=any(row.target for row in rows),
        )

    @property
    def numbers(self) -> int:
        """Return how many columns hold numbers."""
        return 2 + 2 * self.before + 2 * self.change + 2 * self.so_far + self.target


def indicator_table(figures: Figures, rows: list[Row], *, prints_lines: bool) -> Table:
    """Draw rows of the report as a table; ``prints_lines`` puts the code of each line before its name."""
    layout = Layout.of(figures.report, rows)
    first = (Column(1.3),) if prints_lines else ()
    return Table(
        columns=(*first, Column(6), Column(1.8), *[_NUMBER] * layout.numbers),
        head=_head(figures.report, layout, prints_lines=prints_lines),
        rows=tuple(_rows(figures, rows, layout, prints_lines=prints_lines)),
        notes=tuple(_notes(figures.report, rows)),
    )


def _head(report: Report, layout: Layout, *, prints_lines: bool) -> tuple[TableRow, ...]:
    kinds = ("Thống kê", "Kê khai")
    groups: list[tuple[str, tuple[str, ...]]] = [("Kỳ báo cáo", kinds)]
    if layout.before:
        groups.append((f"Cùng kỳ năm {year_words(report.before)}", kinds))
    if layout.change:
        groups.append(("Tăng, giảm", ("Số", "%")))
    if layout.so_far:
        groups.append((f"Lũy kế {days_words(report.so_far)}", kinds))
    words = [*(["Mã"] if prints_lines else []), "Chỉ tiêu", "Đơn vị tính"]
    tall = [Cell((Bold(each),), rows=2) for each in words]
    last = [Cell((Bold("Chỉ tiêu giao"),), rows=2)] if layout.target else []
    upper = (*tall, *(Cell((Bold(title),), columns=2) for title, _names in groups), *last)
    lower = tuple(Cell((Bold(name),)) for _title, names in groups for name in names)
    return upper, lower


def _rows(figures: Figures, rows: Iterable[Row], layout: Layout, *, prints_lines: bool) -> Iterator[TableRow]:
    line = ""
    for row in rows:
        code = [row.line if row.line != line else ""] if prints_lines else []
        line = row.line
        name = f"- {cut_words(row.cut)}" if row.cut else row.name
        if row.is_blank:
            words = "không có số chung" if figures.report.parts(row.code) else NO_DATA
            cells: Iterable[Cell | Inline] = [Cell(words, columns=layout.numbers)]
        else:
            cells = _cells(figures, row, layout)
        yield (*code, name, row.measure, *cells)


def _cells(figures: Figures, row: Row, layout: Layout) -> Iterator[Cell | Inline]:
    yield figures.counted(row) if row.is_countable else NOT_COUNTED
    yield figures.declared(row)
    if layout.before and not row.is_comparable and not row.change and not row.suppressed:
        yield Cell(UNKNOWN, columns=4)
    else:
        yield from _compared(figures, row, layout)
    if layout.so_far:
        yield _plain(row, row.counted_so_far)
        yield _declared(row.declared_so_far)
    if layout.target:
        yield figures.target(row)


def _compared(figures: Figures, row: Row, layout: Layout) -> Iterator[Inline]:
    if layout.before:
        yield _plain(row, row.counted_before)
        yield _declared(row.declared_before)
    if layout.change:
        yield from figures.changes(row)


def _plain(row: Row, value: int | None) -> str:
    if not row.is_countable:
        return NOT_COUNTED
    if row.suppressed:
        return KEPT_BACK
    return UNKNOWN if value is None else grouped(value)


def _declared(declared: Declared | None) -> str:
    return declared_text(declared) if declared else UNKNOWN


def _notes(report: Report, rows: list[Row]) -> Iterator[Words]:
    yield (
        "Thống kê: đếm từ các cuộc và danh sách đã ghi; x: chỉ có số kê khai. Kê khai: số đơn vị khai hoặc đã công bố, "
        "đứng riêng, không cộng vào số thống kê."
    )
    yield from _comparison_notes(report)
    joint = sorted({", ".join(row.declared.joint) for row in rows if row.declared and row.declared.joint})
    if joint:
        yield f"* Số thực hiện chung: {'; '.join(joint)}."
    yield from _sources(rows)
    yield from _evidence(report, rows)
    if any(row.suppressed for row in rows):
        yield f"{KEPT_BACK.capitalize()}: nhóm dưới 10 người, hoặc số làm lộ nhóm đó."
    yield from _codes(report, rows)


def _comparison_notes(report: Report) -> Iterator[Words]:
    if report.before_absent == Absence.FOUNDED_LATER:
        yield (
            f"Không có cùng kỳ năm {year_words(report.before)}: đơn vị lập ngày "
            f"{report.founded_on.day:02d}/{report.founded_on.month:02d}/{report.founded_on.year}."
        )
    elif report.before_absent == Absence.NO_DATA:
        yield f"Cùng kỳ năm {year_words(report.before)}: chưa có số liệu."
    elif report.before_absent == Absence.LONGER_THAN_A_YEAR:
        yield "Kỳ báo cáo dài hơn một năm, không so với cùng kỳ năm trước; số tăng, giảm nếu có là số đơn vị công bố."
    if report.so_far_is_the_period:
        yield f"Số lũy kế ({days_words(report.so_far)}) bằng số của kỳ báo cáo."


def _sources(rows: Iterable[Row]) -> Iterator[Words]:
    """Name where declared numbers come from, published ones under a word of their own."""
    said = [each for row in rows for each in (row.declared, row.declared_change, row.target) if each]
    for origin, words in ((Origin.PUBLISHED, "Đã công bố"), (Origin.DECLARED, "Kê khai theo")):
        sources = list(dict.fromkeys(each.source for each in said if each.origin == origin))
        if sources:
            yield f"{words}: {'; '.join(sources)}."


def _evidence(report: Report, rows: Iterable[Row]) -> Iterator[Words]:
    """Say how well the attendances are known, under the table that holds them."""
    if not any(row.code == "legal_education_attendances" and row.counted is not None for row in rows):
        return
    told = (
        f"{grade.value}{NBSP}({GRADE_WORDS[grade]}) {str(share).replace('.', ',')}{NBSP}%"
        for grade, share in shares({Grade(key): count for key, count in report.evidence.attendances.items()}).items()
    )
    yield f"Bằng chứng của lượt người thống kê: {'; '.join(told)}."


GRADE_WORDS = {
    Grade.A: "quét, xác nhận danh tính",
    Grade.B: "danh sách có tên",
    Grade.C: "ảnh, bản ký, chỉ có con số",
    Grade.D: "số tự khai",
}


def _codes(report: Report, rows: Iterable[Row]) -> Iterator[Words]:
    """Print the codes that lead back to the records, one for each line that says something."""
    lines = dict.fromkeys(row.line or ANNEX for row in rows if row.is_known)
    codes = [ShortCode(report.unit, report.period, line) for line in lines]
    if not codes:
        return
    words: list[Inline] = ["Mã tra cứu đến từng bản ghi: "]
    for place, code in enumerate(codes):
        words += [", "] if place else []
        words.append(FigureRef(str(code), url=code.url))
    yield (*words, f". Mở tại {settings.PUBLIC_URL}/s/ kèm mã." if settings.PUBLIC_URL else ".")
