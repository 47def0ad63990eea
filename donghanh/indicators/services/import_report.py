"""What an import of figures tells whoever started it."""

from dataclasses import dataclass, field
from typing import Any


@dataclass
class ImportReport:
    """What an import did; ``left_out`` says of each place in the file why it was not stored."""

    saved: int = 0
    unchanged: int = 0
    changed: int = 0
    left_out: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._met: set[tuple[Any, ...]] = set()

    def leave_out(self, place: str, why: object) -> None:
        """Say that a place of the file was not stored."""
        self.left_out.append(f"{place}: {why}")

    def meets_first(self, *key: Any) -> bool:
        """Tell whether this figure was not yet met in the file."""
        is_new = key not in self._met
        self._met.add(key)
        return is_new
