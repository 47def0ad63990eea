"""How many of some people are behind a question, and behind the questions that would tell of it."""

from functools import cached_property

from donghanh.gatherings.models import SessionTopic
from donghanh.kernel.cohorts import EMPTY, Cohort
from donghanh.kernel.evidence import NAMED_GRADES
from donghanh.kernel.periods import Period
from donghanh.kernel.small_groups import Part, hide, tells_small
from donghanh.legal.models import Topic
from donghanh.reporting.discretion.crowds import Crowds
from donghanh.reporting.discretion.limits import WHOLE_MONTHS_FROM
from donghanh.reporting.discretion.slices import Slice, Slices
from donghanh.reporting.reach import Question


class Counts:
    """Counts any people of one year, by months, topic and audience; what is read is read once."""

    def __init__(self, question: Question) -> None:
        self._year = question.within or question
        self.slices = Slices()

    @cached_property
    def anywhere(self) -> Crowds:
        """Those present at anybody's sessions."""
        return Crowds(self._year.all_presences, self._sessions_about)

    @cached_property
    def at_hosted(self) -> Crowds:
        """Those present at the unit's own sessions."""
        return Crowds(self._year.hosted_presences, self._sessions_about)

    def of(self, rolls: Cohort, part: Slice, period: Period) -> tuple[int, ...]:
        """Return how many are on the rolls, reached and not reached."""
        reached = len(rolls & self.anywhere.present(period, part))
        return len(rolls), reached, len(rolls) - reached

    def by_grade(self, rolls: Cohort, part: Slice, period: Period) -> tuple[int, ...]:
        """Return how many of the reached are known how well."""
        crowds = self.anywhere.by_grade(period, part)
        return tuple(len(rolls & crowds.get(grade, EMPTY)) for grade in NAMED_GRADES)

    def part(self, rolls: Cohort, part: Slice, period: Period, *, is_hidden: bool) -> Part:
        """Return some people as a part of a table, with what the answers to other questions would tell of them."""
        counts = self.of(rolls, part, period)
        parts = (part, *self.slices.above(part))
        around = self.anywhere.nested(period, parts, small_unit=len(rolls) < WHOLE_MONTHS_FROM)
        others = [len(rolls & crowd) for crowd in around]
        is_told = tells_small(counts[1], *others) or self._is_told_beside(rolls, parts, period)
        return Part(counts, is_hidden=is_hidden or is_told, is_repeated=counts[1] in others)

    def _is_told_beside(self, rolls: Cohort, parts: tuple[Slice, ...], period: Period) -> bool:
        """Tell whether the other topics or audiences and the whole would give this one away."""
        beside = self.slices.beside(parts[0])
        if not beside:
            return False
        rows = [Part(self.of(rolls, each, period)[1:2]) for each in beside]
        return beside.index(parts[0]) in hide(Part(self.of(rolls, parts[1], period)[1:2]), rows).rows

    def _sessions_about(self) -> dict[str, set[int]]:
        """Return the sessions of the year by topic, those of the topics below included."""
        tags: dict[int, set[int]] = {}
        days = (self._year.period.starts_on, self._year.period.ends_on)
        rows = SessionTopic.objects.filter(session__held_on__range=days)
        for topic_id, session_id in rows.values_list("topic_id", "session_id"):
            tags.setdefault(topic_id, set()).add(session_id)
        branches = Topic.objects.branches()
        return {code: set().union(*(tags.get(pk, set()) for pk in ids)) for code, ids in branches.items()}
