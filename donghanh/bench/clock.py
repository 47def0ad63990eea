"""Taking time, and counting what is asked of the database."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

from django.db import connection
from django.test.utils import CaptureQueriesContext


@dataclass(frozen=True, slots=True)
class Timing:
    """Wall milliseconds of some repetitions."""

    p50_ms: float
    p95_ms: float


def timed(act: Callable[[], object], *, times: int = 15) -> Timing:
    """Repeat an act and return its middle and its slow time."""
    act()
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        act()
        taken.append((time.perf_counter() - start) * 1000)
    taken.sort()
    return Timing(round(statistics.median(taken), 2), round(taken[min(int(len(taken) * 0.95), len(taken) - 1)], 2))


def statements(act: Callable[[], object]) -> int:
    """Count the SQL statements that an act asks."""
    with CaptureQueriesContext(connection) as captured:
        act()
        return len(captured)


def cpu_ms(act: Callable[[], object], *, times: int) -> float:
    """Return the processor milliseconds that one repetition takes."""
    start = time.process_time()
    for _ in range(times):
        act()
    return round((time.process_time() - start) * 1000 / times, 2)
