"""The units that published figures name, and a short way to state a figure."""

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pytest
from django.utils import timezone

from donghanh.conftest import FIRST_DAY, leader_of
from donghanh.kernel.periods import Period

if TYPE_CHECKING:
    from donghanh.indicators.models import Figure
    from donghanh.org.models import Unit, User

NOW = datetime(2026, 11, 2, 9, 0, tzinfo=timezone.get_default_timezone())


@pytest.fixture
def agency(system: "User") -> "Unit":
    """Return the social-security agency."""
    from donghanh.org.services import found_unit

    return found_unit("BHXH", "Bảo hiểm xã hội Ví Dụ", "social_security", actor=system, parent=None, on=FIRST_DAY)


@pytest.fixture
def agency_office(agency: "Unit", system: "User") -> "Unit":
    """Return the social-security office beside Bình's province."""
    from donghanh.org.services import found_unit

    return found_unit("BHXH-56", "BHXH tỉnh Láng Giềng", "social_security", actor=system, parent=agency, on=FIRST_DAY)


@pytest.fixture
def quang_minh(province: "Unit", system: "User") -> "Unit":
    """Return the commune union that the published figures name without a code."""
    from donghanh.org.services import found_unit

    return found_unit("XA-QM", "Công đoàn xã Quang Minh", "superior_union", actor=system, parent=province, on=FIRST_DAY)


@pytest.fixture
def giang(quang_minh: "Unit", system: "User") -> "User":
    """Giang leads the commune union of Quang Minh."""
    return leader_of(quang_minh, "giang", "Đỗ Ví Dụ Giang", system)


@pytest.fixture
def state(system: "User") -> "Callable[..., Figure]":
    """Give a function that stores a figure: its unit, indicator, period and number."""
    from donghanh.indicators.amounts import Amount
    from donghanh.indicators.services import Statement, declare_figure

    amounts = {"value", "minimum", "maximum", "change", "change_percent", "qualifier"}

    def declare(unit: "Unit", indicator: str, period: str, **facts: Any) -> "Figure":
        amount = Amount(**{name: facts.pop(name) for name in amounts & facts.keys()})
        actor, at = facts.pop("actor", system), facts.pop("at", NOW)
        credited_to = facts.pop("credited_to", ())
        facts.setdefault("source", "Báo cáo thử")
        statement = Statement(indicator=indicator, period=Period.parse(period), amount=amount, **facts)
        return declare_figure(unit, statement, actor=actor, at=at, credited_to=credited_to)

    return declare


def day(text: str) -> date:
    """Read a day."""
    return date.fromisoformat(text)
