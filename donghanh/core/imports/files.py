"""Files that an import hands out: the template to fill in, and the marked copy of a refused file."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, datetime
from math import isfinite
from typing import IO, Any

from django.utils import translation
from django.utils.translation import gettext as _
from xlsxwriter import Workbook

from donghanh.core.exports import MAX_LETTERS, sheet_name
from donghanh.core.import_models import ImportBatch, ImportProblem
from donghanh.core.imports import cells
from donghanh.core.imports.importer import Importer
from donghanh.core.imports.running import importer_for, table_of

_DATE, _TEXT = "dd/mm/yyyy", "@"
_ERROR_TINT, _ERROR_INK = "#FDEFED", "#B42318"


def write_template(importer: type[Importer], target: IO[bytes]) -> None:
    """Write an empty list with its headings, and beside it a sheet that explains each column."""
    with Workbook(target) as book:
        head = book.add_format({"bold": True, "bottom": 2})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        formats = {name: book.add_format({"num_format": name}) for name in (_DATE, _TEXT)}
        sheet = book.add_worksheet(sheet_name(_("List")))
        sheet.freeze_panes(1, 0)
        guide = book.add_worksheet(sheet_name(_("How to fill it in")))
        guide.set_column(0, 3, 34, wrapped)
        for place, heading in enumerate((_("Column"), _("Needed"), _("What to write"), _("Example"))):
            guide.write_string(0, place, heading, head)
        for place, column in enumerate(importer.columns):
            heading = str(column.heading)
            # Text keeps the zeros in front of codes and phone numbers.
            kind = _DATE if column.read is cells.day else _TEXT
            sheet.set_column(place, place, max(len(heading) + 4, 14), formats[kind])
            sheet.write_string(0, place, heading, head)
            needed = _("yes") if column.required else ""
            for cell, text in enumerate((heading, needed, str(column.help), cells.typed(column.example))):
                guide.write_string(place + 1, cell, text, wrapped)
        note = _("An empty cell leaves what is on record as it is. Columns may stand in any order.")
        guide.write_string(len(importer.columns) + 2, 0, note)


def write_marked(batch: ImportBatch, target: IO[bytes]) -> None:
    """Copy the file of a batch with the refused cells tinted, and a last column that says why."""
    with translation.override(batch.language):
        importer = importer_for(batch)
        table = table_of(batch, importer)
        places = {str(column.heading): table.places.get(column.name) for column in importer.columns}
        problems: dict[int, list[ImportProblem]] = defaultdict(list)
        for problem in batch.problems.all():
            problems[problem.row - 1].append(problem)
        with Workbook(target, {"constant_memory": True}) as book:
            sheet = book.add_worksheet(sheet_name(batch.sheet_name) or sheet_name(_("List")))
            write = _Writer(book, sheet)
            width = max(map(len, table.sheet.lines))
            for line, row in enumerate(table.sheet.lines):
                wrong = {places.get(problem.column) for problem in problems[line]}
                for place, cell in enumerate(row):
                    shown = table.sheet.faults.get((line, place), cell)
                    write.cell(line, place, shown, is_wrong=place in wrong)
                if line == table.heading_line:
                    write.cell(line, width, _("Error"))
                elif problems[line]:
                    write.cell(line, width, " ".join(_said(problem) for problem in problems[line]), is_wrong=True)


def _said(problem: ImportProblem) -> str:
    return f"{problem.column}: {problem.sentence} {problem.hint}"


class _Writer:
    """Writes cells back as they were, the wrong ones tinted."""

    def __init__(self, book: Any, sheet: Any) -> None:
        self._sheet = sheet
        wrong = {"bg_color": _ERROR_TINT, "font_color": _ERROR_INK}
        self._formats: Mapping[tuple[bool, bool], Any] = {
            (is_date, is_wrong): book.add_format(
                {**({"num_format": _DATE} if is_date else {}), **(wrong if is_wrong else {})}
            )
            for is_date in (False, True)
            for is_wrong in (False, True)
        }

    def cell(self, line: int, place: int, cell: cells.Cell, *, is_wrong: bool = False) -> None:
        """Write one cell: dates and numbers as such, all else as a text that is never a formula."""
        is_date = isinstance(cell, (date, datetime))
        style = self._formats[is_date, is_wrong]
        if is_date:
            self._sheet.write_datetime(line, place, cell, style)
        elif isinstance(cell, (int, float)) and not isinstance(cell, bool) and isfinite(cell):
            self._sheet.write_number(line, place, cell, style)
        elif is_wrong or not cells.is_blank(cell):
            self._sheet.write_string(line, place, cells.typed(cell)[:MAX_LETTERS], style)
