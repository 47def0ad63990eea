"""Finding people by the last digits of a phone or card: among one's own people only, counted and written down.

Phones are sealed, so they are opened and compared here; no part of a phone stands plainly in the database.
"""

from datetime import datetime, timedelta

from django.db.models import Model, Q

from donghanh.core import audit
from donghanh.core.limits import Limit, spend
from donghanh.kernel.text import normal_phone, only_digits
from donghanh.org.models import User
from donghanh.people.querysets import WorkerQuerySet

LAST_DIGITS = 4
"""How many digits a search needs; fewer would list a tenth of a unit."""
SEARCHES = Limit("last digits", most=300, per=timedelta(hours=1))
_BETWEEN = " .-+"


def is_digits(text: str) -> bool:
    """Tell whether somebody typed digits, enough of them, and nothing else."""
    return len(only_digits(text)) >= LAST_DIGITS and not text.strip("0123456789" + _BETWEEN)


def found_in(
    people: WorkerQuerySet,
    text: str,
    *,
    own: WorkerQuerySet,
    reader: User,
    at: datetime,
    subject: Model | None = None,
    unit_id: int = audit.NO_UNIT,
) -> WorkerQuerySet:
    """Keep those of ``people`` with these words or this member number, and by last digits those of ``own``.

    ``own`` are people whom the reader changes, or the roster of a session; the trail keeps that he searched among
    them, never for what.
    """
    if not is_digits(text):
        return people.matching(text)
    spend(SEARCHES, reader.pk, at=at)
    digits = only_digits(text)
    ids = _ending_in(own, digits)
    audit.record(reader, "search_digits", subject or reader, unit_id=unit_id, found=len(ids))
    return people.filter(Q(pk__in=ids) | Q(member_no__iexact=text.strip()))


def _ending_in(own: WorkerQuerySet, digits: str) -> list[int]:
    """Return who has this phone or a phone or card that ends so."""
    ids = list(own.filter(member_no__endswith=digits).values_list("pk", flat=True))
    whole = normal_phone(digits)
    if whole:
        return ids + list(own.filter(phone=whole).values_list("pk", flat=True))
    phones = own.exclude(phone="").values_list("pk", "phone")
    return ids + [pk for pk, phone in phones.iterator() if phone.endswith(digits)]
