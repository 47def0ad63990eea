"""Who is who: doubles, merges that can be undone, provisional persons, accounts of workers."""

import re
from datetime import date

import pytest
from django.urls import reverse

from donghanh.org.models import User
from donghanh.people import encounters
from donghanh.people.errors import AlreadyOnRecord, NotOnTheRolls
from donghanh.people.models import Merge, Worker
from donghanh.people.services import (
    bind_account,
    confirm_provisional,
    merge_workers,
    register_worker,
)
from donghanh.people.services.identity import person_for

FIRST_DAY = date(2024, 1, 1)
PASSWORD = re.compile(r"\b[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}\b")


@pytest.fixture
def double(factory_union, system) -> Worker:
    """A second record of Phúc."""
    return register_worker("NGÔ MẪU PHÚC", factory_union, actor=system, starts_on=FIRST_DAY, phone="0900000002")


@pytest.fixture
def guest(db) -> Worker:
    """Somebody who came to a session and is on nobody's rolls."""
    return person_for("0900000099", "Ngô Mẫu Phúc")


@pytest.fixture
def met_by_dung(guest, dung, monkeypatch) -> None:
    """Let the leader of the factory's union have seen the guest at a session."""

    def source(reader: User):
        return Worker.objects.filter(pk=guest.pk if reader == dung else 0).values("pk")

    monkeypatch.setattr(encounters, "_sources", [source])


def test_records_with_the_same_phone_and_name_are_listed(client, dung, phuc, double, chi_worker) -> None:
    client.force_login(dung)
    [likeness] = client.get(reverse("people:duplicate-list")).context["likenesses"]
    assert likeness.workers == [phuc, double]


def test_records_of_other_units_are_not_compared(client, dung, phuc, neighbour, system) -> None:
    other = register_worker("Ngô Mẫu Phúc", neighbour, actor=system, starts_on=FIRST_DAY, phone="0900000002")
    client.force_login(dung)
    assert client.get(reverse("people:duplicate-list")).context["likenesses"] == []
    assert client.get(reverse("people:worker-merge", args=[phuc.pk, other.pk])).status_code == 404


def test_two_records_are_compared_merged_and_taken_apart_again(client, dung, phuc, double) -> None:
    client.force_login(dung)
    address = reverse("people:worker-merge", args=[phuc.pk, double.pk])
    assert "0900000002" not in client.get(address).content.decode()
    client.post(address)
    double.refresh_from_db()
    assert double.merged_into == phuc
    opened = client.get(reverse("people:worker-detail", args=[double.pk]))
    assert opened.url == reverse("people:worker-detail", args=[phuc.pk])
    merge = Merge.objects.get()
    assert str(merge.kept) in client.get(reverse("people:merge-list")).content.decode()
    client.post(reverse("people:merge-undo", args=[merge.pk]))
    double.refresh_from_db()
    assert double.merged_into is None


def test_a_record_that_was_merged_away_is_not_changed(client, dung, phuc, double, system, nine) -> None:
    merge_workers(phuc, double, actor=system, at=nine)
    client.force_login(dung)
    assert client.get(reverse("people:worker-edit", args=[double.pk])).status_code == 404
    assert double not in client.get(reverse("people:worker-list")).context["page"].rows


def test_a_record_is_not_compared_with_itself(client, dung, phuc) -> None:
    client.force_login(dung)
    assert client.get(reverse("people:worker-merge", args=[phuc.pk, phuc.pk])).status_code == 404


def test_a_provisional_person_does_not_exist_for_those_who_did_not_meet_him(client, dung, guest, phuc) -> None:
    client.force_login(dung)
    assert client.get(reverse("people:provisional-confirm", args=[guest.pk])).status_code == 404
    assert client.get(reverse("people:worker-detail", args=[guest.pk])).status_code == 404
    assert client.post(reverse("people:worker-merge", args=[phuc.pk, guest.pk])).status_code == 404


def test_a_provisional_person_is_confirmed_at_ones_own_unit(client, dung, guest, met_by_dung, factory_union) -> None:
    client.force_login(dung)
    typed = {"unit": factory_union.code, "starts_on": "01/07/2026"}
    client.post(reverse("people:provisional-confirm", args=[guest.pk]), typed)
    guest.refresh_from_db()
    assert not guest.is_provisional
    assert guest.employments.get().unit == factory_union


def test_a_provisional_person_is_compared_with_people_of_the_same_name(client, dung, guest, met_by_dung, phuc) -> None:
    client.force_login(dung)
    shown = client.get(reverse("people:provisional-confirm", args=[guest.pk])).content.decode()
    assert reverse("people:worker-merge", args=[phuc.pk, guest.pk]) in shown
    client.post(reverse("people:worker-merge", args=[phuc.pk, guest.pk]))
    guest.refresh_from_db()
    assert guest.merged_into == phuc


def test_nobody_is_merged_into_a_provisional_person(client, dung, guest, met_by_dung, phuc) -> None:
    client.force_login(dung)
    assert client.post(reverse("people:worker-merge", args=[guest.pk, phuc.pk])).status_code == 404


def test_only_a_provisional_person_is_confirmed(phuc, factory_union, system) -> None:
    with pytest.raises(AlreadyOnRecord, match="Ngô Mẫu Phúc"):
        confirm_provisional(phuc, factory_union, actor=system, starts_on=FIRST_DAY)


def test_the_system_has_met_everybody(guest, system) -> None:
    assert list(encounters.met_by(system)) == [guest]


def test_a_worker_gets_an_account_whose_password_is_shown_once(client, dung, phuc) -> None:
    client.force_login(dung)
    answer = client.post(reverse("people:worker-account", args=[phuc.pk]), {"username": "phuc"})
    [password] = set(PASSWORD.findall(answer.content.decode()))
    assert phuc.account.user.check_password(password)
    assert password not in client.get(reverse("people:worker-detail", args=[phuc.pk])).content.decode()


@pytest.mark.parametrize("username", ["", "co cach", "dung"])
def test_a_sign_in_name_that_cannot_be_used_is_refused(client, dung, phuc, username) -> None:
    client.force_login(dung)
    answer = client.post(reverse("people:worker-account", args=[phuc.pk]), {"username": username})
    assert answer.status_code == 422


def test_a_phone_that_another_account_uses_is_refused(client, dung, double, phuc, factory_union, system, nine) -> None:
    bind_account(phuc, factory_union, actor=system, username="phuc", password="mat-khau-thu", at=nine)
    client.force_login(dung)
    answer = client.post(reverse("people:worker-account", args=[double.pk]), {"username": "phuc2"})
    assert answer.status_code == 422
    assert "0900000002" not in answer.content.decode()


def test_an_account_is_made_only_where_the_person_works(chi_worker, neighbour, binh, nine) -> None:
    with pytest.raises(NotOnTheRolls):
        bind_account(chi_worker, neighbour, actor=binh, username="x", password="mat-khau-thu", at=nine)
