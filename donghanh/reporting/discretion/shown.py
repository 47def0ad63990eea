"""Figures as a reader is told them: None is what is kept back from him."""

from collections.abc import Mapping
from dataclasses import dataclass

from donghanh.kernel.evidence import Grade
from donghanh.reporting.discretion.verdicts import HostedVerdict, Verdict
from donghanh.reporting.reach import Home, Hosted


@dataclass(frozen=True, slots=True)
class HomeShown:
    """What is told of a unit's own people: all three numbers, or none."""

    on_rolls: int | None
    reached: int | None
    not_reached: int | None
    reached_by_best_grade: Mapping[Grade, int] | None

    @classmethod
    def of(cls, home: Home, verdict: Verdict) -> "HomeShown":
        """Tell what the verdict leaves."""
        grades = None if verdict.grades else home.reached_by_best_grade
        if verdict.total:
            return cls(None, None, None, None)
        return cls(len(home.on_rolls), len(home.reached), len(home.not_reached), grades)

    @property
    def is_suppressed(self) -> bool:
        """Tell whether something is kept back."""
        return self.reached is None or self.reached_by_best_grade is None


@dataclass(frozen=True, slots=True)
class HostedShown:
    """What is told of hosted sessions: sessions and attendances always, the people as far as they may be told."""

    sessions: int
    sessions_by_grade: Mapping[Grade, int]
    attendances: int
    attendances_by_grade: Mapping[Grade, int]
    people: int | None
    people_by_best_grade: Mapping[Grade, int] | None
    provisional: int | None

    @classmethod
    def of(cls, hosted: Hosted, verdict: HostedVerdict) -> "HostedShown":
        """Tell what the verdict leaves."""
        return cls(
            sessions=hosted.sessions,
            sessions_by_grade=hosted.sessions_by_grade,
            attendances=hosted.attendances,
            attendances_by_grade=hosted.attendances_by_grade,
            people=None if verdict.people else hosted.people,
            people_by_best_grade=None if verdict.grades else hosted.people_by_best_grade,
            provisional=None if verdict.grades else hosted.provisional,
        )

    @property
    def is_suppressed(self) -> bool:
        """Tell whether something is kept back."""
        return self.people is None or self.people_by_best_grade is None
