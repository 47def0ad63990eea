"""More of the cast: Em works for the union above Chi's, Phúc works beside her."""

from datetime import date

import pytest

from donghanh.org.models import Unit, User
from donghanh.org.services import create_user, found_unit, grant_role
from donghanh.people.models import Enterprise, Worker
from donghanh.people.services import register_enterprise, register_worker

FIRST_DAY = date(2024, 1, 1)


@pytest.fixture
def em(commune: Unit, system: User) -> User:
    """Em is an officer of the commune union right above the factory's."""
    user = create_user("em", "Vũ Thử Em", actor=system, unit=commune, password="mat-khau-thu")
    grant_role(user, "officer", commune, actor=system, starts_on=FIRST_DAY)
    return user


@pytest.fixture
def section(factory_union: Unit, system: User) -> Unit:
    """Return a section of the factory's union."""
    return found_unit("CS-01-A", "Tổ may 1", "section", actor=system, parent=factory_union, on=FIRST_DAY)


@pytest.fixture
def enterprise(factory_union: Unit, system: User) -> Enterprise:
    """Return the employer on the factory union's record."""
    return register_enterprise("Công ty May Ví Dụ", factory_union, actor=system)


@pytest.fixture
def phuc(factory_union: Unit, system: User) -> Worker:
    """Phúc works where Chi works, and has no account."""
    return register_worker("Ngô Mẫu Phúc", factory_union, actor=system, starts_on=FIRST_DAY, phone="0900000002")
