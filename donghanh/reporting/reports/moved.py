"""What changed since a report was sealed, in the words of a page."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from donghanh.core.figures import Figure
from donghanh.core.ui.numbers import number
from donghanh.indicators.amounts import Amount
from donghanh.indicators.choices import Qualifier
from donghanh.reporting.reports.differences import Difference
from donghanh.reporting.reports.files import Version
from donghanh.reporting.reports.paper.amounts import amount_text, change_words, cut_words, signed
from donghanh.reporting.reports.paper.figures import Side
from donghanh.reporting.reports.shown import Showing, name_and_measure


@dataclass(frozen=True, slots=True)
class MovedFigure:
    """A figure that a sealed report and the records of now say differently."""

    name: str
    measure: str
    then: str
    now: str
    step: str
    figure: Figure | None
    """The figure of now, which leads to its records; None where there is none any more."""


def moved_figures(found: list[Difference], now: Version) -> list[MovedFigure]:
    """Write out what a sealed report says otherwise than the records do now."""
    rows = {row.key: row for row in now.report.rows}
    lines = []
    for each in found:
        name, measure = name_and_measure(each.row)
        part = f" ({cut_words(each.row.cut)})" if each.row.cut else ""
        row = rows.get(each.row.key)
        lines.append(
            MovedFigure(
                name=f"{name}{part}, {_side_words(each.side)}",
                measure=measure,
                then=_words(each.then, measure),
                now=_words(each.now, measure),
                step="" if each.step is None else signed(each.step),
                figure=Showing(now).figure(row, each.side) if row and each.side == Side.COUNTED else None,
            )
        )
    return lines


def _words(amount: Amount | None, measure: str) -> str:
    if amount is None:
        return _("no data")
    if amount.value is not None and amount.qualifier == Qualifier.EXACT:
        return number(amount.value)
    return change_words(amount, measure) if amount.says_a_change else amount_text(amount)


def _side_words(side: str) -> str:
    return {
        Side.COUNTED: _("counted"),
        Side.DECLARED: _("declared"),
        Side.CHANGE: _("declared change"),
        Side.TARGET: pgettext("figure of a report", "target"),
    }[Side(side)]
