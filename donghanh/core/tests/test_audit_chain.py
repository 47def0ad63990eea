"""The trail: the database keeps it append-only, and the chain shows what somebody did to it nevertheless."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.utils.timezone import now

from donghanh.core import audit, audit_chain, audit_guard
from donghanh.core.audit_chain import first_fault, last_seal, seal_waiting
from donghanh.core.models import AuditEntry, AuditSeal

pytestmark = pytest.mark.django_db


@pytest.fixture
def trail(system, monkeypatch) -> list[AuditEntry]:
    """Seven entries under three seals."""
    monkeypatch.setattr(audit_chain, "BATCH", 3)
    seal_waiting()
    for number in range(7):
        audit.record(system, "try", system, unit_id=number % 2, number=number)
    assert seal_waiting() == 7
    assert first_fault() is None
    return list(AuditEntry.objects.filter(action="try").order_by(*audit_chain.ORDER))


@pytest.fixture
def no_guard(trail) -> None:
    """Take the triggers away, as somebody with the database in his hands could."""
    audit_guard.remove(connection)


def test_the_guard_is_there_after_the_migrations() -> None:
    assert audit_guard.is_whole(connection)


def test_nothing_waits_after_the_sweep(trail) -> None:
    assert seal_waiting() == 0
    assert not AuditEntry.objects.filter(seal=None).exists()
    assert list(AuditSeal.objects.order_by("-number").values_list("entry_count", flat=True)[:3]) == [1, 3, 3]


@pytest.mark.parametrize("change", [{"actor_id": 7}, {"details": {}}, {"seal": None}, {"seal": 99}, {"action": "x"}])
def test_the_database_refuses_to_change_a_sealed_entry(trail, change) -> None:
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        AuditEntry.objects.filter(id=trail[0].id).update(**change)


def test_the_database_refuses_to_change_an_entry_before_it_is_sealed(system) -> None:
    audit.record(system, "try", system)
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        AuditEntry.objects.filter(action="try").update(action="other", seal=1)


def test_the_database_refuses_to_remove_entries_and_seals(trail) -> None:
    for rows in (AuditEntry.objects.all(), AuditSeal.objects.all()):
        with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
            rows.delete()


def test_the_database_refuses_an_entry_that_claims_a_seal(trail) -> None:
    forged = AuditEntry(unit_id=0, at=now(), action="forged", subject_kind="x", subject_id="1", seal=1)
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        forged.save(force_insert=True)


def test_the_database_refuses_to_change_a_seal(trail) -> None:
    for change in ({"hash": "0" * 64}, {"emptied_at": now(), "entry_count": 0}):
        with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
            AuditSeal.objects.filter(number=1).update(**change)


def test_a_changed_entry_is_named(trail, no_guard) -> None:
    touched = trail[4]
    AuditEntry.objects.filter(id=touched.id).update(details={"number": 40})
    fault = first_fault()
    assert fault is not None
    assert (fault.seal, fault.entry, fault.what) == (touched.seal, str(touched.id), "an entry was changed")


def test_a_removed_entry_is_noticed_where_it_stood(trail, no_guard) -> None:
    gone, after = trail[0], trail[1]
    AuditEntry.objects.filter(id=gone.id).delete()
    fault = first_fault()
    assert fault is not None
    assert (fault.seal, fault.entry) == (gone.seal, str(after.id))
    assert fault.what == "entry 1 of 3 was removed, before this one"


def test_the_last_entry_removed_is_noticed_too(trail, no_guard) -> None:
    AuditEntry.objects.filter(id=trail[-1].id).delete()
    fault = first_fault()
    assert fault is not None
    assert (fault.seal, fault.what) == (trail[-1].seal, "entry 1 of 1 was removed")


def test_an_entry_put_in_is_named(trail, no_guard) -> None:
    forged = AuditEntry(unit_id=0, at=now(), action="forged", subject_kind="x", subject_id="1", seal=trail[0].seal)
    forged.save(force_insert=True)
    fault = first_fault()
    assert fault is not None
    assert (fault.seal, fault.entry, fault.what) == (trail[0].seal, str(forged.id), "an entry was put in")


def test_entries_that_change_places_are_noticed(trail, no_guard) -> None:
    first, second = trail[0], trail[1]
    for one, other in ((first, second), (second, first)):
        AuditEntry.objects.filter(id=one.id, unit_id=one.unit_id).update(details=other.details)
    fault = first_fault()
    assert fault is not None
    assert fault.entry == str(first.id)


def test_a_seal_that_was_taken_away_is_noticed(trail, no_guard) -> None:
    middle = trail[3].seal
    AuditSeal.objects.filter(number=middle).delete()
    fault = first_fault()
    assert fault is not None
    assert (fault.seal, fault.what) == (middle, "the seal is gone")


def test_the_last_seal_taken_away_is_noticed_while_its_entries_stand(trail, no_guard) -> None:
    AuditSeal.objects.filter(number=trail[-1].seal).delete()
    fault = first_fault()
    assert fault is not None
    assert (fault.seal, fault.what) == (trail[-1].seal, "the seal is gone")


def test_a_rewritten_end_of_the_chain_does_not_hold_a_hash_noted_before(trail, no_guard) -> None:
    noted = last_seal()
    assert noted is not None
    assert audit_chain.holds(noted.hash)
    AuditEntry.objects.filter(seal=noted.number).delete()
    AuditSeal.objects.filter(number=noted.number).delete()
    assert first_fault() is None  # From the inside nothing shows; that is why a hash is kept elsewhere.
    assert not audit_chain.holds(noted.hash)


def test_a_rewritten_seal_breaks_the_chain(trail, no_guard) -> None:
    AuditSeal.objects.filter(number=trail[0].seal).update(hash="f" * 64)
    fault = first_fault()
    assert fault is not None
    assert (fault.seal, fault.what) == (trail[0].seal, "the seal itself was changed")


def test_entries_whose_time_is_up_go_and_their_seals_stay(trail, system) -> None:
    assert audit_chain.remove_entries(now() - timedelta(days=1), actor=system) == 0
    removed = audit_chain.remove_entries(now() + timedelta(seconds=1), actor=system)
    assert removed >= 7
    assert first_fault() is None
    assert not AuditSeal.objects.filter(emptied_at=None).exists()
    assert AuditEntry.objects.get().action == "remove_audit_entries"
    seal_waiting()
    assert first_fault() is None


def test_an_entry_hidden_among_removed_ones_is_named(trail, system, no_guard) -> None:
    audit_chain.remove_entries(now() + timedelta(seconds=1), actor=system)
    AuditEntry(unit_id=0, at=now(), action="x", subject_kind="x", subject_id="1", seal=1).save(force_insert=True)
    fault = first_fault()
    assert fault is not None
    assert fault.what == "entries stand where they were removed"


def test_the_whole_database_can_be_emptied_and_is_guarded_again(trail) -> None:
    call_command("flush", interactive=False, verbosity=0, inhibit_post_migrate=True)
    assert not AuditEntry.objects.exists()
    assert audit_guard.is_whole(connection)
