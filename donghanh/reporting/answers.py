"""Reach as data: what the command line prints as JSON and what other doors will answer."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from donghanh.gatherings.errors import UnknownTopic
from donghanh.kernel.errors import DomainError
from donghanh.kernel.evidence import Grade
from donghanh.kernel.periods import Period
from donghanh.legal.models import Topic
from donghanh.org.choices import UnitKind
from donghanh.org.models import Unit, User
from donghanh.people.models import Worker
from donghanh.reporting.asking import Asked, ask_about
from donghanh.reporting.discretion.shown import HomeShown, HostedShown
from donghanh.reporting.reach import home, hosted
from donghanh.reporting.told import told_rows


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
    """Answer for a unit and a period; to readers without names small groups are null and marked as suppressed."""
    known = set(Topic.objects.filter(code__in=topics).values_list("code", flat=True))
    for code in topics:
        if code not in known:
            raise UnknownTopic(code)
    asked = ask_about(actor, unit, period, topics=topics, at=at)
    question = asked.question
    answer: dict[str, Any] = {
        "unit": unit.code,
        "from": period.starts_on.isoformat(),
        "to": period.ends_on.isoformat(),
        "topics": list(topics),
        "as_of": at.isoformat(),
        "hosted": hosted_as_data(asked.hosted(hosted(question))),
        "home": None,
    }
    if asked.sees_home:
        at_home = home(question)
        answer["home"] = home_as_data(asked.home(at_home))
        if asked.reads_names:
            answer["home"]["not_reached"] = _labels(list(at_home.not_reached))
    if by:
        answer["by"] = list(_rows(asked, by))
    return answer


def hosted_as_data(figures: HostedShown) -> dict[str, Any]:
    """Write hosted figures with plain integers; what is not told is null."""
    return {
        "sessions": figures.sessions,
        "sessions_by_grade": _plain(figures.sessions_by_grade),
        "attendances": figures.attendances,
        "attendances_by_grade": _plain(figures.attendances_by_grade),
        "people": figures.people,
        "people_by_best_grade": _plain(figures.people_by_best_grade),
        "provisional": figures.provisional,
        "suppressed": figures.is_suppressed,
    }


def home_as_data(figures: HomeShown) -> dict[str, Any]:
    """Write home figures with plain integers; what is not told is null."""
    return {
        "on_rolls": figures.on_rolls,
        "reached": figures.reached,
        "reached_by_best_grade": _plain(figures.reached_by_best_grade),
        "not_reached_count": figures.not_reached,
        "not_reached": None,
        "suppressed": figures.is_suppressed,
    }


def _labels(worker_ids: list[int]) -> list[str]:
    labels: dict[int, str | None] = {}
    for start in range(0, len(worker_ids), 500):
        chunk = worker_ids[start : start + 500]
        labels.update(Worker.objects.filter(pk__in=chunk).values_list("pk", "member_no"))
    return [labels.get(worker_id) or str(worker_id) for worker_id in worker_ids]


def _rows(asked: Asked, by: str) -> Iterator[dict[str, Any]]:
    if by not in {"month", "topic", *UnitKind.values}:
        raise UnknownBreakdown(by)
    for told in told_rows(asked, by):
        yield {
            "key": told.row.key,
            "label": told.row.label,
            "hosted": hosted_as_data(told.hosted),
            "home": home_as_data(told.home) if told.home else None,
        }


def _plain(counts: Mapping[Grade, int] | None) -> dict[str, int] | None:
    return None if counts is None else {grade.value: counts[grade] for grade in sorted(counts) if counts[grade]}
