"""What stands behind the report: its tables."""

from collections.abc import Iterator

from donghanh.core.documents import Align, Annex, Block, Bold, Column, Paragraph, Table
from donghanh.core.documents import Row as TableRow
from donghanh.kernel.text import grouped
from donghanh.reporting.reports.paper.amounts import cut_words
from donghanh.reporting.reports.paper.figures import Figures, declared_text
from donghanh.reporting.reports.paper.indicator_table import indicator_table
from donghanh.reporting.reports.periods import days_words
from donghanh.reporting.reports.values import DISTINCT_PEOPLE, Declared, Held, Report, Row

_INDICATORS = "Biểu số liệu công tác tuyên truyền, phổ biến, giáo dục pháp luật"
_ORGANISATION = "Số liệu tổ chức"
_HELD = "Các cuộc tuyên truyền và văn bản đã phổ biến"


def printed_rows(report: Report, *, prints_distinct_people: bool) -> list[Row]:
    """Return the rows of the lines, without distinct people where the unit does not print them."""
    return [row for row in report.rows if row.line and (prints_distinct_people or row.line != DISTINCT_PEOPLE)]


def organisation_rows(report: Report) -> list[Row]:
    """Return the rows that belong to no line."""
    return [row for row in report.rows if not row.line and (row.is_known or report.parts(row.code))]


def annexes(figures: Figures, *, prints_distinct_people: bool) -> tuple[Annex, ...]:
    """Draw the annexes; one without content is left out."""
    report = figures.report
    rows = printed_rows(report, prints_distinct_people=prints_distinct_people)
    found = [Annex(_INDICATORS, (indicator_table(figures, rows, prints_lines=True),), landscape=True)]
    organisation = tuple(_organisation(figures))
    if organisation:
        found.append(Annex(_ORGANISATION, organisation, landscape=True))
    held = tuple(_held(report))
    if held:
        found.append(Annex(_HELD, held))
    return tuple(found)


def _organisation(figures: Figures) -> Iterator[Block]:
    rows = organisation_rows(figures.report)
    if rows:
        yield indicator_table(figures, rows, prints_lines=False)
    listed = tuple(_listed(figures.report))
    if listed:
        yield _listed_table(listed)
    if figures.report.unlisted_below:
        yield Paragraph(
            f"Còn {grouped(figures.report.unlisted_below)} số liệu khác của các đơn vị cấp dưới, "
            "xem tại báo cáo của từng đơn vị."
        )


def _listed(report: Report) -> Iterator[TableRow]:
    """Give what is shown and never added: parts, other dates, former units, units below."""
    names = {row.code: (row.name, row.measure) for row in report.rows}
    own = [(row.code, declared) for row in report.rows for declared in row.listed]
    for code, declared in [*own, *report.listed_below]:
        name, measure = names.get(code, (code, ""))
        yield (
            f"{name} ({cut_words(declared.cut)})" if declared.cut else name,
            _whose(declared, report),
            days_words(declared.period),
            f"{declared_text(declared)} {measure}",
            declared.source,
        )


def _whose(declared: Declared, report: Report) -> str:
    if declared.former_unit:
        return f"{declared.former_unit} (đã kết thúc)"
    return "Đơn vị báo cáo" if declared.unit == report.unit else declared.unit_name


def _listed_table(rows: tuple[TableRow, ...]) -> Table:
    heads = ("Chỉ tiêu", "Của đơn vị", "Thời gian", "Số liệu", "Nguồn")
    return Table(
        title="Số liệu chỉ liệt kê, không cộng vào biểu",
        columns=(Column(5), Column(4), Column(3), Column(3, Align.RIGHT), Column(6)),
        head=(tuple(Bold(each) for each in heads),),
        rows=rows,
    )


def _held(report: Report) -> Iterator[Block]:
    yield from _summary(
        "Theo chủ đề",
        "Chủ đề",
        report.by_topic,
        "Cuộc có nhiều chủ đề được kể ở từng chủ đề, nên các dòng không cộng thành tổng.",
    )
    yield from _summary("Theo hình thức", "Hình thức", report.by_form)
    yield from _summary("Theo thời gian", "Thời gian", report.by_month)
    yield from _summary(
        "Văn bản đã phổ biến",
        "Số, ký hiệu văn bản",
        report.documents,
        "Một cuộc có thể phổ biến nhiều văn bản, nên các dòng không cộng thành tổng.",
    )


def _summary(title: str, head: str, held: tuple[Held, ...], note: str = "") -> Iterator[Table]:
    if held:
        total = (
            "Tổng cộng",
            grouped(sum(each.sessions for each in held)),
            grouped(sum(each.attendances for each in held)),
        )
        yield Table(
            title=title,
            columns=(Column(6), Column(2, Align.RIGHT), Column(2, Align.RIGHT)),
            head=((Bold(head), Bold("Số cuộc"), Bold("Lượt người")),),
            rows=tuple((each.label, grouped(each.sessions), grouped(each.attendances)) for each in held),
            total=() if note else total,
            notes=(note,) if note else (),
        )
