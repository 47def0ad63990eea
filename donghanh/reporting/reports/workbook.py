"""A report as an .xlsx file: the annexes as sheets, with numbers as numbers."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from io import BytesIO
from typing import Any

from django.utils.translation import override
from xlsxwriter import Workbook

from donghanh.core.exports import Cell, Column, sheet_name, write_cell
from donghanh.gatherings.choices import SessionForm
from donghanh.indicators.choices import Origin, Qualifier
from donghanh.reporting.choices import ReportState
from donghanh.reporting.reports.paper import Letterhead
from donghanh.reporting.reports.paper.amounts import NO_DATA, cut_words
from donghanh.reporting.reports.paper.annexes import organisation_rows, printed_rows
from donghanh.reporting.reports.periods import days_words, period_words
from donghanh.reporting.reports.values import Declared, Held, HeldSession, Report, Row, UnitBelow

LANGUAGE = "vi"
_QUALIFIERS = {Qualifier.EXACT: "đúng", Qualifier.OVER: "trên", Qualifier.NEARLY: "gần"}
_ORIGINS = {Origin.DECLARED.value: "kê khai", Origin.PUBLISHED.value: "đã công bố"}


def to_workbook(report: Report, letterhead: Letterhead) -> bytes:
    """Write the annexes of a report; no cell is ever taken for a formula."""
    target = BytesIO()
    with override(LANGUAGE), Workbook(target, {"in_memory": True}) as book:
        sheets = Sheets(book, f"{report.unit_name} · {period_words(report.period)} ({days_words(report.period)})")
        rows = printed_rows(report, prints_distinct_people=letterhead.prints_distinct_people)
        sheets.add("Biểu số liệu", (*_row_columns(report), *_kept_back(rows)), rows)
        sheets.add("Số liệu tổ chức", _row_columns(report), organisation_rows(report))
        names = {row.code: row.name for row in report.rows}
        own = [(row.code, each) for row in report.rows for each in row.listed]
        sheets.add("Chỉ liệt kê", _listed_columns(names), [*own, *report.listed_below])
        for title, held in (
            ("Theo chủ đề", report.by_topic),
            ("Theo hình thức", report.by_form),
            ("Theo thời gian", report.by_month),
            ("Văn bản đã phổ biến", report.documents),
        ):
            sheets.add(title, _HELD_COLUMNS, held)
        sheets.add("Các cuộc", _SESSION_COLUMNS, report.sessions)
        sheets.add("Đơn vị trực thuộc", _UNIT_COLUMNS, report.below)
    return target.getvalue()


class Sheets:
    """The sheets of one file, all under the same heading."""

    def __init__(self, book: Workbook, heading: str) -> None:
        self._book = book
        self._heading = heading
        self._bold = book.add_format({"bold": True})
        self._head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        self._formats: dict[type[date], Any] = {
            date: book.add_format({"num_format": "dd/mm/yyyy"}),
            datetime: book.add_format({"num_format": "dd/mm/yyyy hh:mm"}),
        }
        self._thousands = book.add_format({"num_format": "#,##0"})

    def add(self, title: str, columns: tuple[Column[Any], ...], rows: Iterable[Any]) -> None:
        """Add a sheet, unless it would be empty."""
        rows = list(rows)
        if not rows:
            return
        sheet = self._book.add_worksheet(sheet_name(title))
        sheet.write_string(0, 0, f"{title} · {self._heading}", self._bold)
        for place, column in enumerate(columns):
            sheet.set_column(place, place, column.width, self._thousands)
            sheet.write_string(2, place, str(column.heading), self._head)
        for number, row in enumerate(rows, start=3):
            for place, column in enumerate(columns):
                write_cell(sheet, number, place, column.value(row), self._formats)
        sheet.freeze_panes(3, 0)
        sheet.repeat_rows(2)
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)


def _row_columns(report: Report) -> tuple[Column[Row], ...]:
    before, so_far = days_words(report.before), days_words(report.so_far)
    return (
        Column("Mã", lambda row: row.line, 7),
        Column("Chỉ tiêu", lambda row: row.name, 44),
        Column("Phân theo", lambda row: cut_words(row.cut), 20),
        Column("Đơn vị tính", lambda row: row.measure, 12),
        Column("Thống kê", lambda row: _known(row, row.counted), 14),
        Column("Kê khai", lambda row: _value(row.declared), 14),
        Column("Mức chính xác của số kê khai", _of_declared(_qualifier), 12),
        Column("Kê khai từ", _of_declared(lambda each: each.amount.minimum), 14),
        Column("Kê khai đến", _of_declared(lambda each: each.amount.maximum), 14),
        Column("Loại số kê khai", _of_declared(lambda each: _ORIGINS[each.origin]), 12),
        Column(f"Cùng kỳ, thống kê ({before})", lambda row: _known(row, row.counted_before), 14),
        Column(f"Cùng kỳ, kê khai ({before})", lambda row: _value(row.declared_before), 14),
        Column("Tăng, giảm", lambda row: row.change.change if row.change else None, 12),
        Column("Tăng, giảm (%)", lambda row: row.change.change_percent if row.change else None, 10),
        Column(f"Lũy kế, thống kê ({so_far})", lambda row: _known(row, row.counted_so_far), 14),
        Column(f"Lũy kế, kê khai ({so_far})", lambda row: _value(row.declared_so_far), 14),
        Column("Chỉ tiêu giao", lambda row: row.target.amount.value if row.target else None, 12),
        Column("Nguồn số kê khai", _sources, 50),
    )


def _kept_back(rows: Iterable[Row]) -> Iterator[Column[Row]]:
    """Give the column that tells an empty cell from one of few people, where there is such a cell."""
    if any(row.suppressed for row in rows):
        yield Column("Đã ẩn, nhóm nhỏ", lambda row: "có" if row.suppressed else None, 12)


def _listed_columns(names: dict[str, str]) -> tuple[Column[tuple[str, Declared]], ...]:
    return (
        Column("Chỉ tiêu", lambda row: names.get(row[0], row[0]), 44),
        Column("Phân theo", lambda row: cut_words(row[1].cut), 20),
        Column("Của đơn vị", lambda row: row[1].former_unit or row[1].unit_name, 40),
        Column("Từ", lambda row: row[1].period.starts_on, 12),
        Column("Đến", lambda row: row[1].period.ends_on, 12),
        Column("Số", lambda row: row[1].amount.value, 14),
        Column("Mức chính xác", lambda row: _qualifier(row[1]), 12),
        Column("Nguồn", lambda row: row[1].source, 50),
    )


_HELD_COLUMNS: tuple[Column[Held], ...] = (
    Column("Tên", lambda held: held.label, 44),
    Column("Số cuộc", lambda held: held.sessions, 12),
    Column("Lượt người", lambda held: held.attendances, 12),
)
_SESSION_COLUMNS: tuple[Column[HeldSession], ...] = (
    Column("Ngày", lambda held: held.held_on, 12),
    Column("Tên cuộc", lambda held: held.title, 50),
    Column("Đơn vị tổ chức", lambda held: held.host, 36),
    Column("Hình thức", lambda held: str(SessionForm(held.form).label), 18),
    Column("Chủ đề", lambda held: "; ".join(held.topics), 36),
    Column("Lượt người", lambda held: held.attendances, 12),
)
_UNIT_COLUMNS: tuple[Column[UnitBelow], ...] = (
    Column("Mã đơn vị", lambda unit: unit.code, 16),
    Column("Đơn vị", lambda unit: unit.name, 44),
    Column("Báo cáo", lambda unit: str(ReportState(unit.state).label), 20),
)


def _known(row: Row, value: int | None) -> int | str | None:
    """Return what was counted; what is kept back leaves its cell empty, a column of its own says so."""
    return NO_DATA if value is None and not row.suppressed else value


def _value(declared: Declared | None) -> int | str | None:
    """Return what is declared; of a range nothing, its ends have columns of their own."""
    return declared.amount.value if declared else NO_DATA


def _of_declared(value: Callable[[Declared], Cell]) -> Callable[[Row], Cell]:
    return lambda row: value(row.declared) if row.declared else None


def _qualifier(declared: Declared) -> str:
    return _QUALIFIERS[declared.amount.qualifier]


def _sources(row: Row) -> str:
    said = (row.declared, row.declared_change, row.target)
    return "; ".join(dict.fromkeys(each.source for each in said if each))
