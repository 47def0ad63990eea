"""Last digits find one's own people, are counted, and leave a trace that does not tell them."""

import pytest
from django.utils.timezone import localdate, now

from donghanh.conftest import FIRST_DAY
from donghanh.core.limits import TooManyTries
from donghanh.core.models import AuditEntry
from donghanh.org.services import create_user, grant_role
from donghanh.people.queries.desk import Desk
from donghanh.people.queries.digits import SEARCHES, found_in
from donghanh.people.services import register_worker


@pytest.fixture
def em(commune, system):
    """Em is an officer of the commune union directly above the factory's."""
    user = create_user("em", "Vũ Mẫu Em", actor=system, unit=commune, password="mat-khau-thu")
    grant_role(user, "officer", commune, actor=system, starts_on=FIRST_DAY)
    return user


@pytest.fixture
def look(chi_worker):
    """Search like the list of people does."""

    def search(reader, text: str) -> list[str]:
        desk = Desk(reader, localdate())
        found = found_in(desk.workers(), text, own=desk.own_workers(), reader=reader, at=now())
        return [worker.full_name for worker in found]

    return search


@pytest.mark.parametrize("typed", ["0001", "000 001", "0900000001", "+84 900.000.001"])
def test_own_people_are_found_by_last_digits_or_the_whole_phone(look, dung, typed) -> None:
    assert look(dung, typed) == ["Lê Thị Ví Dụ Chi"]


@pytest.mark.parametrize("typed", ["0001", "0900000001", "9999"])
def test_people_of_a_unit_below_are_not_found_by_their_phone(look, em, typed) -> None:
    assert look(em, "chi") == ["Lê Thị Ví Dụ Chi"]
    assert look(em, typed) == []


def test_others_find_nobody(look, an, binh) -> None:
    assert look(an, "0001") == look(binh, "0001") == look(an, "chi") == []


def test_a_whole_member_number_finds_people_of_a_unit_below_its_end_does_not(look, em, factory_union, system) -> None:
    register_worker("Ngô Mẫu Phúc", factory_union, actor=system, starts_on=FIRST_DAY, member_no="0109000777")
    assert look(em, "0109000777") == ["Ngô Mẫu Phúc"]
    assert look(em, "0777") == []


def test_too_few_digits_find_nobody_by_phone(look, dung) -> None:
    assert look(dung, "001") == []


def test_the_trail_keeps_the_search_and_not_the_digits(look, dung) -> None:
    look(dung, "0001")
    entry = AuditEntry.objects.get(action="search_digits")
    assert (entry.actor_id, entry.details) == (dung.pk, {"found": 1})


def test_digits_cannot_be_tried_out_without_end(look, dung) -> None:
    for _ in range(SEARCHES.most):
        look(dung, "9876")
    with pytest.raises(TooManyTries):
        look(dung, "9876")
    assert look(dung, "chi") == ["Lê Thị Ví Dụ Chi"]
