"""How figures look on a page: their number with its words, their period, their cut."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from donghanh.core import figures as look
from donghanh.indicators.amounts import Amount
from donghanh.indicators.choices import CUTS, FigureKind, Origin
from donghanh.indicators.days import days_of
from donghanh.indicators.models import Figure, Indicator
from donghanh.indicators.services import Statement
from donghanh.indicators.services.checks import defined


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One figure of a list."""

    figure: Figure
    shown: look.Figure
    days: str
    cut: str


@dataclass(frozen=True, slots=True)
class StatementLine:
    """One figure that waits for its unit."""

    indicator: Indicator
    shown: look.Figure
    kind: str
    cut: str


def figure_lines(figures: Iterable[Figure]) -> list[FigureLine]:
    """Add to the figures of one page how they are shown."""
    return [
        FigureLine(figure, figure_shown(figure), days_of(figure.period), cut_words(figure.cuts, figure.part_of))
        for figure in figures
    ]


def statement_lines(statements: Iterable[Statement]) -> list[StatementLine]:
    """Show what a waiting group states; it has no page to open yet."""
    lines = []
    for statement in statements:
        indicator = defined(statement.indicator, statement.period)
        shown = amount_shown(indicator, statement.amount, state=look.State.PUBLISHED)
        cut = cut_words(statement.cuts, statement.part_of)
        lines.append(StatementLine(indicator, shown, str(FigureKind(statement.kind).label), cut))
    return lines


def figure_shown(figure: Figure, *, url: str = "", link_words: str = "") -> look.Figure:
    """Draw a stored figure; its link leads to its own page unless another one is given."""
    cut = cut_words(figure.cuts, figure.part_of)
    return amount_shown(
        figure.indicator,
        figure.amount,
        state=look.State.PUBLISHED if figure.origin == Origin.PUBLISHED else look.State.NORMAL,
        shares={figure.grade: 100.0} if figure.grade else {},
        source=figure.source,
        caption=f"{cut}, {days_of(figure.period)}" if cut else days_of(figure.period),
        fresh_at=figure.entered_at,
        url=url or reverse("indicators:figure-detail", args=[figure.pk]),
        link_words=link_words or _("Open the figure"),
    )


def amount_shown(indicator: Indicator, amount: Amount, **facts: Any) -> look.Figure:
    """Draw an amount of an indicator, with the other facts of a figure; a change says which way it goes."""
    value: int | Decimal | None = amount.low
    measure = indicator.measure
    if amount.change is not None:
        value, measure = abs(amount.change), _direction(amount.change) % {"measure": measure}
    elif amount.change_percent is not None:
        value, measure = abs(amount.change_percent), _direction(amount.change_percent) % {"measure": "%"}
    return look.Figure(
        code=indicator.code,
        value=value,
        upper=amount.high if amount.value is None else None,
        unit_word=measure,
        qualifier=look.Qualifier(amount.qualifier),
        **facts,
    )


def cut_words(cuts: Mapping[str, str], part_of: str) -> str:
    """Say which part of an indicator a figure is about, or nothing when it is the whole."""
    words = ", ".join(str(CUTS[name](value).label) for name, value in cuts.items())
    if not part_of:
        return words
    return _("of which: %(part)s") % {"part": words} if words else _("a part")


def _direction(change: int | Decimal) -> str:
    """Return the words around a measure that say which way a change goes."""
    if not change:
        return _("%(measure)s, as in the year before")
    if change > 0:
        return _("%(measure)s, up on the year before")
    return _("%(measure)s, down on the year before")
