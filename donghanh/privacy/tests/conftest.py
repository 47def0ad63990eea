"""Chi with everything the database can know about her, and those who handle her requests."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from donghanh.conftest import FIRST_DAY, leader_of
from donghanh.gatherings import services as gatherings
from donghanh.legal.models import Topic
from donghanh.people.services import register_worker, update_worker

if TYPE_CHECKING:
    from pathlib import Path

    from donghanh.gatherings.models import Session
    from donghanh.org.models import Unit, User
    from donghanh.people.models import Worker

CANARIES = ("Khuyên Chim Vàng", "khuyen chim vang", "0911222333", "TH-774411", "001194774411", "tổ Hoàng Yến")


@pytest.fixture(autouse=True)
def own_folder(settings: Any, tmp_path: "Path") -> None:
    """Keep the list of erasures and uploaded files of each test apart."""
    settings.DATA = tmp_path
    settings.MEDIA_ROOT = tmp_path / "files"


@pytest.fixture
def em(commune: "Unit", system: "User") -> "User":
    """Em leads the commune's union, directly above the factory's."""
    return leader_of(commune, "em", "Hồ Thử Em", system)


@pytest.fixture
def giang(factory_union: "Unit", system: "User") -> "User":
    """Giang leads the factory's union beside Dung."""
    return leader_of(factory_union, "giang", "Võ Mẫu Giang", system)


@pytest.fixture
def session(factory_union: "Unit", dung: "User", nine: datetime) -> "Session":
    """A session at nine in the factory."""
    return gatherings.plan_session(
        "Tiền làm thêm giờ",
        host=factory_union,
        topics=Topic.objects.filter(code="wages"),
        starts_at=nine,
        ends_at=nine + timedelta(hours=1),
        actor=dung,
        at=nine - timedelta(days=7),
        audiences=["worker"],
    )


@pytest.fixture
def workmate(factory_union: "Unit", system: "User") -> "Worker":
    """Somebody who works beside Chi."""
    return register_worker("Đỗ Văn Mẫu Ánh", factory_union, actor=system, starts_on=FIRST_DAY, phone="0900000002")


@pytest.fixture
def known_chi(chi: "User", chi_worker: "Worker", factory_union: "Unit", dung: "User") -> "Worker":
    """Chi with a canary in each field that can hold one."""
    update_worker(
        chi_worker, actor=dung, unit=factory_union, full_name=CANARIES[0], phone=CANARIES[2], member_no=CANARIES[3],
        id_number=CANARIES[4], birth_year=1993, gender="f",
    )  # fmt: skip
    chi_worker.employments.update(department=CANARIES[5])
    type(chi).objects.filter(pk=chi.pk).update(full_name=CANARIES[0], phone=CANARIES[2], username=CANARIES[2])
    chi.refresh_from_db()
    chi_worker.refresh_from_db()
    return chi_worker
