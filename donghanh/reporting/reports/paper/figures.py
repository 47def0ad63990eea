"""The figures of one paper: each carries its letter on screen and leads back to its records from paper."""

from dataclasses import dataclass, field
from enum import StrEnum

from donghanh.core.documents import FigureRef
from donghanh.indicators.amounts import Amount
from donghanh.kernel.text import grouped
from donghanh.reporting.reports.codes import ANNEX, Letters, ShortCode
from donghanh.reporting.reports.paper.amounts import (
    KEPT_BACK,
    UNKNOWN,
    amount_text,
    change_cells,
    change_words,
    in_sentence,
)
from donghanh.reporting.reports.values import Declared, Report, Row


class Side(StrEnum):
    """Which of a row's figures is meant."""

    COUNTED = "counted"
    DECLARED = "declared"
    CHANGE = "change"
    TARGET = "target"


@dataclass(slots=True)
class Figures:
    """Writes figures of a report, and remembers which letter stands for which."""

    report: Report
    letters: Letters = field(default_factory=Letters)

    def said(self, row: Row, side: Side, noun: str) -> FigureRef:
        """Write a figure as it stands in a sentence."""
        declared = row.declared.amount if row.declared and side is Side.DECLARED else None
        return self._ref(row, side, in_sentence(declared or Amount(value=row.counted), noun))

    def change_said(self, row: Row, change: Amount, noun: str) -> FigureRef:
        """Write a change as it stands in a sentence."""
        return self._ref(row, Side.CHANGE, change_words(change, noun))

    def counted(self, row: Row) -> FigureRef | str:
        """Write what was counted, for a table."""
        if row.counted is None:
            return KEPT_BACK if row.suppressed else UNKNOWN
        return self._ref(row, Side.COUNTED, grouped(row.counted))

    def declared(self, row: Row) -> FigureRef | str:
        """Write what was declared, for a table."""
        return self._ref(row, Side.DECLARED, declared_text(row.declared)) if row.declared else UNKNOWN

    def target(self, row: Row) -> FigureRef | str:
        """Write what was promised, for a table."""
        return self._ref(row, Side.TARGET, declared_text(row.target)) if row.target else ""

    def changes(self, row: Row) -> tuple[FigureRef | str, FigureRef | str]:
        """Write the change of a row for the two cells of a table."""
        number, percent = change_cells(row.change)
        return self._change_cell(row, number), self._change_cell(row, percent)

    def _change_cell(self, row: Row, text: str) -> FigureRef | str:
        return self._ref(row, Side.CHANGE, text) if row.change and text else text

    def _ref(self, row: Row, side: Side, text: str) -> FigureRef:
        letter = self.letters.of(f"{row.key}#{side}")
        code = ShortCode(self.report.unit, self.report.period, row.line or ANNEX)
        return FigureRef(text, letter, code.url)


def declared_text(declared: Declared) -> str:
    """Write a declared amount for a table; a star marks one that several bodies stand for together."""
    return amount_text(declared.amount) + (" *" if declared.joint else "")
