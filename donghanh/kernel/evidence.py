"""Evidence grades: how a record is known, and how grades add up."""

from collections import Counter
from collections.abc import Iterable, Mapping
from enum import StrEnum

from donghanh.kernel.cohorts import EMPTY, Cohort


class Grade(StrEnum):
    """How well a presence is known; earlier letters are better."""

    A = "A"
    """Scanned by an officer, or a self check-in by an account bound to the person."""
    B = "B"
    """Named: a list, typed in, or phone and name."""
    C = "C"
    """A number with a signed sheet or a photo."""
    D = "D"
    """A number alone."""


NAMED_GRADES = (Grade.A, Grade.B)


def best_first(cohorts: Iterable[tuple[Grade, Cohort]]) -> list[tuple[Grade, Cohort]]:
    """Give every person to his best grade only; no person stands in two of the cohorts returned."""
    seen = EMPTY
    kept = []
    for grade, cohort in sorted(cohorts, key=lambda pair: pair[0]):
        fresh = cohort - seen
        seen = seen | fresh
        kept.append((grade, fresh))
    return kept


def attendances_by_grade(
    named: Mapping[Grade, int], headcount: int | None = None, headcount_grade: Grade = Grade.D
) -> Counter[Grade]:
    """Count one audience of one session: the named, and what a headcount adds beyond them."""
    counts = Counter({grade: count for grade, count in named.items() if count})
    excess = (headcount or 0) - sum(named.values())
    if excess > 0:
        counts[headcount_grade] += excess
    return counts


def shares(counts: Mapping[Grade, int]) -> dict[Grade, float]:
    """Turn counts into percentages with one decimal that add to 100.0 (largest remainder)."""
    total = sum(counts.values())
    if not total:
        return {}
    exact = {grade: count * 1000 / total for grade, count in counts.items() if count}
    floors = {grade: int(value) for grade, value in exact.items()}
    left = 1000 - sum(floors.values())
    for grade in sorted(exact, key=lambda grade: (floors[grade] - exact[grade], grade))[:left]:
        floors[grade] += 1
    return {grade: floors[grade] / 10 for grade in sorted(floors)}
