"""Distinct people of a unit and a year: cohorts against COUNT(DISTINCT) on the same database."""

from datetime import datetime
from functools import partial
from typing import Any

from django.db import connection
from django.utils import timezone
from django.utils.timezone import localdate

from donghanh.bench.clock import timed
from donghanh.gatherings.models import Attendance, Session
from donghanh.gatherings.services import fold_waiting
from donghanh.kernel.periods import Period
from donghanh.org.models import Unit
from donghanh.people.models import Worker
from donghanh.reporting.reach import Home, Hosted, Question, home, hosted

DISTINCT = """
    SELECT COUNT(DISTINCT COALESCE(w.merged_into_id, w.id))
    FROM gatherings_attendance a
    JOIN gatherings_session s ON s.id = a.session_id
    JOIN people_worker w ON w.id = a.worker_id
    WHERE a.annulled_at IS NULL AND s.cancelled_at IS NULL AND s.starts_at <= %(now)s
      AND s.held_on BETWEEN %(first)s AND %(last)s
      AND EXISTS (
        SELECT 1 FROM gatherings_sessionunit h
        JOIN org_unitplacement p ON p.unit_id = h.unit_id
        WHERE h.session_id = s.id AND p.starts_on <= s.held_on AND p.ends_on >= s.held_on
          AND p.path >= %(path)s AND p.path < %(end)s)
"""


def reach() -> dict[str, Any]:
    """Time both ways at the largest federation, one superior union and one grassroots union."""
    while fold_waiting():
        pass
    now = timezone.now()
    period = Period.parse(str(localdate(now).year))
    rows = []
    for unit in _units():
        counted, in_sql = _agreed(unit, period, now)
        ours = timed(partial(_hosted, unit, period, now))
        plain = timed(partial(_distinct, unit, period, now))
        both = timed(partial(_both, unit, period, now))
        rows.append(
            {
                "unit": unit.code,
                "people": counted,
                "same_in_sql": counted == in_sql,
                "cohorts_p50_ms": ours.p50_ms,
                "cohorts_p95_ms": ours.p95_ms,
                "sql_p50_ms": plain.p50_ms,
                "sql_over_cohorts": round(plain.p50_ms / ours.p50_ms, 1),
                "hosted_and_home_p50_ms": both.p50_ms,
            }
        )
    return {**sizes(), "rows": rows}


def sizes() -> dict[str, int]:
    """Say on how much data a measurement was taken."""
    return {
        "workers": Worker.objects.count(),
        "sessions": Session.objects.count(),
        "attendances": Attendance.objects.count(),
    }


def _units() -> list[Unit]:
    """Return the federation, superior union and grassroots union that host most."""
    today = localdate()
    found = []
    for kind in ("federation", "superior_union", "grassroots_union"):
        units = Unit.objects.on(today).filter(kind=kind)
        found.append(max(units, key=_hosted_count))
    return found


def _hosted_count(unit: Unit) -> int:
    year = Period.parse(str(localdate().year))
    return Session.objects.hosted_under(unit, during=year).count()


def _agreed(unit: Unit, period: Period, now: datetime) -> tuple[int, int]:
    return _hosted(unit, period, now), _distinct(unit, period, now)


def _hosted(unit: Unit, period: Period, now: datetime) -> int:
    return hosted(Question(unit, period, at=now)).people


def _both(unit: Unit, period: Period, now: datetime) -> tuple[Hosted, Home]:
    question = Question(unit, period, at=now)
    return hosted(question), home(question)


def _distinct(unit: Unit, period: Period, now: datetime) -> int:
    path = unit.path_on(period.ends_on) or unit.path_on(localdate(now))
    with connection.cursor() as cursor:
        cursor.execute(
            DISTINCT,
            {"now": now, "first": period.starts_on, "last": period.ends_on, "path": path, "end": path + "~"},
        )
        return int(cursor.fetchone()[0])
