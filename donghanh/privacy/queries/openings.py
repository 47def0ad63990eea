"""Who opened a person's record, as far as the trail knows: in words, with the unit and role of the reader."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q, QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from donghanh.core.models import AuditEntry
from donghanh.org.choices import Role
from donghanh.org.models import Grant, User
from donghanh.org.querysets import on_day
from donghanh.people.models import Employment, Worker
from donghanh.privacy.persons import Person, person_behind

MOST = 200
SINCE = timedelta(days=366)
_LISTS = {
    "list_workers": gettext_lazy("looked at a list of the people of your unit; you may have been on it"),
    "export_workers": gettext_lazy("took away a list of the people of your unit; you may have been on it"),
    "read_people": gettext_lazy("looked at the names behind a figure of your unit; you may have been among them"),
    "read_revealed_names": gettext_lazy("read the names of the people of your unit; you may have been on the list"),
    "read_contacts": gettext_lazy("read the phone numbers of those who agreed to be called"),
}
_ACTS = {
    "view_worker": gettext_lazy("opened your record"),
    "read_phone": gettext_lazy("read your whole phone number"),
    "reveal_numbers": gettext_lazy("read your whole phone and identity number"),
    "open_person_data": gettext_lazy("opened everything held about you"),
    "register_worker": gettext_lazy("put you on record"),
    "update_worker": gettext_lazy("corrected your facts"),
    "bind_account": gettext_lazy("bound your account to your record"),
    "change_account_password": gettext_lazy("set a new password for you"),
    "admit_member": gettext_lazy("recorded that you joined the union"),
    "end_membership": gettext_lazy("recorded that you left the union"),
    "end_employment": gettext_lazy("recorded that you left a unit"),
    "employ": gettext_lazy("put you on the rolls of a unit"),
    "give_consent": gettext_lazy("recorded a consent"),
    "withdraw_consent": gettext_lazy("recorded that a consent was taken back"),
}


@dataclass(frozen=True, slots=True)
class Opening:
    """One time somebody read or wrote something about a person."""

    at: datetime
    who: str
    what: str
    may_not_have_named: bool = False


def openings_of(worker: Worker, *, at: datetime) -> list[Opening]:
    """Return who opened a record within a year, the latest first; names of officers stay with their union.

    Officers of the person's own unit work with its lists every day: only what they write is on the trail.
    """
    person = person_behind(worker)
    entries = list(_entries(person, at - SINCE).order_by("-at", "-id")[:MOST])
    people = User.objects.in_bulk({entry.actor_id for entry in entries if entry.actor_id})
    own = set(person.user_ids)
    return [
        Opening(
            entry.at,
            _("you yourself") if entry.actor_id in own else _reader(people.get(entry.actor_id or 0), entry),
            str(_ACTS.get(entry.action) or _LISTS.get(entry.action) or _("other act") + f" ({entry.action})"),
            may_not_have_named=entry.action in _LISTS,
        )
        for entry in entries
    ]


def _entries(person: Person, since: datetime) -> QuerySet[AuditEntry]:
    units = set(Employment.objects.filter(worker__in=person.worker_ids).values_list("unit", flat=True))
    mine = Q(subject_kind="people.worker", subject_id__in=[str(pk) for pk in person.worker_ids])
    lists = Q(action__in=_LISTS, unit_id__in=units)
    whole = list(AuditEntry.objects.filter(action__in=_LISTS, unit_id=0, at__gte=since)[: MOST * 5])
    naming = [entry.id for entry in whole if units.intersection(entry.details.get("units", []))]
    return AuditEntry.objects.filter(mine | lists | Q(unit_id=0, id__in=naming), at__gte=since)


def _reader(user: User | None, entry: AuditEntry) -> str:
    """Say which role at which unit the reader held on that day."""
    if user is None or user.is_system:
        return _("the system")
    held = Grant.objects.filter(on_day(localdate(entry.at)), user=user).exclude(role=Role.WORKER)
    grant = held.select_related("unit").order_by("pk").first()
    if grant is None:
        return _("somebody without an office")
    return _("%(role)s, %(unit)s") % {"role": grant.get_role_display(), "unit": grant.unit.label}
