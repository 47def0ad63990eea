"""What is asked of reach: whose, when, about what, for whom."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property

from django.utils.timezone import localdate

from donghanh.gatherings.models import Session
from donghanh.gatherings.queries import Presence, presences
from donghanh.gatherings.querysets import SessionQuerySet
from donghanh.kernel.cohorts import Cohort
from donghanh.kernel.periods import Period
from donghanh.legal.models import Topic
from donghanh.org.models import Unit, UnitPlacement
from donghanh.people.rolls import Merges, rolls_by_unit


@dataclass(frozen=True)
class Question:
    """A unit, a period, topics (none = all) and an audience (none = all), asked at a moment.

    ``branch`` asks for the part of the unit's figures that one unit below it stands for, ``joint_with``
    for the sessions held together with another body. ``within`` is a wider question that was answered
    already, whose presences this one's are picked from. What is read for the answer is read once and
    shared by the figures and their breakdowns.
    """

    unit: Unit
    period: Period
    at: datetime
    topics: tuple[str, ...] = ()
    audience: str | None = None
    branch: Unit | None = None
    joint_with: Unit | None = None
    within: "Question | None" = field(default=None, compare=False, repr=False)
    merges: Merges = field(default_factory=Merges.now, compare=False, repr=False)

    @property
    def rolls_day(self) -> date:
        """Return the day whose tree and rolls home figures use: the period's last, or today while it runs."""
        return min(self.period.ends_on, localdate(self.at))

    @property
    def rolls_unit(self) -> Unit:
        """Return the unit whose rolls are meant."""
        return self.branch or self.unit

    @property
    def past_period(self) -> Period:
        """Return the same period last year; of a running period, the same days of it."""
        today = localdate(self.at)
        running = today in self.period
        return (Period(self.period.starts_on, today) if running else self.period).a_year_before()

    def of_a_year_before(self) -> "Question":
        """Ask the same of the same period last year; of a running period, up to the same day."""
        return self.of(self.past_period)

    def of(self, period: Period) -> "Question":
        """Ask the same of another period."""
        return replace(self, period=period, within=None)

    def in_its_year(self, read_already: "Question | None" = None) -> "Question":
        """Ask the same as a part of everything in its year, which may have been read already."""
        if self.period.starts_on.year != self.period.ends_on.year:
            return self
        year = Period.of_months(self.period.starts_on.year, 1, 12)
        everything = replace(self, period=year, topics=(), audience=None)
        if everything == self:
            return self
        return replace(self, within=read_already if read_already == everything else everything)

    @cached_property
    def hosted_sessions(self) -> SessionQuerySet:
        """The sessions hosted or co-hosted at or below the unit that count."""
        found = Session.objects.hosted_under(self.unit, during=self.period).held(by=self.at)
        if self.branch:
            found = found.hosted_under(self.branch, during=self.period)
        if self.joint_with:
            found = found.hosted_under(self.joint_with, during=self.period)
        return self._narrowed(found)

    @cached_property
    def planned_sessions(self) -> SessionQuerySet:
        """The sessions of the unit still to come in the period; they are shown apart and count nowhere."""
        found = Session.objects.hosted_under(self.unit, during=self.period).planned(at=self.at)
        return self._about_topics(found)

    @cached_property
    def all_sessions(self) -> SessionQuerySet:
        """The sessions of anybody that count."""
        return self._narrowed(Session.objects.within(self.period).held(by=self.at))

    @cached_property
    def hosted_presences(self) -> list[Presence]:
        """The presence at the hosted sessions; picked from the presence anywhere when that is read already."""
        if "all_presences" not in self.__dict__:
            return presences(self.hosted_sessions, self.merges)
        hosted = set(self.hosted_sessions.values_list("pk", flat=True))
        return [presence for presence in self.all_presences if presence.session_id in hosted]

    @cached_property
    def all_presences(self) -> list[Presence]:
        """The presence anywhere, for those who ask where the unit's people went."""
        if self.within is None:
            return presences(self.all_sessions, self.merges)
        if not (self.topics or self.audience):
            return [presence for presence in self.within.all_presences if presence.held_on in self.period]
        wanted = set(self.all_sessions.values_list("pk", flat=True))
        return [presence for presence in self.within.all_presences if presence.session_id in wanted]

    @cached_property
    def rolls_by_unit(self) -> dict[int, Cohort]:
        """The people on the rolls, by the unit they work at."""
        return rolls_by_unit(self.rolls_unit, on=self.rolls_day, merges=self.merges)

    @cached_property
    def rolls_paths(self) -> dict[int, str]:
        """Where the units with people on the rolls hung on the day of the rolls."""
        places = UnitPlacement.objects.on(self.rolls_day).filter(unit__in=self.rolls_by_unit)
        return dict(places.values_list("unit_id", "path"))

    @cached_property
    def rolls(self) -> Cohort:
        """Everybody on the rolls, each person once."""
        return Cohort.union(self.rolls_by_unit.values())

    def _narrowed(self, sessions: SessionQuerySet) -> SessionQuerySet:
        """Keep what the question is about: its topics, and the sessions its audience came to."""
        sessions = self._about_topics(sessions)
        return sessions.attended_by(self.audience) if self.audience else sessions

    def _about_topics(self, sessions: SessionQuerySet) -> SessionQuerySet:
        return sessions.about(Topic.objects.branch_ids(self.topics)) if self.topics else sessions
