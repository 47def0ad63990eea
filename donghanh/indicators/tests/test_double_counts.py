"""Declared figures that overlap recorded sessions are pointed out, with the days both speak of."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from donghanh.gatherings.services import cancel_session, plan_session
from donghanh.indicators.queries import DoubleCount, double_counts
from donghanh.indicators.services import withdraw_figure
from donghanh.indicators.tests.conftest import NOW
from donghanh.kernel.periods import Period
from donghanh.legal.models import Topic

if TYPE_CHECKING:
    from donghanh.gatherings.models import Session

YEAR = Period.parse("2026")
SESSIONS, ATTENDANCES = "legal_education_sessions", "legal_education_attendances"


@pytest.fixture
def session(commune, system) -> "Session":
    """A session of a commune of An's, held on 1 July."""
    starts_at = datetime(2026, 7, 1, 9, 0, tzinfo=timezone.get_default_timezone())
    return plan_session(
        "Buổi thử", commune, topics=Topic.objects.all()[:1], starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=2), audiences=["worker"], actor=system, at=starts_at,
    )  # fmt: skip


def test_a_declared_number_beside_recorded_sessions_is_pointed_out(session, state, commune, province) -> None:
    own = state(commune, SESSIONS, "2026", value=9)
    above = state(province, ATTENDANCES, "2026-Q3", value=900)
    assert double_counts(commune, YEAR, at=NOW) == [DoubleCount(own, YEAR, 1)]
    assert double_counts(province, YEAR, at=NOW) == [DoubleCount(above, Period.parse("2026-Q3"), 1)]


@pytest.mark.parametrize("period", ["2026-Q2", "2025"])
def test_other_days_do_not_overlap(session, state, commune, period) -> None:
    state(commune, SESSIONS, period, value=9)
    assert double_counts(commune, Period.parse(period), at=NOW) == []
    assert double_counts(commune, YEAR, at=NOW) == []


def test_what_no_session_counts_cannot_overlap(session, state, commune, province, neighbour, an) -> None:
    state(commune, "printed_items", "2026", value=9)
    state(commune, SESSIONS, "2026", value=9, kind="target")
    state(neighbour, SESSIONS, "2026", value=9)
    withdraw_figure(state(province, SESSIONS, "2026", value=9), actor=an, at=NOW, reason="Thử")
    for unit in (commune, neighbour, province):
        assert double_counts(unit, YEAR, at=NOW) == []


def test_cancelled_and_future_sessions_do_not_count(session, state, commune, system) -> None:
    state(commune, SESSIONS, "2026", value=9)
    assert double_counts(commune, YEAR, at=session.starts_at - timedelta(minutes=1)) == []
    cancel_session(session, actor=system, at=NOW, reason="Thử")
    assert double_counts(commune, YEAR, at=NOW) == []
