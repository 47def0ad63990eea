"""How a question about reach is read from an address, and written into one."""

from dataclasses import dataclass
from datetime import datetime
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
from donghanh.reporting.errors import PeriodUnreadable
from donghanh.reporting.reach import Question

THING = "reach"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as its reader may ask it."""

    question: Question
    reads_names: bool
    sees_home: bool

    @property
    def address(self) -> str:
        """Write the question as the query of an address."""
        return address(self.question)


def ask(reader: User, unit: Unit, query: QueryDict, *, at: datetime) -> Asked:
    """Read a question about ``unit``; a reader without any right to it gets what a stranger gets.

    A social-security officer asks a union about the sessions held jointly with his own office only.
    """
    here = standing(reader, unit)
    if here.reading(THING) < Reading.NUMBER:
        raise NotForYou
    question = Question(
        unit=unit,
        period=period_of(query, at=at),
        at=at,
        topics=_topics(query),
        audience=_audience(query),
        branch=_branch(unit, query.get("branch", "")),
        joint_with=None if here.stands_above(THING) else _office_of(reader),
    )
    names = question.joint_with is None and reads_names_below(
        reader, THING, at=question.rolls_unit, on=question.rolls_day
    )
    return Asked(question, reads_names=names, sees_home=question.joint_with is None)


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


def _branch(unit: Unit, code: str) -> Unit | None:
    return get_object_or_404(Unit, code=code) if code and code != unit.code else None


def _office_of(reader: User) -> Unit:
    return next(grant.unit for grant in grants_of(reader) if grant.role == Role.SOCIAL_SECURITY_OFFICER)
