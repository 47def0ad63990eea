"""One box for people, units and sessions, each as far as the reader may read."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _

from donghanh.gatherings.models import Session
from donghanh.kernel.text import fold
from donghanh.org.models import User
from donghanh.org.queries.units import readable_units
from donghanh.people.queries.desk import Desk
from donghanh.people.queries.digits import found_in

EACH = 10


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found, with a line that tells it apart from its likes."""

    words: str
    remark: str
    url: str


@dataclass(frozen=True, slots=True)
class Hits:
    """What was found of one kind, and where the whole list is."""

    title: str
    rows: list[Hit]
    more_url: str


def search(user: User, text: str) -> list[Hits]:
    """Find people, units and sessions by words typed with or without diacritics."""
    words = fold(text)
    if not words:
        return []
    found = [_people(user, text), _units(user, words), _sessions(user, words)]
    return [hits for hits in found if hits.rows]


def _people(user: User, text: str) -> Hits:
    desk = Desk(user, localdate())
    found = found_in(desk.workers(), text, own=desk.own_workers(), reader=user, at=now())
    rows = [
        Hit(worker.full_name, worker.masked_phone, reverse("people:worker-detail", args=[worker.pk]))
        for worker in found.order_by("name_key", "pk")[:EACH]
    ]
    return Hits(_("People"), rows, f"{reverse('people:worker-list')}?q={text}")


def _units(user: User, words: str) -> Hits:
    units = readable_units(user)
    for word in words.split():
        units = units.filter(folded_name__contains=word)
    rows = [
        Hit(unit.name, unit.get_kind_display(), reverse("org:unit-detail", args=[unit.code]))
        for unit in units.order_by("folded_name", "pk")[:EACH]
    ]
    return Hits(_("Units"), rows, f"{reverse('org:unit-list')}?q={words}")


def _sessions(user: User, words: str) -> Hits:
    sessions = Session.objects.visible_to(user).select_related("host")
    for word in words.split():
        sessions = sessions.filter(folded_title__contains=word)
    rows = [
        Hit(
            session.title,
            f"{date_format(session.held_on, 'd/m/Y')} · {session.host.label}",
            reverse("gatherings:session-detail", args=[session.pk]),
        )
        for session in sessions.order_by("-held_on", "-pk")[:EACH]
    ]
    return Hits(_("Sessions"), rows, f"{reverse('gatherings:session-list')}?q={words}")
