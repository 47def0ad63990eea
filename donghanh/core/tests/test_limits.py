"""Tries are counted together by all processes, and come back with time."""

from datetime import UTC, datetime, timedelta

import pytest

from donghanh.core import limits
from donghanh.core.models import Allowance

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
LIMIT = limits.Limit("guess", most=3, per=timedelta(minutes=5))


def test_the_fourth_try_in_the_time_is_refused_and_says_until_when() -> None:
    for _try in range(3):
        limits.spend(LIMIT, "a", at=NOON)
    with pytest.raises(limits.TooManyTries, match="19:05:00") as refusal:
        limits.spend(LIMIT, "a", at=NOON + timedelta(minutes=4))
    assert refusal.value.until == NOON + timedelta(minutes=5)
    assert limits.is_spent(LIMIT, "a", at=NOON + timedelta(minutes=4))


def test_when_the_time_has_passed_the_count_starts_anew() -> None:
    for _try in range(3):
        limits.spend(LIMIT, "a", at=NOON)
    limits.spend(LIMIT, "a", at=NOON + timedelta(minutes=5))
    assert Allowance.objects.get().used == 1


def test_one_key_does_not_use_up_the_tries_of_another() -> None:
    for _try in range(3):
        limits.spend(LIMIT, "a", at=NOON)
    limits.spend(LIMIT, "b", at=NOON)
    assert not limits.is_spent(LIMIT, "b", at=NOON)


def test_a_success_gives_the_tries_back() -> None:
    for _try in range(3):
        limits.spend(LIMIT, "a", at=NOON)
    limits.give_back(LIMIT, "a")
    limits.spend(LIMIT, "a", at=NOON)


def test_a_success_by_a_key_that_several_share_gives_back_its_own_try_only() -> None:
    for _try in range(2):
        limits.spend(LIMIT, "a", at=NOON)
    limits.give_one_back(LIMIT, "a")
    assert Allowance.objects.get().used == 1


def test_the_key_itself_is_not_kept() -> None:
    limits.spend(LIMIT, "0900000000", at=NOON)
    assert "0900000000" not in Allowance.objects.get().key


@pytest.mark.time_machine("2026-11-24T12:00Z", tick=False)
def test_old_counts_are_forgotten() -> None:
    limits.spend(LIMIT, "a", at=NOON)
    limits.forget_tries()
    assert not Allowance.objects.exists()
