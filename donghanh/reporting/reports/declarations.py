"""What a unit declared and published, as the rows of a report take it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import QuerySet

from donghanh.indicators.choices import FigureKind, Origin
from donghanh.indicators.models import Figure, Indicator, cuts_key
from donghanh.indicators.queries import How, ReportFigure, figures_below, report_figures
from donghanh.kernel.periods import Period
from donghanh.org.models import Unit
from donghanh.reporting.reports.values import Declared

MOST_LISTED_BELOW = 200
"""How many figures of units below a report lists; their own reports and the list of figures hold all."""


@dataclass
class Declarations:
    """The figures of one unit for one period: at most one answers for a part, the others are listed."""

    answering: dict[tuple[str, str, str], ReportFigure] = field(default_factory=dict)
    listed: dict[str, list[ReportFigure]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, unit: Unit, period: Period) -> "Declarations":
        """Read what ``unit`` stands for in ``period``; its own word goes before a joint one."""
        found = cls()
        for figure in sorted(report_figures(unit, period), key=_own_word_first):
            key = _key(figure.indicator.code, figure.cuts, figure.kind)
            if _answers(figure) and key not in found.answering:
                found.answering[key] = figure
            else:
                found.listed[figure.indicator.code].append(figure)
        return found

    @property
    def told(self) -> list[ReportFigure]:
        """Return what was said of the period itself; a target is said of the time ahead."""
        return [figure for figure in self.answering.values() if figure.kind != FigureKind.TARGET]

    def value(self, code: str, cut: dict[str, str]) -> Declared | None:
        """Return the figure that answers for an indicator, or for one part of it."""
        return self._answer(code, cut, FigureKind.FLOW) or self._answer(code, cut, FigureKind.STOCK)

    def change(self, code: str, cut: dict[str, str]) -> Declared | None:
        """Return the change against the year before, as it was declared."""
        return self._answer(code, cut, FigureKind.CHANGE)

    def target(self, code: str, cut: dict[str, str]) -> Declared | None:
        """Return what was promised."""
        return self._answer(code, cut, FigureKind.TARGET)

    def parts(self, code: str) -> list[dict[str, str]]:
        """Return the parts of an indicator that something was said about."""
        cuts = {key[1]: figure.cuts for key, figure in self.answering.items() if key[0] == code and figure.cuts}
        return list(cuts.values())

    def indicators(self) -> list[Indicator]:
        """Return the definitions that the figures were given under, each code once."""
        figures = [*self.answering.values(), *(each for some in self.listed.values() for each in some)]
        return list({figure.indicator.code: figure.indicator for figure in figures}.values())

    def _answer(self, code: str, cut: dict[str, str], kind: FigureKind) -> Declared | None:
        figure = self.answering.get(_key(code, cut, kind))
        return declared(figure) if figure else None


def declared(figure: ReportFigure) -> Declared:
    """Write a figure of the report as plain values."""
    first = figure.first
    return Declared(
        amount=figure.amount,
        kind=figure.kind.value,
        period=figure.period,
        how=figure.how.value,
        origin=first.origin,
        source="; ".join(figure.sources),
        unit=first.unit.code,
        unit_name=first.unit.name,
        cut=figure.cuts,
        part_of=first.part_of,
        former_unit=first.former_unit,
        grade=figure.grade,
        joint=tuple(unit.name for unit in figure.credited_to),
        note=first.note,
    )


def declared_below(unit: Unit, period: Period) -> tuple[tuple[tuple[str, Declared], ...], int]:
    """List figures of units below, and say how many more there are; none of them is added."""
    figures: QuerySet[Figure] = figures_below(unit, period).prefetch_related("credits__unit")
    ordered = figures.order_by("unit__code", "indicator__position", "starts_on", "pk").distinct()
    shown = list(ordered[: MOST_LISTED_BELOW + 1])
    rest = ordered.count() - MOST_LISTED_BELOW if len(shown) > MOST_LISTED_BELOW else 0
    return tuple(_listed_below(shown[:MOST_LISTED_BELOW])), rest


def _listed_below(figures: Iterable[Figure]) -> Iterable[tuple[str, Declared]]:
    for figure in figures:
        one = ReportFigure(How.LISTED, figure.period, figure.amount, (figure,))
        yield figure.indicator.code, declared(one)


def _answers(figure: ReportFigure) -> bool:
    """Tell whether a figure speaks for its part in the whole period; a part without a cut speaks for none."""
    first = figure.first
    return figure.how != How.LISTED and not first.former_unit and not (first.part_of and not figure.cuts)


def _own_word_first(figure: ReportFigure) -> tuple[bool, bool, bool]:
    """Order: what the unit declared, what it published, what it stands for jointly with others."""
    return bool(figure.credited_to), figure.first.origin != Origin.DECLARED, bool(figure.first.part_of)


def _key(code: str, cut: dict[str, str], kind: str) -> tuple[str, str, str]:
    return code, cuts_key(cut), kind
