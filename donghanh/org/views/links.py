"""Links from a unit into the rooms above this one, which it must not import: only those that are built."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

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
)


def links_into(scope: Scope) -> list[Link]:
    """Return the doors open to the reader of a unit's page."""
    return [
        Link(door.words, door.icon, url)
        for door in DOORS
        if scope.standing.reading(door.thing) and (url := _address(door, scope.unit.code))
    ]


def _address(door: Door, code: str) -> str:
    try:
        if door.parameter:
            return f"{reverse(door.url_name)}?{urlencode({door.parameter: code})}"
        return reverse(door.url_name, args=[code])
    except NoReverseMatch:
        return ""
