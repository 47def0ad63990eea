"""Presence as cohorts: who and how many were at each session, merges applied."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from donghanh.gatherings.choices import Audience
from donghanh.gatherings.models import Attendance, Headcount, Session, SessionCohort
from donghanh.gatherings.querysets import SessionQuerySet
from donghanh.kernel.cohorts import EMPTY, Cohort
from donghanh.kernel.evidence import Grade, attendances_by_grade
from donghanh.people.rolls import Merges

_AUDIENCE_ORDER = {audience: position for position, audience in enumerate(Audience.values)}
_CHUNK = 400


@dataclass(frozen=True, slots=True)
class Presence:
    """Who and how many were at one session; nobody stands in two of its cohorts."""

    session_id: int
    held_on: date
    cohorts: tuple[tuple[str, Grade, Cohort], ...] = ()
    headcounts: dict[str, tuple[int, Grade]] = field(default_factory=dict)

    def named(self, audience: str | None = None) -> Iterator[tuple[Grade, Cohort]]:
        """Yield the graded cohorts of one audience, or of all."""
        for present_as, grade, cohort in self.cohorts:
            if audience in (None, present_as):
                yield grade, cohort

    def people(self) -> Cohort:
        """Return everybody present by name."""
        return Cohort.union(cohort for _, _, cohort in self.cohorts)

    def attendances(self, audience: str | None = None) -> Counter[Grade]:
        """Count attendances by grade: per audience, the named and what a headcount adds beyond them."""
        total: Counter[Grade] = Counter()
        present_as = {each for each, _, _ in self.cohorts} | set(self.headcounts)
        for each in present_as if audience is None else {audience}:
            named: Counter[Grade] = Counter()
            for grade, cohort in self.named(each):
                named[grade] += len(cohort)
            total += attendances_by_grade(named, *self.headcounts.get(each, ()))
        return total

    def beyond_names(self, audience: str) -> int:
        """Return how many of an audience are known by number only."""
        named = sum(len(cohort) for _, cohort in self.named(audience))
        return max(self.headcounts.get(audience, (0, Grade.D))[0] - named, 0)

    def grade(self) -> Grade | None:
        """Return the best grade present, None when nothing was recorded."""
        counts = self.attendances()
        return min(counts) if counts else None


def presences(sessions: SessionQuerySet, merges: Merges) -> list[Presence]:
    """Read the presence of sessions: from folded cohorts where they are whole, else from the rows."""
    facts = {
        session_id: (held_on, host_id, presence_version == folded_version)
        for session_id, held_on, host_id, presence_version, folded_version in sessions.values_list(
            "pk", "held_on", "host_id", "presence_version", "folded_version"
        )
    }
    folded = [session_id for session_id, fact in facts.items() if fact[2]]
    waiting = {session_id: fact[1] for session_id, fact in facts.items() if not fact[2]}
    cohorts = {**_folded_cohorts(folded), **_cohorts_of_rows(waiting)}
    headcounts = _headcounts(facts)
    return [
        Presence(
            session_id=session_id,
            held_on=fact[0],
            cohorts=_each_once(cohorts.get(session_id, ()), merges),
            headcounts=headcounts.get(session_id, {}),
        )
        for session_id, fact in facts.items()
    ]


GradedCohorts = list[tuple[str, Grade, Cohort]]


def _each_once(graded: Iterable[tuple[str, Grade, Cohort]], merges: Merges) -> tuple[tuple[str, Grade, Cohort], ...]:
    """Apply merges; a person who then stands twice keeps his best grade, in the first audience of it."""
    seen = EMPTY
    kept = []
    for audience, grade, cohort in sorted(graded, key=lambda each: (each[1], _AUDIENCE_ORDER[each[0]])):
        fresh = merges.apply(cohort) - seen
        seen = seen | fresh
        kept.append((audience, grade, fresh))
    return tuple(kept)


def _folded_cohorts(session_ids: list[int]) -> dict[int, GradedCohorts]:
    found: dict[int, GradedCohorts] = defaultdict(list)
    for chunk in _chunks(session_ids):
        rows = SessionCohort.objects.filter(session__in=chunk)
        for session_id, audience, grade, members in rows.values_list("session_id", "audience", "grade", "members"):
            found[session_id].append((audience, Grade(grade), Cohort.from_bytes(members)))
    return found


def _cohorts_of_rows(hosts: dict[int, int]) -> dict[int, GradedCohorts]:
    members: dict[tuple[int, str, str], list[int]] = defaultdict(list)
    for chunk in _chunks(list(hosts)):
        rows = Attendance.objects.standing().filter(
            session_id__in=chunk, unit_id__in={hosts[session_id] for session_id in chunk}
        )
        for session_id, audience, grade, worker_id in rows.values_list("session_id", "audience", "grade", "worker_id"):
            members[session_id, audience, grade].append(worker_id)
    found: dict[int, GradedCohorts] = defaultdict(list)
    for (session_id, audience, grade), ids in members.items():
        found[session_id].append((audience, Grade(grade), Cohort(ids)))
    return found


def _headcounts(session_ids: Iterable[int]) -> dict[int, dict[str, tuple[int, Grade]]]:
    found: dict[int, dict[str, tuple[int, Grade]]] = defaultdict(dict)
    for chunk in _chunks(list(session_ids)):
        rows = Headcount.objects.standing().filter(session__in=chunk)
        for session_id, audience, count, grade in rows.values_list("session_id", "audience", "count", "grade"):
            found[session_id][audience] = (count, Grade(grade))
    return found


def _chunks(ids: list[int]) -> Iterator[list[int]]:
    for start in range(0, len(ids), _CHUNK):
        yield ids[start : start + _CHUNK]


def presence_of(session: Session) -> Presence:
    """Read the presence of one session."""
    return presences(Session.objects.filter(pk=session.pk), Merges.now())[0]
