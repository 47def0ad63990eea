"""What is kept back of the figures of one question."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verdict:
    """What of a unit's own people, and of those of the units directly below it, is kept back."""

    total: bool = False
    grades: bool = False
    rows: frozenset[int] = frozenset()
    row_grades: frozenset[int] = frozenset()
    as_one: bool = False
    """Whether the rows that are kept back may be shown as one."""

    def of_row(self, unit_id: int) -> "Verdict":
        """Return what of one unit directly below is kept back."""
        return Verdict(total=unit_id in self.rows, grades=unit_id in self.row_grades | self.rows)


@dataclass(frozen=True, slots=True)
class HostedVerdict:
    """What of the people who came to hosted sessions is kept back."""

    people: bool = False
    grades: bool = False


OPEN = Verdict()
"""Nothing is kept back from those who may read the names."""
