"""Lists as their readers meet them: Dung leads the factory's union and Giáp is an officer beside him."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from donghanh.conftest import FIRST_DAY
from donghanh.gatherings.models import Session
from donghanh.gatherings.services import plan_session
from donghanh.legal.models import Topic
from donghanh.org.models import Unit, User
from donghanh.org.services import create_user, grant_role
from donghanh.people.models import Worker
from donghanh.people.services import register_worker

Send = Callable[..., Any]


@pytest.fixture
def giap(factory_union: Unit, system: User) -> User:
    """Giáp is an officer beside Dung."""
    user = create_user("giap", "Hà Thử Giáp", actor=system, unit=factory_union, password="mat-khau-thu")
    grant_role(user, "officer", factory_union, actor=system, starts_on=FIRST_DAY)
    return user


@pytest.fixture
def phuc(factory_union: Unit, system: User) -> Worker:
    """Phúc works beside Chi."""
    return register_worker("Ngô Mẫu Phúc", factory_union, actor=system, starts_on=FIRST_DAY)


@pytest.fixture
def session(factory_union: Unit, dung: User, nine: datetime) -> Session:
    """A session of the factory's union."""
    return plan_session(
        "Tiền làm thêm giờ", factory_union, topics=Topic.objects.filter(code="wages"), starts_at=nine,
        ends_at=nine + timedelta(hours=1), actor=dung, at=nine, audiences=["worker"],
    )  # fmt: skip


@pytest.fixture
def send() -> Send:
    """Post a form as somebody, and return the answer."""

    def sent(user: User, address: str, /, *args: Any, **data: Any) -> Any:
        client = Client()
        client.force_login(user)
        return client.post(reverse(f"lists:{address}", args=args), data)

    return sent


@pytest.fixture
def open_page() -> Send:
    """Open an address as somebody, and return the answer."""

    def opened(user: User, url: str, **query: Any) -> Any:
        client = Client()
        client.force_login(user)
        return client.get(url, query)

    return opened
