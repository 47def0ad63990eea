"""Which declared and published figures a report for a unit and period gives, and how each got there."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from donghanh.indicators.amounts import Amount, total
from donghanh.indicators.choices import FigureKind, Origin
from donghanh.indicators.coverage import exact_cover
from donghanh.indicators.models import Figure, Indicator
from donghanh.kernel.periods import Period
from donghanh.org.models import Unit


class How(StrEnum):
    """Why a figure stands in the report."""

    EXACT = "exact"
    """Given for exactly the period of the report."""
    SUMMED = "summed"
    """Given for shorter periods that make up the period without gap or overlap."""
    LATEST = "latest"
    """The latest of the stocks dated within the period."""
    PROMISED = "promised"
    """A target whose period contains the last day."""
    LISTED = "listed"
    """Given for other days: shown with its own dates and never added."""


@dataclass(frozen=True, slots=True)
class ReportFigure:
    """One row: what is said, for which days, how it came into the report, and the figures behind it."""

    how: How
    period: Period
    amount: Amount
    figures: tuple[Figure, ...]

    @property
    def first(self) -> Figure:
        """Return the figure that speaks for all of them: they differ in dates and numbers only."""
        return self.figures[0]

    @property
    def indicator(self) -> Indicator:
        """Return the definition that the figure was given under."""
        return self.first.indicator

    @property
    def kind(self) -> FigureKind:
        """Return what the figure says about its period."""
        return FigureKind(self.first.kind)

    @property
    def cuts(self) -> dict[str, str]:
        """Return by what the figure is cut, and into which part."""
        cuts: dict[str, str] = self.first.cuts
        return cuts

    @property
    def grade(self) -> str:
        """Return the weakest evidence behind the row; published figures have none."""
        return max(figure.grade for figure in self.figures)

    @property
    def sources(self) -> list[str]:
        """Return where the numbers come from, each once."""
        return list(dict.fromkeys(figure.source for figure in self.figures))

    @property
    def credited_to(self) -> list[Unit]:
        """Return the units that a joint figure is credited to."""
        return [credit.unit for credit in self.first.credits.all()]

    @property
    def is_whole(self) -> bool:
        """Tell whether the row speaks for the whole indicator and period of the report."""
        first = self.first
        return self.how != How.LISTED and not (first.cuts or first.part_of or first.former_unit)


def report_figures(unit: Unit, period: Period, *, origin: Origin | None = None) -> list[ReportFigure]:
    """Return what the report of ``unit`` for ``period`` says by declaration, in the order of the registry.

    Each cut, part, kind, origin and group of joint units is a row of its own: rows are never added.
    Units below are left out, see :func:`~donghanh.indicators.queries.below.figures_below`.
    """
    figures = Figure.objects.standing().of(unit).touching(period)
    if origin:
        figures = figures.filter(origin=origin)
    ordered = (
        figures.select_related("indicator", "unit")
        .prefetch_related("credits__unit")
        .order_by("indicator__position", "indicator__pk", "starts_on", "ends_on", "pk")
    )
    rows = [row for alike in _alike(ordered) for row in _rows(alike, period)]
    return sorted(rows, key=_place_in_report)


def _alike(figures: Iterable[Figure]) -> Iterator[list[Figure]]:
    """Gather the figures that differ in dates and numbers only."""
    found: dict[object, list[Figure]] = defaultdict(list)
    for figure in figures:
        joint = tuple(sorted(credit.unit_id for credit in figure.credits.all())) or figure.unit_id
        key = (
            figure.indicator_id,
            figure.kind,
            figure.cuts_key,
            figure.part_of,
            figure.former_unit,
            figure.origin,
            joint,
        )
        found[key].append(figure)
    yield from found.values()


def _rows(alike: Sequence[Figure], period: Period) -> list[ReportFigure]:
    """Say how figures that differ in dates only answer for ``period``."""
    first = alike[0]
    if first.former_unit:
        return _listed(alike)
    if first.kind == FigureKind.STOCK:
        return _latest(alike, period)
    if first.kind == FigureKind.TARGET:
        return [_row(How.PROMISED, each) for each in alike if period.ends_on in each.period]
    exact = [figure for figure in alike if figure.period == period]
    if exact:
        return [_row(How.EXACT, exact[0])]
    if first.kind == FigureKind.FLOW and first.indicator.is_additive and not first.part_of:
        summed = _summed(alike, period)
        if summed:
            return [summed]
    return _listed(alike)


def _latest(stocks: Iterable[Figure], period: Period) -> list[ReportFigure]:
    dated = [stock for stock in stocks if stock.ends_on in period]
    if not dated:
        return []
    return [_row(How.LATEST, max(dated, key=lambda stock: (stock.ends_on, stock.entered_at, stock.pk)))]


def _summed(flows: Iterable[Figure], period: Period) -> ReportFigure | None:
    by_period = {flow.period: flow for flow in flows}
    parts = exact_cover(period, by_period)
    behind = tuple(by_period[part] for part in parts or [])
    amount = total(figure.amount for figure in behind)
    return ReportFigure(How.SUMMED, period, amount, behind) if amount else None


def _listed(figures: Iterable[Figure]) -> list[ReportFigure]:
    return [_row(How.LISTED, figure) for figure in figures]


def _row(how: How, figure: Figure) -> ReportFigure:
    return ReportFigure(how, figure.period, figure.amount, (figure,))


_KINDS = list(FigureKind)


def _place_in_report(row: ReportFigure) -> tuple[object, ...]:
    """Order rows: by indicator; the whole first, then its cuts and parts, then what is only listed."""
    first = row.first
    return (
        row.indicator.position,
        row.indicator.pk,
        bool(first.former_unit),
        row.how == How.LISTED,
        _KINDS.index(row.kind),
        bool(first.part_of),
        first.cuts_key != "{}",
        first.pk,
    )
