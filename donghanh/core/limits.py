"""How often something may be tried: counted in the database, so that all processes count together."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.crypto import salted_hmac
from django.utils.timezone import localtime, now
from django.utils.translation import gettext as _

from donghanh.core.models import Allowance
from donghanh.kernel.errors import DomainError


@dataclass(frozen=True, slots=True)
class Limit:
    """At most so many tries of one kind by one key within a time."""

    name: str
    most: int
    per: timedelta


class TooManyTries(DomainError):
    """Somebody tried more often than is allowed; ``until`` says when to come back."""

    code = "too_many_tries"

    def __init__(self, until: datetime) -> None:
        self.until = until
        time = f"{localtime(until):%H:%M:%S}"
        super().__init__(_("That was tried too often. Wait until %(time)s, then try again.") % {"time": time})


def spend(limit: Limit, key: object, *, at: datetime) -> None:
    """Count one try by ``key`` (an account, an address, a session), or raise when its tries are used up.

    What a key stands for is not kept, only its keyed hash. The first try opens the time; when it has passed, the
    count starts anew.
    """
    mine = {"name": limit.name, "key": _hidden(key)}
    running = Allowance.objects.filter(**mine, opened_at__gt=at - limit.per)
    if running.filter(used__lt=limit.most).update(used=F("used") + 1):
        return
    if Allowance.objects.filter(**mine, opened_at__lte=at - limit.per).update(opened_at=at, used=1):
        return
    try:
        with transaction.atomic():
            Allowance.objects.create(**mine, opened_at=at, used=1)
    except IntegrityError:
        opened_at = Allowance.objects.values_list("opened_at", flat=True).get(**mine)
        if running.filter(used__lt=limit.most).update(used=F("used") + 1):
            return  # Two first tries at once: the other one made the row.
        raise TooManyTries(opened_at + limit.per) from None


def is_spent(limit: Limit, key: object, *, at: datetime) -> bool:
    """Tell whether ``key`` has no tries left, without counting one."""
    mine = {"name": limit.name, "key": _hidden(key)}
    return Allowance.objects.filter(**mine, opened_at__gt=at - limit.per, used__gte=limit.most).exists()


def tries_left(limit: Limit, key: object, *, at: datetime) -> tuple[int, datetime]:
    """Return how many tries ``key`` has left, and when it has all of them again."""
    mine = {"name": limit.name, "key": _hidden(key)}
    opened = Allowance.objects.filter(**mine, opened_at__gt=at - limit.per).values_list("opened_at", "used").first()
    opened_at, used = opened or (at, 0)
    return max(limit.most - used, 0), opened_at + limit.per


def give_back(limit: Limit, key: object) -> None:
    """Forget the tries of ``key``; after a success, which shows that it was no guessing."""
    Allowance.objects.filter(name=limit.name, key=_hidden(key)).delete()


def give_one_back(limit: Limit, key: object) -> None:
    """Take one counted try back; after a success by a key that several people share."""
    Allowance.objects.filter(name=limit.name, key=_hidden(key), used__gt=0).update(used=F("used") - 1)


def forget_tries() -> None:
    """Delete the counts that were opened over a day ago; run daily."""
    Allowance.objects.filter(opened_at__lt=now() - timedelta(days=1)).delete()


def _hidden(key: object) -> str:
    return salted_hmac("donghanh.core.limits", str(key), algorithm="sha256").hexdigest()
