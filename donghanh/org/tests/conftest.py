"""More of the cast: who administers An's province, and who works in the commune below it."""

from datetime import date

import pytest

from donghanh.org.models import Unit, User
from donghanh.org.services import create_user, found_unit, grant_role

FIRST_DAY = date(2024, 1, 1)


@pytest.fixture
def other_commune(province: Unit, system: User) -> Unit:
    """Return a second commune union of An's province."""
    return found_unit("XA-02", "Công đoàn xã Mẫu", "superior_union", actor=system, parent=province, on=FIRST_DAY)


@pytest.fixture
def root(province: Unit, system: User) -> User:
    """Somebody who administers An's province."""
    user = create_user("root", "Đỗ Thử Quản", actor=system, unit=province, password="mat-khau-thu")
    grant_role(user, "administrator", province, actor=system, starts_on=FIRST_DAY)
    return user


@pytest.fixture
def em(commune: Unit, system: User) -> User:
    """Em is an officer of the commune union."""
    user = create_user("em", "Vũ Thử Em", actor=system, unit=commune, password="mat-khau-thu")
    grant_role(user, "officer", commune, actor=system, starts_on=FIRST_DAY)
    return user


@pytest.fixture
def lan(commune: Unit, system: User) -> User:
    """Lan leads the commune union."""
    user = create_user("lan", "Hồ Mẫu Lan", actor=system, unit=commune, password="mat-khau-thu")
    grant_role(user, "leader", commune, actor=system, starts_on=FIRST_DAY)
    return user
