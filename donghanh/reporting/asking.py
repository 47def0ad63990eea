"""How a question about reach is read from an address, and written into one."""

from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import QueryDict
from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate

from donghanh.core.errors import NotForYou
from donghanh.gatherings.choices import Audience
from donghanh.gatherings.errors import UnknownTopic
from donghanh.kernel.periods import Period, UnknownPeriod
from donghanh.legal.models import Topic
from donghanh.org.access import grants_of, reads_names_below, standing
from donghanh.org.choices import Reading, Role
from donghanh.org.models import Unit, User
from donghanh.reporting.discretion import OPEN, Discretion, HostedVerdict, Vantage, Verdict, check_askable
from donghanh.reporting.discretion.shown import HomeShown, HostedShown
from donghanh.reporting.discretion.slices import Slice
from donghanh.reporting.errors import PeriodUnreadable
from donghanh.reporting.reach import Home, Hosted, Question

THING = "reach"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as its reader may ask it, and what of the answer he is told."""

    question: Question
    discretion: Discretion | None
    """What keeps small groups back from a reader without names; None for one who may read the names."""

    @property
    def reads_names(self) -> bool:
        """Tell whether the reader may see who stands behind the figures."""
        return self.discretion is None

    @property
    def sees_home(self) -> bool:
        """Tell whether the reader is told about the unit's own people."""
        return self.question.joint_with is None

    def verdict(self, part: Slice | None = None) -> Verdict:
        """Return what is kept back of the unit's own people, of all that is asked or of a part of it."""
        return self.discretion.verdict(part) if self.discretion else OPEN

    def verdict_of(self, unit_id: int | None) -> Verdict:
        """Return what is kept back of the people of a unit below."""
        return self.discretion.verdict_of(unit_id) if self.discretion else OPEN

    def home(self, home: Home) -> HomeShown:
        """Tell of the unit's own people what may be told."""
        return HomeShown.of(home, self.verdict())

    def hosted(self, hosted: Hosted) -> HostedShown:
        """Tell of hosted sessions what may be told."""
        verdict = self.discretion.hosted(hosted) if self.discretion else HostedVerdict()
        return HostedShown.of(hosted, verdict)

    def of(self, period: Period) -> "Asked":
        """Ask the same of another period."""
        question = self.question.of(period)
        if self.discretion is None:
            return Asked(question, None)
        question = question.in_its_year(self.question.within or self.question)
        return Asked(question, Discretion(question, self.discretion.vantage))

    @property
    def address(self) -> str:
        """Write the question as the query of an address."""
        return address(self.question)


def ask(reader: User, unit: Unit, query: QueryDict, *, at: datetime) -> Asked:
    """Read a question about people of ``unit``; without names only what gives no small group away may be asked."""
    asked = ask_events(reader, unit, query, at=at)
    if not asked.reads_names:
        check_askable(asked.question)
    return asked


def ask_events(reader: User, unit: Unit, query: QueryDict, *, at: datetime) -> Asked:
    """Read a question about sessions and attendances, which are never hidden and may be asked for any days.

    A reader without any right to the unit gets what a stranger gets. A social-security officer asks a union
    about the sessions held jointly with his own office only.
    """
    office = _joint_office(reader, unit)
    period = period_of(query, at=at)
    question = Question(
        unit=unit,
        period=period,
        at=at,
        topics=_topics(query),
        audience=_audience(query),
        branch=_branch(unit, query.get("branch", ""), on=min(period.ends_on, localdate(at))),
        joint_with=office,
    )
    return _told(reader, question)


def ask_about(reader: User, unit: Unit, period: Period, *, at: datetime, topics: tuple[str, ...] = ()) -> Asked:
    """Ask about a unit and a period, for those who come with no address."""
    asked = _told(reader, Question(unit, period, at, topics, joint_with=_joint_office(reader, unit)))
    if not asked.reads_names:
        check_askable(asked.question)
    return asked


def _joint_office(reader: User, unit: Unit) -> Unit | None:
    """Return the office whose joint sessions are all that the reader may ask about; None for no such limit."""
    here = standing(reader, unit)
    if here.reading(THING) < Reading.NUMBER:
        raise NotForYou
    return None if here.stands_above(THING) else _office_of(reader)


def _told(reader: User, question: Question) -> Asked:
    is_whole = question.joint_with is None
    if is_whole and reads_names_below(reader, THING, at=question.rolls_unit, on=question.rolls_day):
        return Asked(question, None)
    question = question.in_its_year()
    return Asked(question, Discretion(question, Vantage(reader)))


def period_of(query: QueryDict, *, at: datetime) -> Period:
    """Read ``period=2026-Q3``, or ``from=…&to=…``; without any it is the running year."""
    written = query.get("period") or str(localdate(at).year)
    if query.get("from") and query.get("to"):
        written = f"{query['from']}/{query['to']}"
    try:
        return Period.parse(written)
    except UnknownPeriod as refusal:
        raise PeriodUnreadable(refusal.text, refusal.forms) from refusal


def address(question: Question, **changes: str) -> str:
    """Write a question as the query of an address, with some parts changed; an empty part is left out."""
    parts = {
        "period": question.period.code,
        "topic": question.topics[0] if question.topics else "",
        "audience": question.audience or "",
        "branch": question.branch.code if question.branch else "",
        **changes,
    }
    return urlencode({name: value for name, value in parts.items() if value}, safe="/")


def askable_units(reader: User) -> "QuerySet[Unit]":
    """Return the units that a reader holds roles at, for whom reach pages start there."""
    return Unit.objects.filter(pk__in=[grant.unit_id for grant in grants_of(reader)])


def _topics(query: QueryDict) -> tuple[str, ...]:
    codes = tuple(code for code in query.getlist("topic") if code)
    known = set(Topic.objects.filter(code__in=codes).values_list("code", flat=True)) if codes else set()
    for code in codes:
        if code not in known:
            raise UnknownTopic(code)
    return codes


def _audience(query: QueryDict) -> str | None:
    asked = str(query.get("audience", ""))
    return asked if asked in Audience.values else None


def _branch(unit: Unit, code: str, *, on: date) -> Unit | None:
    """Return the unit below this one whose part is asked for; what hangs elsewhere that day is no part."""
    return get_object_or_404(Unit.objects.under(unit, on=on), code=code) if code and code != unit.code else None


def _office_of(reader: User) -> Unit:
    return next(grant.unit for grant in grants_of(reader) if grant.role == Role.SOCIAL_SECURITY_OFFICER)
