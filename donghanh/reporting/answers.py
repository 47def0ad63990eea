"""Reach as data: what the command line prints as JSON and what other doors will answer."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from donghanh.gatherings.errors import UnknownTopic
from donghanh.kernel.errors import DomainError
from donghanh.kernel.evidence import Grade
from donghanh.kernel.periods import Period
from donghanh.legal.models import Topic
from donghanh.org.access import require
from donghanh.org.choices import Reading, UnitKind
from donghanh.org.models import Unit, User
from donghanh.people.models import Worker
from donghanh.reporting.reach import Home, Hosted, Question, home, hosted
from donghanh.reporting.reach.breakdowns import by_month, by_topic, by_unit_level


class UnknownBreakdown(DomainError):
    """Reach cannot be broken down by that."""

    code = "unknown_breakdown"

    def __init__(self, by: str) -> None:
        message = _("Reach cannot be broken down by %(by)s. Use month, topic or one of: %(levels)s.")
        super().__init__(message % {"by": by, "levels": ", ".join(UnitKind.values)})


def answer_reach(
    unit: Unit,
    period: Period,
    *,
    actor: User,
    at: datetime,
    topics: tuple[str, ...] = (),
    by: str | None = None,
) -> dict[str, Any]:
    """Answer for a unit and a period; people not reached are named only to those who may read names."""
    reading = require(actor, "reach", at=unit)
    known = set(Topic.objects.filter(code__in=topics).values_list("code", flat=True))
    for code in topics:
        if code not in known:
            raise UnknownTopic(code)
    question = Question(unit=unit, period=period, at=at, topics=topics)
    answer: dict[str, Any] = {
        "unit": unit.code,
        "from": period.starts_on.isoformat(),
        "to": period.ends_on.isoformat(),
        "topics": list(topics),
        "as_of": at.isoformat(),
        "hosted": hosted_as_data(hosted(question)),
        "home": home_as_data(home(question), names=reading == Reading.NAME),
    }
    if by:
        answer["by"] = list(_rows(question, by))
    return answer


def hosted_as_data(figures: Hosted) -> dict[str, Any]:
    """Write hosted figures with plain integers."""
    return {
        "sessions": figures.sessions,
        "sessions_by_grade": _plain(figures.sessions_by_grade),
        "attendances": figures.attendances,
        "attendances_by_grade": _plain(figures.attendances_by_grade),
        "people": figures.people,
        "people_by_best_grade": _plain(figures.people_by_best_grade),
        "provisional": figures.provisional,
    }


def home_as_data(figures: Home, *, names: bool) -> dict[str, Any]:
    """Write home figures; people are given by member number, else by record number."""
    return {
        "on_rolls": len(figures.on_rolls),
        "reached": len(figures.reached),
        "reached_by_best_grade": _plain(figures.reached_by_best_grade),
        "not_reached_count": len(figures.not_reached),
        "not_reached": _labels(list(figures.not_reached)) if names else None,
    }


def _labels(worker_ids: list[int]) -> list[str]:
    labels: dict[int, str | None] = {}
    for start in range(0, len(worker_ids), 500):
        chunk = worker_ids[start : start + 500]
        labels.update(Worker.objects.filter(pk__in=chunk).values_list("pk", "member_no"))
    return [labels.get(worker_id) or str(worker_id) for worker_id in worker_ids]


def _rows(question: Question, by: str) -> Iterator[dict[str, Any]]:
    if by == "month":
        rows = by_month(question)
    elif by == "topic":
        rows = by_topic(question)
    elif by in UnitKind.values:
        rows = by_unit_level(question, by)
    else:
        raise UnknownBreakdown(by)
    for row in rows:
        yield {
            "key": row.key,
            "label": row.label,
            "hosted": hosted_as_data(row.hosted),
            "home": {**home_as_data(row.home, names=False), "not_reached": None},
        }


def _plain(counts: Counter[Grade]) -> dict[str, int]:
    return {grade.value: counts[grade] for grade in sorted(counts) if counts[grade]}
