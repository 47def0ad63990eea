"""Tables of a .docx: ruled ones with figures, and unruled ones that set groups of lines side by side."""

from collections.abc import Iterable

from docx.document import Document as WordDocument
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.shared import Mm
from docx.table import Table as WordTable
from docx.table import _Row as WordRow

from donghanh.core.documents.docx_lines import Style, add_line, add_words
from donghanh.core.documents.grid import Align, Row, Table, placed

_ALIGNMENTS = {
    Align.LEFT: WD_ALIGN_PARAGRAPH.LEFT,
    Align.CENTER: WD_ALIGN_PARAGRAPH.CENTER,
    Align.RIGHT: WD_ALIGN_PARAGRAPH.RIGHT,
}


def add_ruled_table(word: WordDocument, table: Table, *, room: float) -> None:
    """Add a table with its title above and its notes below, across ``room`` millimetres."""
    if table.title:
        add_line(word, table.title, Style.TABLE_TITLE)
    shares = sum(column.share for column in table.columns)
    ruled = _table(
        word,
        rows=sum(map(len, table.parts)),
        widths=[column.share / shares * room for column in table.columns],
        style=Style.RULED,
    )
    rows = list(ruled.rows)
    for row in rows:
        _mark(row, "w:cantSplit")
        if table.row_height:
            row.height = Mm(table.row_height)
    head, body = rows[: len(table.head)], rows[len(table.head) :]
    for row in head:
        _mark(row, "w:tblHeader")
    aligned = [_ALIGNMENTS[column.align] for column in table.columns]
    _fill(head, table.head, [WD_ALIGN_PARAGRAPH.CENTER] * len(aligned), Style.TABLE_HEAD)
    _fill(body, table.rows, aligned, Style.TABLE_TEXT)
    if table.total:
        _fill(body[-1:], (table.total,), aligned, Style.TABLE_TOTAL)
    for note in table.notes:
        add_line(word, note, Style.TABLE_NOTE)
    if not table.notes:
        add_line(word, "", Style.GAP)  # Two tables without a paragraph between them would become one.


def add_side_by_side(word: WordDocument, *, rows: int, widths: Iterable[float]) -> WordTable:
    """Add an unruled table whose rows stay whole; its cells still begin with an empty paragraph."""
    table = _table(word, rows=rows, widths=list(widths), style=Style.UNRULED)
    for row in table.rows:
        _mark(row, "w:cantSplit")
    return table


def close_cells(table: WordTable) -> None:
    """Drop the empty paragraph with which every cell begins, where lines were added after it."""
    for row in table.rows:
        for cell in row.cells:
            first, *added = cell.paragraphs
            if added:
                first._p.getparent().remove(first._p)
            else:
                first.style = Style.GAP


def _table(word: WordDocument, *, rows: int, widths: list[float], style: Style) -> WordTable:
    table: WordTable = word.add_table(rows, len(widths), style)
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)
    return table


def _fill(rows: list[WordRow], given: tuple[Row, ...], aligned: list[WD_ALIGN_PARAGRAPH], style: Style) -> None:
    for place in placed(given, len(aligned)):
        cell = rows[place.row].cells[place.column]
        if place.cell.rows > 1 or place.cell.columns > 1:
            last = rows[place.row + place.cell.rows - 1].cells[place.column + place.cell.columns - 1]
            cell = cell.merge(last)
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        paragraph = cell.paragraphs[0]
        paragraph.style = style
        paragraph.alignment = aligned[place.column]
        add_words(paragraph, place.cell.words)


def _mark(row: WordRow, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))
