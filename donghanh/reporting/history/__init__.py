"""A small history in one file, replayed through the services that the pages call."""

from donghanh.reporting.history.replay import HistoryReport, import_history

__all__ = ["HistoryReport", "import_history"]
