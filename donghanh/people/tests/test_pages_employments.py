"""Where people work and are members: dated, within the officer's own units."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from donghanh.people.errors import NotAMember
from donghanh.people.models import Worker
from donghanh.people.services import admit_member, end_membership, register_worker

FIRST_DAY = date(2024, 1, 1)


@pytest.fixture
def send(client, dung, phuc):
    """Send a form about Phúc as the leader of his union."""
    client.force_login(dung)

    def post(page: str, **typed: str):
        return client.post(reverse(f"people:{page}", args=[phuc.pk]), typed)

    return post


def test_a_transfer_keeps_both_places_with_their_days(send, phuc, factory_union, section) -> None:
    send("worker-transfer", from_unit=factory_union.code, to_unit=section.code, on="01/07/2026")
    old, new = phuc.employments.order_by("starts_on")
    assert (old.unit, old.ends_on) == (factory_union, date(2026, 6, 30))
    assert (new.unit, new.starts_on) == (section, date(2026, 7, 1))


def test_a_transfer_to_a_unit_of_others_is_refused(send, phuc, factory_union, section, neighbour) -> None:
    answer = send("worker-transfer", from_unit=factory_union.code, to_unit=neighbour.code, on="01/07/2026")
    assert answer.status_code == 422
    assert phuc.employments.count() == 1


def test_somebody_works_at_two_units(send, phuc, section) -> None:
    send("worker-employ", unit=section.code, starts_on="01/07/2026", department="Tổ 2")
    assert {employment.unit for employment in phuc.employments.on(date(2026, 7, 1))} >= {section}


def test_without_a_second_unit_there_is_no_transfer(send) -> None:
    assert send("worker-transfer").status_code == 404
    assert send("worker-employ").status_code == 404


def test_who_left_is_off_the_rolls_the_day_after_and_out_of_reach(client, send, phuc, factory_union) -> None:
    yesterday = localdate() - timedelta(days=1)
    answer = send("worker-leave", unit=factory_union.code, last_day=yesterday.strftime("%d/%m/%Y"))
    assert answer.url == reverse("people:worker-list")
    assert client.get(reverse("people:worker-detail", args=[phuc.pk])).status_code == 404
    assert phuc.employments.get().ends_on == yesterday


def test_a_day_before_he_worked_there_is_answered_with_what_to_do(send, factory_union, phuc) -> None:
    answer = send("worker-leave", unit=factory_union.code, last_day="01/01/2020")
    assert answer.status_code == 409
    assert "Kiểm tra lại đơn vị và ngày" in answer.content.decode()


def test_somebody_is_admitted_and_leaves_the_union(send, phuc, factory_union) -> None:
    send("worker-admit", unit=factory_union.code, on="01/07/2026")
    assert phuc.memberships.get().starts_on == date(2026, 7, 1)
    send("worker-resign", unit=factory_union.code, last_day="31/08/2026")
    assert phuc.memberships.get().ends_on == date(2026, 8, 31)


def test_who_is_no_member_does_not_leave_the_union(send, phuc, factory_union, system) -> None:
    assert send("worker-resign", unit=factory_union.code, last_day="31/08/2026").status_code == 404
    with pytest.raises(NotAMember, match="31/08/2026"):
        end_membership(phuc, factory_union, actor=system, last_day=date(2026, 8, 31))


def test_membership_elsewhere_is_not_shown_by_name(client, dung, factory_union, neighbour, system) -> None:
    worker: Worker = register_worker("Hồ Thử Hai", factory_union, actor=system, starts_on=FIRST_DAY)
    admit_member(worker, neighbour, actor=system, on=FIRST_DAY)
    client.force_login(dung)
    assert neighbour.name not in client.get(reverse("people:worker-detail", args=[worker.pk])).content.decode()
