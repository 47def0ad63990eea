"""The phone numbers of those who agreed to be called: shown whole to their own officers, one list at a time."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.timezone import localdate

from donghanh.core import audit
from donghanh.core.limits import Limit, spend
from donghanh.org.access import authorize
from donghanh.org.models import Unit, User
from donghanh.people.models import Employment, Worker
from donghanh.privacy.choices import Purpose
from donghanh.privacy.models import Consent
from donghanh.privacy.rules import consent_text

READINGS = Limit("contact lists", most=10, per=timedelta(hours=1))


@transaction.atomic
def read_contacts(unit: Unit, *, actor: User, at: datetime) -> list[Worker]:
    """Return the people of a unit who agreed to be called, with their phones; each of them sees that it was read."""
    authorize(actor, "workers", at=unit)
    spend(READINGS, actor.pk, at=at)
    people = contacts_of(unit, at=at)
    audit.record(actor, "read_contacts", unit, unit_id=unit.pk, count=len(people))
    for worker in people:
        audit.record(actor, "read_phone", worker, unit_id=unit.pk)
    return people


def contacts_of(unit: Unit, *, at: datetime) -> list[Worker]:
    """Return the people on the rolls of a unit who agree today to be called, by given name."""
    today = localdate(at)
    here = Worker.objects.standing().filter(
        pk__in=Employment.objects.on(today).filter(unit=unit).values("worker"), erased_at=None
    )
    version = consent_text(Purpose.CONTACT, on=today).version
    said: dict[int, Consent] = {}
    lines = Consent.objects.filter(worker__in=here, purpose=Purpose.CONTACT, at__lte=at)
    for line in lines.order_by("at", "pk"):
        said[line.worker_id] = line
    agreeing = [pk for pk, line in said.items() if line.is_given and line.version == version]
    return list(Worker.objects.filter(pk__in=agreeing).exclude(phone="").order_by("name_key", "pk"))
