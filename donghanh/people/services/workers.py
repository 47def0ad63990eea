"""People, where they work and where they are members."""

from datetime import date, timedelta
from typing import Any

from django.db import IntegrityError, transaction

from donghanh.core import audit
from donghanh.kernel.text import clean
from donghanh.org.access import authorize
from donghanh.org.models import Unit, User
from donghanh.org.querysets import on_day
from donghanh.people.errors import MemberNumberTaken, NotAMember, NotOnTheRolls, RecordErased
from donghanh.people.facts import checked_id_number, checked_member_no, checked_phone
from donghanh.people.models import Employment, Enterprise, Membership, Worker


@transaction.atomic
def register_worker(
    full_name: str,
    unit: Unit,
    *,
    actor: User,
    starts_on: date,
    enterprise: Enterprise | None = None,
    department: str = "",
    **fields: Any,
) -> Worker:
    """Put a person on record and on the rolls of ``unit`` from a day on."""
    authorize(actor, "workers", at=unit)
    worker = _save_new(Worker(full_name=clean(full_name), **_cleaned(fields)))
    Employment.objects.create(
        worker=worker, unit=unit, starts_on=starts_on, enterprise=enterprise, department=clean(department)
    )
    audit.record(actor, "register_worker", worker, unit_id=unit.pk)
    return worker


@transaction.atomic
def update_worker(worker: Worker, *, actor: User, unit: Unit, **fields: Any) -> Worker:
    """Correct a person's own facts, by an officer of the unit he works at."""
    authorize(actor, "workers", at=unit)
    if worker.erased_at:
        raise RecordErased(worker)
    changed = {name: value for name, value in _cleaned(fields).items() if getattr(worker, name) != value}
    if changed:
        for name, value in changed.items():
            setattr(worker, name, value)
        try:
            with transaction.atomic():
                worker.save(update_fields=[*changed, "folded_name", "name_key"])
        except IntegrityError:
            raise MemberNumberTaken(worker.member_no or "") from None
        audit.record(actor, "update_worker", worker, unit_id=unit.pk, fields=sorted(changed))
    return worker


@transaction.atomic
def employ(
    worker: Worker,
    unit: Unit,
    *,
    actor: User,
    starts_on: date,
    enterprise: Enterprise | None = None,
    department: str = "",
) -> Employment:
    """Put a person who is on record on the rolls of ``unit`` too; safe to repeat."""
    authorize(actor, "workers", at=unit)
    employment, made = Employment.objects.get_or_create(
        worker=worker,
        unit=unit,
        starts_on=starts_on,
        defaults={"enterprise": enterprise, "department": department},
    )
    if made:
        audit.record(actor, "employ", worker, unit_id=unit.pk, on=starts_on.isoformat())
    return employment


@transaction.atomic
def place_at_work(employment: Employment, *, actor: User, enterprise: Enterprise | None, department: str) -> Employment:
    """Say at which enterprise and in which department a person on the rolls works."""
    authorize(actor, "workers", at=employment.unit)
    employment.enterprise, employment.department = enterprise, clean(department)
    employment.save(update_fields=["enterprise", "department"])
    audit.record(actor, "place_at_work", employment.worker, unit_id=employment.unit_id)
    return employment


@transaction.atomic
def end_employment(worker: Worker, unit: Unit, *, actor: User, last_day: date) -> Employment:
    """Take a person off the rolls of ``unit`` after ``last_day``."""
    authorize(actor, "workers", at=unit)
    employment = worker.employments.on(last_day).filter(unit=unit).first()
    if employment is None:
        raise NotOnTheRolls(worker, unit, last_day)
    employment.ends_on = last_day
    employment.save(update_fields=["ends_on"])
    audit.record(actor, "end_employment", worker, unit_id=unit.pk, on=last_day.isoformat())
    return employment


@transaction.atomic
def transfer(worker: Worker, from_unit: Unit, to_unit: Unit, *, actor: User, on: date) -> Employment:
    """Move a person from one unit's rolls to another's; ``on`` is his first day there."""
    end_employment(worker, from_unit, actor=actor, last_day=on - timedelta(days=1))
    return employ(worker, to_unit, actor=actor, starts_on=on)


@transaction.atomic
def admit_member(worker: Worker, unit: Unit, *, actor: User, on: date) -> Membership:
    """Admit a person to the union at ``unit``; safe to repeat."""
    authorize(actor, "workers", at=unit)
    if worker.erased_at:
        raise RecordErased(worker)
    membership, made = Membership.objects.get_or_create(worker=worker, unit=unit, starts_on=on)
    if made:
        audit.record(actor, "admit_member", worker, unit_id=unit.pk, on=on.isoformat())
    return membership


@transaction.atomic
def end_membership(worker: Worker, unit: Unit, *, actor: User, last_day: date) -> Membership:
    """Record that a person leaves the union at ``unit`` after ``last_day``."""
    authorize(actor, "workers", at=unit)
    membership = worker.memberships.filter(on_day(last_day), unit=unit).first()
    if membership is None:
        raise NotAMember(worker, unit, last_day)
    membership.ends_on = last_day
    membership.save(update_fields=["ends_on"])
    audit.record(actor, "end_membership", worker, unit_id=unit.pk, on=last_day.isoformat())
    return membership


def _save_new(worker: Worker) -> Worker:
    try:
        with transaction.atomic():
            worker.save()
    except IntegrityError:
        raise MemberNumberTaken(worker.member_no or "") from None
    return worker


def _cleaned(fields: dict[str, Any]) -> dict[str, Any]:
    cleaned = dict(fields)
    if "full_name" in cleaned:
        cleaned["full_name"] = clean(cleaned["full_name"])
    if "phone" in cleaned:
        cleaned["phone"] = checked_phone(cleaned["phone"] or "")
    if "member_no" in cleaned:
        cleaned["member_no"] = checked_member_no(cleaned["member_no"] or "")
    if "id_number" in cleaned:
        cleaned["id_number"] = checked_id_number(cleaned["id_number"] or "")
    return cleaned
