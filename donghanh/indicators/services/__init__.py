"""What may change among figures."""

from donghanh.indicators.services.checks import indicator_of
from donghanh.indicators.services.figures import correct_figure, declare_figure, withdraw_figure
from donghanh.indicators.services.file_import import assign_group, import_figures
from donghanh.indicators.services.import_report import ImportReport
from donghanh.indicators.services.statement import Statement
from donghanh.indicators.services.waiting_groups import statements

__all__ = [
    "ImportReport",
    "Statement",
    "assign_group",
    "correct_figure",
    "declare_figure",
    "import_figures",
    "indicator_of",
    "statements",
    "withdraw_figure",
]
