"""Links from a unit into the rooms above this one, which it must not import: only those that are built."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from donghanh.org.access import Standing
from donghanh.org.choices import Reading
from donghanh.org.views.scope import Scope


@dataclass(frozen=True, slots=True)
class Door:
    """A page about one unit in another room, and what one must be able to read to enter."""

    words: Promise
    icon: str
    thing: str
    url_name: str
    parameter: str = ""
    """Where the page takes the unit's code in its query rather than in its path."""
    verb: str = ""
    """What one must be able to do instead, where one does not read names anyway."""


@dataclass(frozen=True, slots=True)
class Link:
    """A door as one reader sees it."""

    words: Promise
    icon: str
    url: str


DOORS = (
    Door(_("Who was reached, who was not"), "chart-bar", "reach", "reporting:reach-detail"),
    Door(_("Sessions"), "calendar-event", "sessions", "gatherings:session-list", parameter="unit"),
    Door(_("People"), "users", "workers", "people:worker-list", parameter="unit"),
    Door(_("Declared figures"), "table", "figures", "indicators:figure-list", parameter="unit"),
    Door(_("Reports"), "file-text", "reports", "reporting:report-list", parameter="unit"),
    Door(_("Who did what here"), "history", "audit", "web:trail"),
    Door(_("Ask for the names of its people"), "key", "workers", "people:reveal-ask", verb="reveal"),
)


def links_into(scope: Scope) -> list[Link]:
    """Return the doors open to the reader of a unit's page."""
    return [
        Link(door.words, door.icon, url)
        for door in DOORS
        if _opens(door, scope.standing) and (url := _address(door, scope.unit.code))
    ]


def _opens(door: Door, standing: Standing) -> bool:
    found = standing.reading(door.thing)
    if door.verb:
        return found < Reading.NAME and standing.may_change(door.thing, verb=door.verb)
    return bool(found)


def _address(door: Door, code: str) -> str:
    try:
        if door.parameter:
            return f"{reverse(door.url_name)}?{urlencode({door.parameter: code})}"
        return reverse(door.url_name, args=[code])
    except NoReverseMatch:
        return ""
