"""What a report counts from recorded sessions, whole or by parts."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from donghanh.gatherings.choices import Audience, SessionForm
from donghanh.gatherings.models import Session, SessionTopic
from donghanh.gatherings.queries import Presence
from donghanh.kernel.cohorts import Cohort
from donghanh.kernel.evidence import Grade
from donghanh.legal.models import Topic
from donghanh.reporting.reach import Question, hosted
from donghanh.reporting.reach.figures import people_at
from donghanh.reporting.reports.values import Evidence, Held, HeldSession

COUNTED_CUTS = {"form", "audience"}
INTEGRATED = "integrated_sessions"
MONTHS_SHOWN = 24
"""A longer period is summed up by year."""


@dataclass(frozen=True)
class Counting:
    """The sessions hosted at or below a unit in one period, and who was there; read once."""

    question: Question

    @cached_property
    def presences(self) -> list[Presence]:
        """Who was at each session."""
        return self.question.hosted_presences

    @cached_property
    def sessions(self) -> dict[int, Session]:
        """The sessions themselves, by the day they were held."""
        rows = self.question.hosted_sessions.select_related("host").order_by("held_on", "starts_at", "pk")
        return {session.pk: session for session in rows}

    @cached_property
    def forms(self) -> dict[int, str]:
        """The form of each session."""
        return dict(self.question.hosted_sessions.values_list("pk", "form"))

    @cached_property
    def topics(self) -> dict[int, Topic]:
        """The whole topic tree, in its order."""
        return {topic.pk: topic for topic in Topic.objects.all()}

    @cached_property
    def topics_of(self) -> dict[int, list[int]]:
        """The ids of the topics of each session."""
        found: dict[int, list[int]] = defaultdict(list)
        tags = SessionTopic.objects.filter(session__in=self.question.hosted_sessions).order_by("topic__position")
        for session_id, topic_id in tags.values_list("session_id", "topic_id"):
            found[session_id].append(topic_id)
        return found

    def count(self, formula: str, cut: Mapping[str, str]) -> int | None:
        """Count one figure, or a part of it; None where the records cannot know.

        Without a single session on record nobody can tell "nothing happened" from "nothing was
        written down", and without any presence on record the same holds for attendances.
        """
        if not self.presences or not is_countable(formula, cut):
            return None
        if formula == INTEGRATED:
            formula, cut = "sessions", {"form": SessionForm.INTEGRATED, **cut}
        if formula in _NEED_PRESENCE and not any(each.attendances() for each in self.presences):
            return None
        if formula == "people" and not any(each.cohorts for each in self.presences):
            return None
        return _FORMULAS[formula](self._part(cut), cut.get("audience"))

    def parts(self, formula: str) -> list[dict[str, str]]:
        """Return the parts by which a figure is broken down: those that the records hold something of."""
        cuts = {
            "sessions": [{"form": form} for form in SessionForm.values],
            "attendances": [{"audience": audience} for audience in Audience.values],
        }
        return [cut for cut in cuts.get(formula, []) if self.count(formula, cut)]

    def evidence(self) -> Evidence:
        """Say how well the counted figures are known."""
        found = hosted(self.question)
        return Evidence(
            sessions=_by_letter(found.sessions_by_grade),
            attendances=_by_letter(found.attendances_by_grade),
            people=_by_letter(found.people_by_best_grade),
            provisional=found.provisional,
        )

    def by_form(self) -> tuple[Held, ...]:
        """Sum up by form."""
        return self._held(
            (form, str(label), [each for each in self.presences if self.forms[each.session_id] == form])
            for form, label in SessionForm.choices
        )

    def by_topic(self) -> tuple[Held, ...]:
        """Sum up by the main branches of the topic tree; a session of two topics stands whole under each."""
        sessions: dict[int, set[int]] = defaultdict(set)
        for session_id, topic_ids in self.topics_of.items():
            for topic_id in topic_ids:
                sessions[self._main_branch(topic_id)].add(session_id)
        return self._held(
            (topic.code, topic.name_vi, [each for each in self.presences if each.session_id in sessions[topic.pk]])
            for topic in self.topics.values()
            if topic.parent_id is None
        )

    def by_month(self) -> tuple[Held, ...]:
        """Sum up by month, or by year where there would be too many months."""
        months = list(self.question.period.months())
        written = "%m/%Y" if len(months) <= MONTHS_SHOWN else "%Y"
        labels = dict.fromkeys(f"{month.starts_on:{written}}" for month in months)
        found: dict[str, list[Presence]] = defaultdict(list)
        for each in self.presences:
            found[f"{each.held_on:{written}}"].append(each)
        return self._held((label, label, found[label]) for label in labels)

    def by_document(self) -> tuple[Held, ...]:
        """Sum up by the documents disseminated, the one most often first."""
        found: dict[str, list[Presence]] = defaultdict(list)
        for each in self.presences:
            for number in dict.fromkeys(self.sessions[each.session_id].document_numbers):
                found[number].append(each)
        held = self._held((number, number, some) for number, some in found.items())
        return tuple(sorted(held, key=lambda each: (-each.sessions, each.key)))

    def listed(self) -> tuple[HeldSession, ...]:
        """List the sessions by day."""
        attendances = {each.session_id: each.attendances().total() for each in self.presences}
        return tuple(
            HeldSession(
                id=pk,
                held_on=session.held_on,
                title=session.title,
                host=session.host.name,
                form=session.form,
                topics=tuple(self.topics[topic_id].name_vi for topic_id in self.topics_of.get(pk, ())),
                attendances=attendances[pk],
            )
            for pk, session in self.sessions.items()
        )

    def _main_branch(self, topic_id: int) -> int:
        while (parent_id := self.topics[topic_id].parent_id) is not None:
            topic_id = parent_id
        return topic_id

    def _part(self, cut: Mapping[str, str]) -> list[Presence]:
        found = self.presences
        if "form" in cut:
            found = [each for each in found if self.forms[each.session_id] == cut["form"]]
        if "audience" in cut:
            found = [each for each in found if each.attendances(cut["audience"])]
        return found

    def _held(self, groups: Iterable[tuple[str, str, list[Presence]]]) -> tuple[Held, ...]:
        return tuple(
            Held(key, label, len(some), sum(each.attendances().total() for each in some))
            for key, label, some in groups
            if some
        )


_FORMULAS: Mapping[str, Callable[[list[Presence], str | None], int]] = {
    "sessions": lambda some, _audience: len(some),
    "attendances": lambda some, audience: sum(each.attendances(audience).total() for each in some),
    "people": lambda some, audience: len(Cohort.union(people_at(some, audience).values())),
}
_NEED_PRESENCE = {"attendances", "people"}


def is_countable(formula: str, cut: Mapping[str, str]) -> bool:
    """Tell whether records of sessions can answer for a figure, or for a part of it."""
    return (formula == INTEGRATED or formula in _FORMULAS) and not set(cut) - COUNTED_CUTS


def _by_letter(counts: Counter[Grade]) -> dict[str, int]:
    return {grade.value: counts[grade] for grade in sorted(counts) if counts[grade]}
