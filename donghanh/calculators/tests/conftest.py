"""Calculators worked with the shipped levels, and the officers who keep the law."""

from datetime import date
from typing import Any

import pytest

from donghanh.calculators.calculator import calculate, calculator
from donghanh.calculators.dated import shipped_rates
from donghanh.calculators.result import Result
from donghanh.conftest import FIRST_DAY
from donghanh.org.models import Unit, User

TODAY = date(2026, 11, 22)


def work(name: str, on: date = TODAY, **answers: Any) -> Result:
    """Work a calculator with the shipped levels."""
    raw = {key: str(value) for key, value in answers.items()}
    return calculate(calculator(name), raw, rates=shipped_rates(), on=on)


def figure(name: str, **answers: Any) -> Any:
    """Work a calculator and return its main figure."""
    return work(name, **answers).main.value


def said(result: Result) -> str:
    """Return everything a result explains, in Vietnamese."""
    return " ".join(words.vi for words in result.explains)


@pytest.fixture
def keepers(province: Unit, system: User) -> tuple[User, User]:
    """Two legal officers of the province."""
    from donghanh.org.services import create_user, grant_role

    users = []
    for username, name in (("giang", "Đỗ Thử Giang"), ("hoa", "Vũ Mẫu Hòa")):
        user = create_user(username, name, actor=system, unit=province, password="mat-khau-thu")
        grant_role(user, "officer", province, actor=system, starts_on=FIRST_DAY)
        users.append(user)
    return users[0], users[1]
