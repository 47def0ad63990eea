"""The cast of every test: An leads the province, Bình a neighbouring one, Chi is a worker of An's."""

import os
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

if TYPE_CHECKING:
    from donghanh.org.models import Unit, User
    from donghanh.people.models import Worker

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
SHARED_MISSING = "../shared is not beside the project"
FIRST_DAY = date(2024, 1, 1)


@pytest.fixture
def shared() -> Path:
    """Return the folder of shared facts and texts, which a bare clone does not have."""
    if not SHARED.is_dir():
        if os.environ.get("DONGHANH_REQUIRE_SHARED") == "1":
            pytest.fail(SHARED_MISSING)
        pytest.skip(SHARED_MISSING)
    return SHARED


@pytest.fixture
def system(db: None) -> "User":
    """Return the account that the command line acts as."""
    from donghanh.org.models import User

    return User.objects.system()


@pytest.fixture
def confederation(system: "User") -> "Unit":
    """Return the root of the union tree."""
    from donghanh.org.services import found_unit

    return found_unit("TLD", "Tổng Liên đoàn", "confederation", actor=system, parent=None, on=FIRST_DAY)


@pytest.fixture
def province(confederation: "Unit", system: "User") -> "Unit":
    """Return the province that An leads."""
    from donghanh.org.services import found_unit

    return found_unit("LDLD-01", "LĐLĐ tỉnh Ví Dụ", "federation", actor=system, parent=confederation, on=FIRST_DAY)


@pytest.fixture
def neighbour(confederation: "Unit", system: "User") -> "Unit":
    """Return the province that Bình leads."""
    from donghanh.org.services import found_unit

    return found_unit("LDLD-56", "LĐLĐ tỉnh Láng Giềng", "federation", actor=system, parent=confederation, on=FIRST_DAY)


@pytest.fixture
def commune(province: "Unit", system: "User") -> "Unit":
    """Return a commune union of An's province."""
    from donghanh.org.services import found_unit

    return found_unit("XA-01", "Công đoàn xã Ví Dụ", "superior_union", actor=system, parent=province, on=FIRST_DAY)


@pytest.fixture
def factory_union(commune: "Unit", system: "User") -> "Unit":
    """Return the grassroots union of the factory that Chi works at."""
    from donghanh.org.services import found_unit

    return found_unit("CS-01", "CĐCS Công ty May Ví Dụ", "grassroots_union", actor=system, parent=commune, on=FIRST_DAY)


def leader_of(unit: "Unit", username: str, full_name: str, system: "User") -> "User":
    """Make an account that leads ``unit``."""
    from donghanh.org.services import create_user, grant_role

    user = create_user(username, full_name, actor=system, unit=unit, password="mat-khau-thu")
    grant_role(user, "leader", unit, actor=system, starts_on=FIRST_DAY)
    return user


@pytest.fixture
def an(province: "Unit", system: "User") -> "User":
    """An leads the province."""
    return leader_of(province, "an", "Nguyễn Thử An", system)


@pytest.fixture
def binh(neighbour: "Unit", system: "User") -> "User":
    """Bình leads the neighbouring province."""
    return leader_of(neighbour, "binh", "Trần Mẫu Bình", system)


@pytest.fixture
def dung(factory_union: "Unit", system: "User") -> "User":
    """Dung leads the grassroots union where Chi works."""
    return leader_of(factory_union, "dung", "Phạm Ví Dụ Dung", system)


@pytest.fixture
def chi_worker(factory_union: "Unit", system: "User") -> "Worker":
    """Chi's record: she works at the factory."""
    from donghanh.people.services import register_worker

    return register_worker("Lê Thị Ví Dụ Chi", factory_union, actor=system, starts_on=FIRST_DAY, phone="0900000001")


@pytest.fixture
def chi(chi_worker: "Worker", factory_union: "Unit", system: "User") -> "User":
    """Chi's account, bound to her record by an officer."""
    from donghanh.people.services import bind_account

    account = bind_account(
        chi_worker, factory_union, actor=system, username="chi", password="mat-khau-thu", at=timezone.now()
    )
    return account.user


@pytest.fixture
def nine() -> datetime:
    """Nine in the morning of a working day."""
    return datetime(2026, 7, 1, 9, 0, tzinfo=timezone.get_default_timezone())
