"""What pages and reports read about figures."""

from donghanh.indicators.queries.below import figures_below
from donghanh.indicators.queries.double_counts import DoubleCount, double_counts
from donghanh.indicators.queries.report import How, ReportFigure, report_figures
from donghanh.indicators.queries.trace import trace_of
from donghanh.indicators.queries.units import units_to_filter_by

__all__ = [
    "DoubleCount",
    "How",
    "ReportFigure",
    "double_counts",
    "figures_below",
    "report_figures",
    "trace_of",
    "units_to_filter_by",
]
