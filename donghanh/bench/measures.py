"""Which measurements there are."""

from collections.abc import Callable
from typing import Any

from donghanh.bench.check_in import check_in
from donghanh.bench.fuzz import fuzz
from donghanh.bench.imports import import_workers
from donghanh.bench.pages import pages
from donghanh.bench.reach import reach
from donghanh.bench.report import report

_MEASURES: dict[str, Callable[[], dict[str, Any]]] = {
    "reach": reach,
    "check-in": check_in,
    "import": import_workers,
    "report": report,
    "pages": pages,
    "fuzz": fuzz,
}
NAMES = tuple(_MEASURES)


def measure(name: str) -> dict[str, Any]:
    """Take one measurement on the database at hand."""
    return _MEASURES[name]()
