"""Reach broken down: by the units directly below, by a level of units, by month, topic and audience.

A person can stand in several rows, so rows never add up to the whole; every total is counted anew.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.db.models import F

from donghanh.gatherings.choices import Audience
from donghanh.gatherings.models import SessionTopic, SessionUnit
from donghanh.gatherings.queries import Presence
from donghanh.kernel.cohorts import Cohort
from donghanh.kernel.periods import Period
from donghanh.legal.models import Topic
from donghanh.org.models import Unit
from donghanh.org.querysets import ids_on
from donghanh.reporting.reach.figures import Home, Hosted, count_home, count_hosted, people_at
from donghanh.reporting.reach.question import Question


@dataclass(frozen=True, slots=True)
class Row:
    """One part of the whole."""

    key: str
    label: str
    hosted: Hosted
    home: Home
    unit_id: int | None = None
    """The unit that the row is about, for a row about one."""


class UnitParts:
    """The parts of a figure that units below stand for, one by one or some of them together."""

    def __init__(self, question: Question, units: Iterable[Unit]) -> None:
        self.question = question
        self.units = list(units)
        wanted = {unit.pk for unit in self.units}
        self._sessions = _sessions_by_unit(question, wanted)
        self._rolls = _rolls_by_unit(question, wanted)
        self._by_session = {presence.session_id: presence for presence in question.hosted_presences}
        self._present = people_at(question.all_presences, question.audience)
        self._rows: dict[int, Row] = {}

    def row(self, unit: Unit) -> Row:
        """Return the part of one unit."""
        if unit.pk not in self._rows:
            self._rows[unit.pk] = replace(self.together([unit], unit.label, unit.code), unit_id=unit.pk)
        return self._rows[unit.pk]

    def together(self, units: Iterable[Unit], label: str, key: str = "") -> Row:
        """Return the part of some units: their sessions once, their people once."""
        ids = [unit.pk for unit in units]
        sessions = set().union(*(self._sessions[pk] for pk in ids))
        rolls = Cohort.union(cohort for pk in ids for cohort in self._rolls[pk])
        return Row(
            key=key,
            label=label,
            hosted=count_hosted((self._by_session[pk] for pk in sorted(sessions)), self.question),
            home=count_home(rolls, self._present),
        )


def by_unit_level(question: Question, kind: str) -> list[Row]:
    """Break down by all units of one kind at or below the unit."""
    below = Unit.objects.under(question.unit, on=question.rolls_day).filter(kind=kind)
    parts = UnitParts(question, below.order_by("code"))
    return [parts.row(unit) for unit in parts.units]


def hosted_by_month(question: Question) -> list[tuple[Period, Hosted]]:
    """Break down what was hosted by the months of the period; the first and last may be part of one."""
    return [
        (month, count_hosted(_in(month, question.hosted_presences), question)) for month in question.period.months()
    ]


def by_month(question: Question) -> list[Row]:
    """Break down by month; each month has the rolls of its own last day."""
    rows = []
    for month, was_hosted in hosted_by_month(question):
        present = people_at(_in(month, question.all_presences), question.audience)
        home = count_home(question.of(month).rolls, present)
        rows.append(Row(month.code, f"{month.starts_on:%m/%Y}", was_hosted, home))
    return rows


def by_topic(question: Question) -> list[Row]:
    """Break down by the main branches of the topic tree, or by those below the topics asked for.

    A session of two topics stands whole under each.
    """
    branches = Topic.objects.filter(parent__code__in=question.topics) if question.topics else None
    topics = list(branches if branches is not None else Topic.objects.filter(parent=None))
    sessions, ids = _sessions_by_topic(question), Topic.objects.branches()
    rows = []
    for topic in topics:
        wanted = set().union(*(sessions[pk] for pk in ids[topic.code]))
        rows.append(
            Row(
                key=topic.code,
                label=topic.name,
                hosted=count_hosted(
                    (each for each in question.hosted_presences if each.session_id in wanted), question
                ),
                home=count_home(
                    question.rolls,
                    people_at(
                        (each for each in question.all_presences if each.session_id in wanted),
                        question.audience,
                    ),
                ),
            )
        )
    return [row for row in rows if row.hosted.sessions or row.home.reached]


def by_audience(question: Question) -> list[Row]:
    """Break down by what people were present as; sessions are those that somebody of the audience came to."""
    rows = []
    for audience in Audience:
        asked = replace(question, audience=audience.value)
        wanted = set(asked.hosted_sessions.values_list("pk", flat=True))
        here = [each for each in question.hosted_presences if each.session_id in wanted]
        everywhere = people_at(question.all_presences, audience.value)
        rows.append(
            Row(
                audience.value,
                str(audience.label),
                count_hosted(here, asked),
                count_home(question.rolls, everywhere),
            )
        )
    return [row for row in rows if row.hosted.sessions or row.home.reached]


def _in(month: Period, presences: Iterable[Presence]) -> list[Presence]:
    return [presence for presence in presences if presence.held_on in month]


def _sessions_by_unit(question: Question, wanted: set[int]) -> dict[int, set[int]]:
    """Return the hosted sessions of each unit, by the tree of each session's day."""
    hosts = SessionUnit.objects.filter(
        session__in=question.hosted_sessions,
        unit__placements__starts_on__lte=F("session__held_on"),
        unit__placements__ends_on__gte=F("session__held_on"),
    )
    found: dict[int, set[int]] = defaultdict(set)
    for session_id, path in hosts.values_list("session_id", "unit__placements__path"):
        for unit_id in wanted.intersection(ids_on(path)):
            found[unit_id].add(session_id)
    return found


def _rolls_by_unit(question: Question, wanted: set[int]) -> dict[int, list[Cohort]]:
    """Return the cohorts on the rolls at or below each unit."""
    found: dict[int, list[Cohort]] = defaultdict(list)
    for unit_id, path in question.rolls_paths.items():
        for above in wanted.intersection(ids_on(path)):
            found[above].append(question.rolls_by_unit[unit_id])
    return found


def _sessions_by_topic(question: Question) -> dict[int, set[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    tags = SessionTopic.objects.filter(session__in=question.all_sessions)
    for topic_id, session_id in tags.values_list("topic_id", "session_id"):
        found[topic_id].add(session_id)
    for topic_id, session_id in SessionTopic.objects.filter(session__in=question.hosted_sessions).values_list(
        "topic_id", "session_id"
    ):
        found[topic_id].add(session_id)
    return found
