"""The figures of reach, as DESIGN §3a fixes them: hosted ones and home ones.

Hosted: what the unit and those below it did, on the tree of each session's day. Home: the
people on the unit's rolls, wherever they attended.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from donghanh.gatherings.queries import Presence
from donghanh.kernel.cohorts import EMPTY, Cohort
from donghanh.kernel.evidence import Grade, best_first
from donghanh.reporting.reach.question import Question


@dataclass(frozen=True, slots=True)
class Hosted:
    """What was organised: sessions, attendances, and the distinct people who came."""

    sessions: int = 0
    sessions_by_grade: Counter[Grade] = field(default_factory=Counter)
    attendances_by_grade: Counter[Grade] = field(default_factory=Counter)
    people_by_grade: dict[Grade, Cohort] = field(default_factory=dict)
    provisional: int = 0

    @property
    def attendances(self) -> int:
        """Return how many attendances there were, named or not."""
        return self.attendances_by_grade.total()

    @property
    def people(self) -> int:
        """Return how many distinct people came."""
        return sum(len(cohort) for cohort in self.people_by_grade.values())

    @property
    def people_by_best_grade(self) -> Counter[Grade]:
        """Return how many people are known how well, each at his best grade."""
        return _counted(self.people_by_grade)


@dataclass(frozen=True, slots=True)
class Home:
    """The unit's own people: who is on the rolls, who was reached anywhere, who was not."""

    on_rolls: Cohort = EMPTY
    reached_by_grade: dict[Grade, Cohort] = field(default_factory=dict)

    @property
    def reached(self) -> Cohort:
        """Return those on the rolls who attended at least once."""
        return Cohort.union(self.reached_by_grade.values())

    @property
    def not_reached(self) -> Cohort:
        """Return those on the rolls who attended nowhere."""
        return self.on_rolls - self.reached

    @property
    def reached_by_best_grade(self) -> Counter[Grade]:
        """Return how many of the reached are known how well."""
        return _counted(self.reached_by_grade)


def hosted(question: Question) -> Hosted:
    """Count what was hosted at or below the unit."""
    return count_hosted(question.hosted_presences, question)


def home(question: Question) -> Home:
    """Count how many of the unit's own people were reached."""
    return count_home(question.rolls, people_at(question.all_presences, question.audience))


def people_at(presences: Iterable[Presence], audience: str | None = None) -> dict[Grade, Cohort]:
    """Return everybody present by name at some of the sessions, each at his best grade."""
    by_grade: dict[Grade, list[Cohort]] = {}
    for presence in presences:
        for grade, cohort in presence.named(audience):
            by_grade.setdefault(grade, []).append(cohort)
    united = [(grade, Cohort.union(cohorts)) for grade, cohorts in by_grade.items()]
    return {grade: cohort for grade, cohort in best_first(united) if cohort}


def count_hosted(presences: Iterable[Presence], question: Question) -> Hosted:
    """Count some of the hosted sessions; those a breakdown picked."""
    presences = list(presences)
    attendances: Counter[Grade] = Counter()
    sessions_by_grade: Counter[Grade] = Counter()
    for presence in presences:
        attendances += presence.attendances(question.audience)
        grade = presence.grade()
        if grade is not None:
            sessions_by_grade[grade] += 1
    people = people_at(presences, question.audience)
    return Hosted(
        sessions=len(presences),
        sessions_by_grade=sessions_by_grade,
        attendances_by_grade=attendances,
        people_by_grade=people,
        provisional=sum(len(cohort & question.merges.provisional) for cohort in people.values()),
    )


def count_home(on_rolls: Cohort, present: dict[Grade, Cohort]) -> Home:
    """Split some of the unit's people into reached and not reached."""
    reached = {grade: cohort & on_rolls for grade, cohort in present.items()}
    return Home(on_rolls=on_rolls, reached_by_grade={grade: who for grade, who in reached.items() if who})


def _counted(by_grade: dict[Grade, Cohort]) -> Counter[Grade]:
    return Counter({grade: len(cohort) for grade, cohort in by_grade.items() if cohort})
