"""Sealed columns: nothing of them is readable in the database, and equality goes on working."""

import base64

import pytest
from django.core.exceptions import FieldError
from django.db import IntegrityError, connection, transaction

from donghanh.core.backup.rows import lines
from donghanh.core.field_keys import (
    PLAIN,
    columns,
    count_by_key,
    first_sealed_key,
    seal_again,
    seal_column,
    unseal_column,
)
from donghanh.core.imports.journal import plain, read_back
from donghanh.core.sealed import sealer
from donghanh.kernel.seals import UnreadableSeal, is_sealed
from donghanh.org.models import User
from donghanh.people.models import Worker

PHONE, ID = "0900000001", "079090000001"
OLD, NEW = (base64.urlsafe_b64encode(letter * 64).decode() for letter in (b"o", b"n"))


@pytest.fixture
def worker(settings, db) -> Worker:
    settings.FIELD_KEYS = [OLD]
    return Worker.objects.create(full_name="Lê Thị Ví Dụ", phone=PHONE, id_number=ID)


def _stored(worker: Worker) -> tuple[str, str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT phone, id_number FROM people_worker WHERE id = %s", [worker.pk])
        phone, id_number = cursor.fetchone()
    return phone, id_number


def test_the_database_holds_seals_and_the_model_the_text(worker) -> None:
    assert all(is_sealed(text) for text in _stored(worker))
    assert not any(PHONE in text or ID in text for text in _stored(worker))
    worker.refresh_from_db()
    assert (worker.phone, worker.id_number) == (PHONE, ID)


def test_an_empty_phone_stays_empty_in_the_database(worker) -> None:
    Worker.objects.filter(pk=worker.pk).update(phone="")
    assert _stored(worker)[0] == ""
    assert Worker.objects.exclude(phone="").count() == 0


def test_equal_texts_of_two_columns_have_different_seals(worker) -> None:
    Worker.objects.filter(pk=worker.pk).update(id_number=PHONE)
    phone, id_number = _stored(worker)
    assert phone != id_number


@pytest.mark.parametrize("keys", [[OLD], [NEW, OLD]], ids=["one key", "two keys"])
def test_a_whole_phone_is_found_whichever_key_it_stands_under(worker, settings, keys) -> None:
    settings.FIELD_KEYS = keys
    Worker.objects.create(full_name="Mới Thử", phone="0900000002")
    assert Worker.objects.filter(phone=PHONE).get() == worker
    assert Worker.objects.filter(phone__in=[PHONE, "0900000002", "0999999999"]).count() == 2
    assert Worker.objects.exclude(phone=PHONE).count() == 1
    assert Worker.objects.filter(phone__in=[]).count() == 0
    assert set(Worker.objects.values_list("phone", flat=True)) == {PHONE, "0900000002"}


@pytest.mark.parametrize("ask", ["contains", "startswith", "endswith", "icontains", "gt", "regex"])
def test_a_part_of_a_sealed_text_cannot_be_asked_for(worker, ask) -> None:
    with pytest.raises(FieldError, match="phone is sealed"):
        Worker.objects.filter(**{f"phone__{ask}": "0001"})


def test_a_phone_stays_unique_though_it_is_sealed(settings, db) -> None:
    settings.FIELD_KEYS = [OLD]
    User.objects.create_user("mot", phone=PHONE)
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create_user("hai", phone=PHONE)


def test_bulk_writes_are_sealed_too(settings, db) -> None:
    settings.FIELD_KEYS = [OLD]
    made = Worker.objects.bulk_create([Worker(full_name="Thử", phone=PHONE), Worker(full_name="Mẫu")])
    made[1].phone = "0900000002"
    Worker.objects.bulk_update(made, ["phone"])
    assert count_by_key() == {sealer().names[0]: 2}
    assert Worker.objects.get(phone="0900000002").pk == made[1].pk


def test_after_a_rotation_every_text_stands_under_the_new_key_alone(worker, settings) -> None:
    User.objects.create_user("mot", phone=PHONE)
    settings.FIELD_KEYS = [NEW, OLD]
    assert seal_again(lambda done: None) == 3
    assert seal_again(lambda done: None) == 0
    settings.FIELD_KEYS = [NEW]
    worker.refresh_from_db()
    assert (worker.phone, worker.id_number) == (PHONE, ID)
    assert User.objects.get(phone=PHONE).username == "mot"


def test_a_rotation_seals_what_was_plain_and_leaves_what_has_no_key(worker, settings) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE people_worker SET phone = %s", [PHONE])
    assert count_by_key()[PLAIN] == 1
    seal_again(lambda done: None)
    assert count_by_key()[PLAIN] == 0
    settings.FIELD_KEYS = [NEW]
    with pytest.raises(UnreadableSeal):
        seal_again(lambda done: None)


def test_a_text_whose_key_is_lost_is_never_shown_as_something_else(worker, settings) -> None:
    settings.FIELD_KEYS = [NEW]
    with pytest.raises(UnreadableSeal, match="DONGHANH_FIELD_KEYS"):
        Worker.objects.get(pk=worker.pk)
    assert set(first_sealed_key()) - set(sealer().names)


def test_a_backup_holds_seals_as_they_stand(worker) -> None:
    text = "".join(lines(Worker))
    assert PHONE not in text
    assert _stored(worker)[0] in text


def test_every_column_of_phones_and_ids_is_sealed(db) -> None:
    sealed = {(column.table, column.name) for column in columns()}
    assert {("people_worker", "phone"), ("people_worker", "id_number"), ("org_user", "phone")} <= sealed


def test_what_an_import_keeps_for_undoing_is_sealed_too(worker, settings) -> None:
    phone = Worker._meta.get_field("phone")
    kept = plain(phone, PHONE)
    assert PHONE not in kept
    settings.FIELD_KEYS = [NEW, OLD]
    assert read_back(phone, kept) == PHONE
    assert read_back(phone, PHONE) == PHONE


def test_the_migration_that_seals_can_be_taken_back(worker) -> None:
    for column in columns():
        unseal_column(connection, column)
    assert _stored(worker) == (PHONE, ID)
    for column in columns():
        seal_column(connection, column)
    assert all(is_sealed(text) for text in _stored(worker))
