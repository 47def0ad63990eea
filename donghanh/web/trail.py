"""The trail of one unit as its administrator reads it: who did what to which record, and when."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any

from django import forms
from django.apps import apps
from django.db.models import Q, QuerySet
from django.utils.functional import Promise
from django.utils.timezone import make_aware
from django.utils.translation import gettext_lazy as _

from donghanh.core.exports import Column
from donghanh.core.models import AuditEntry
from donghanh.org.choices import DESK_ROLES, Role
from donghanh.org.models import Unit, User
from donghanh.web.action_words import WORDS, words_for

ORDER = ("-at", "-id")
_AT_ONCE = 1_000


@dataclass(frozen=True, slots=True)
class Line:
    """One entry in words; the record is named by its kind and number, never by a person's name."""

    at: datetime
    actor: str
    words: Promise | str
    record: str
    details: str
    on_behalf: bool


class TrailFilter(forms.Form):
    """Which entries are asked for."""

    since = forms.DateField(label=_("From"), required=False)
    until = forms.DateField(label=_("To"), required=False)
    act = forms.ChoiceField(label=_("Act"), required=False)
    who = forms.CharField(label=_("Sign-in name"), required=False, max_length=150)

    def __init__(self, data: Any) -> None:
        super().__init__(data)
        acts = sorted(WORDS.items(), key=lambda act: str(act[1]))
        self.fields["act"].choices = [("", _("all")), *acts]  # type: ignore[attr-defined]

    @property
    def is_narrowed(self) -> bool:
        """Tell whether some entries are left out."""
        return any(self.data.get(name) for name in self.fields)

    def narrow(self, entries: QuerySet[AuditEntry]) -> QuerySet[AuditEntry]:
        """Leave the entries that fit; what cannot be read narrows nothing."""
        self.is_valid()
        asked = self.cleaned_data
        if asked.get("since"):
            entries = entries.filter(at__gte=_midnight(asked["since"]))
        if asked.get("until"):
            entries = entries.filter(at__lt=_midnight(asked["until"] + timedelta(days=1)))
        if asked.get("act"):
            entries = entries.filter(action=asked["act"])
        if asked.get("who"):
            entries = entries.filter(actor_id__in=User.objects.filter(username=asked["who"]).values("pk"))
        return entries


def entries_of(unit: Unit) -> QuerySet[AuditEntry]:
    """Return the entries about a unit."""
    return AuditEntry.objects.filter(unit_id=unit.pk)


def lines(entries: Iterable[AuditEntry]) -> Iterator[Line]:
    """Give entries in words, with the names of the officers who acted; who acts for himself is a number."""
    waiting = iter(entries)
    while batch := list(islice(waiting, _AT_ONCE)):
        officers = _officers({entry.actor_id for entry in batch if entry.actor_id})
        for entry in batch:
            yield Line(
                at=entry.at,
                actor=_actor(entry, officers),
                words=words_for(entry.action),
                record=_record(entry),
                details=", ".join(f"{name}: {_shown(value)}" for name, value in sorted(entry.details.items())),
                on_behalf=entry.on_behalf,
            )


TRAIL_COLUMNS = (
    Column[Line](_("Time"), lambda line: line.at, 18),
    Column[Line](_("Who"), lambda line: line.actor, 28),
    Column[Line](_("Did what"), lambda line: line.words, 36),
    Column[Line](_("About what"), lambda line: line.record, 24),
    Column[Line](_("Details"), lambda line: line.details, 40),
    Column[Line](_("On behalf"), lambda line: _("yes") if line.on_behalf else "", 10),
)


def _officers(keys: Iterable[int]) -> dict[int, User]:
    """Return the accounts that act for a union, now or earlier; whose names an administrator reads anyway."""
    holders = User.objects.filter(Q(is_system=True) | Q(grants__role__in=(*DESK_ROLES, Role.VOLUNTEER)))
    return {user.pk: user for user in holders.filter(pk__in=keys).distinct()}


def _actor(entry: AuditEntry, officers: dict[int, User]) -> str:
    if not entry.actor_id:
        return ""
    officer = officers.get(entry.actor_id)
    return str(officer) if officer else _("account %(number)s") % {"number": entry.actor_id}


def _record(entry: AuditEntry) -> str:
    try:
        kind = apps.get_model(entry.subject_kind)._meta.verbose_name
    except (LookupError, ValueError):
        kind = entry.subject_kind  # A kind of record that this version no longer has.
    return f"{kind} {entry.subject_id}"


def _shown(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _midnight(day: date) -> datetime:
    return make_aware(datetime.combine(day, time.min))
