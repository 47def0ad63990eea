"""Volunteers take presence at the sessions they are named for, while check-in is open."""

from datetime import timedelta

import pytest

from donghanh.core.errors import NotForYou
from donghanh.gatherings import services


@pytest.fixture
def helped(session, volunteer, dung):
    return services.set_volunteers(session, [volunteer], actor=dung)


@pytest.mark.parametrize(("minutes", "allowed"), [(-61, False), (-60, True), (119, True), (120, False)])
def test_a_volunteer_takes_presence_only_while_it_is_open(
    helped, volunteer, chi_worker, nine, minutes, allowed
) -> None:
    at = nine + timedelta(minutes=minutes)
    if allowed:
        assert services.record_names(helped, [chi_worker], actor=volunteer, at=at)[0].grade == "B"
    else:
        with pytest.raises(NotForYou):
            services.record_names(helped, [chi_worker], actor=volunteer, at=at)


def test_a_volunteer_who_is_not_named_takes_no_presence(session, volunteer, chi_worker, nine) -> None:
    with pytest.raises(NotForYou):
        services.check_in(session, chi_worker, actor=volunteer, at=nine)


def test_a_volunteer_records_no_numbers_and_annuls_nothing(helped, volunteer, chi_worker, nine) -> None:
    attendance = services.check_in(helped, chi_worker, actor=volunteer, at=nine)
    with pytest.raises(NotForYou):
        services.record_headcount(helped, "worker", 30, actor=volunteer, at=nine)
    with pytest.raises(NotForYou):
        services.annul_attendance(attendance, actor=volunteer, at=nine, reason="nhầm")


def test_naming_volunteers_again_replaces_them(helped, volunteer, dung) -> None:
    services.set_volunteers(helped, [], actor=dung)
    assert not helped.volunteers.exists()
