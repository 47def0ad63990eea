"""A session of the factory's union where Chi works, and the people around it."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
import time_machine

from donghanh.conftest import FIRST_DAY, leader_of
from donghanh.gatherings import services
from donghanh.legal.models import Topic
from donghanh.org.services import create_user, found_unit, grant_role
from donghanh.people.services import register_worker

if TYPE_CHECKING:
    from donghanh.gatherings.models import Session
    from donghanh.org.models import Unit, User
    from donghanh.people.models import Worker

Plan = Callable[..., "Session"]


@pytest.fixture
def clock(nine: datetime) -> Any:
    """Stop the clock at nine, when the session begins."""
    with time_machine.travel(nine, tick=False) as stopped:
        yield stopped


@pytest.fixture
def plan(factory_union: "Unit", dung: "User", nine: datetime) -> Plan:
    """Plan a session of the factory's union; whatever a test cares about is given."""

    def planned(title: str = "Tiền làm thêm giờ", **facts: Any) -> "Session":
        codes = facts.pop("topics", ["wages"])
        starts_at = facts.pop("starts_at", nine)
        usual = {
            "host": factory_union,
            "topics": Topic.objects.filter(code__in=codes),
            "starts_at": starts_at,
            "ends_at": starts_at + timedelta(hours=1),
            "actor": dung,
            "at": starts_at - timedelta(days=7),
            "audiences": ["worker"],
        }
        return services.plan_session(title, **{**usual, **facts})

    return planned


@pytest.fixture
def session(plan: Plan) -> "Session":
    """A session at nine in the factory."""
    return plan()


@pytest.fixture
def workmate(factory_union: "Unit", system: "User") -> "Worker":
    """Somebody who works beside Chi."""
    return register_worker(
        "Đỗ Văn Mẫu Ánh", factory_union, actor=system, starts_on=FIRST_DAY, phone="0900000002", member_no="0104000002"
    )


@pytest.fixture
def em(commune: "Unit", system: "User") -> "User":
    """Em leads the commune's union, directly above the factory's."""
    return leader_of(commune, "em", "Hồ Thử Em", system)


@pytest.fixture
def viewer(factory_union: "Unit", system: "User") -> "User":
    """A viewer of the factory's union reads numbers only."""
    user = create_user("xem", "Lý Thử Xem", actor=system, unit=factory_union, password="mat-khau-thu")
    grant_role(user, "viewer", factory_union, actor=system, starts_on=FIRST_DAY)
    return user


@pytest.fixture
def volunteer(factory_union: "Unit", system: "User") -> "User":
    """A volunteer of the factory's union."""
    user = create_user("giup", "Bùi Thử Giúp", actor=system, unit=factory_union, password="mat-khau-thu")
    grant_role(user, "volunteer", factory_union, actor=system, starts_on=FIRST_DAY)
    return user


@pytest.fixture
def insurance(system: "User") -> "Unit":
    """The social-security office."""
    return found_unit("BHXH", "BHXH Ví Dụ", "social_security", actor=system, parent=None, on=FIRST_DAY)


@pytest.fixture
def giang(insurance: "Unit", system: "User") -> "User":
    """Giang is an officer of social security."""
    user = create_user("giang", "Vũ Thử Giang", actor=system, unit=insurance, password="mat-khau-thu")
    grant_role(user, "social_security_officer", insurance, actor=system, starts_on=FIRST_DAY)
    return user
