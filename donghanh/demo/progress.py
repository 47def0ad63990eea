"""How far a long piece of work has come."""

from collections.abc import Callable

Report = Callable[[int, int], None]


def in_silence(done: int, total: int) -> None:
    """Report to nobody."""


class Progress:
    """Counts steps and reports them as percent, each percent once."""

    def __init__(self, report: Report, total: int) -> None:
        self._report = report
        self._total = total
        self._done = 0

    def step(self) -> None:
        """Count one step."""
        before, self._done = self._percent, self._done + 1
        if self._percent > before:
            self._report(self._percent, 100)

    @property
    def _percent(self) -> int:
        return min(self._done * 100 // self._total, 100)
