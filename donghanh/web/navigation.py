"""The rail: at most nine places, in the order of the look; one that is not built or not allowed is left out."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.translation import pgettext_lazy

from donghanh.core.figures import Words
from donghanh.org import policy
from donghanh.org.choices import Reading
from donghanh.org.models import Grant

SEARCH = "web:search"


@dataclass(frozen=True, slots=True)
class Place:
    """One tile of the rail: its page, what a role must be able to read to see it, the pages that belong to it."""

    url_name: str
    words: Words
    icon: str
    needs: str = ""
    holds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tile:
    """A place as one reader sees it on one page."""

    url: str
    words: Words
    icon: str
    is_current: bool


PLACES = (
    Place("web:home", pgettext_lazy("rail", "Today"), "home"),
    Place("gatherings:session-list", pgettext_lazy("rail", "Sessions"), "calendar-event", "sessions", ("gatherings:",)),
    Place("voice:question-list", pgettext_lazy("rail", "Questions"), "message", "cases", ("voice:",)),
    Place("people:worker-list", pgettext_lazy("rail", "People"), "users-group", "workers", ("people:",)),
    Place("org:unit-list", pgettext_lazy("rail", "Units"), "sitemap", "units", ("org:", "reporting:reach")),
    Place("labour:home", pgettext_lazy("rail", "Protection"), "scale", "late_payers", ("labour:",)),
    Place("planning:target-list", pgettext_lazy("rail", "Targets"), "target-arrow", "plans", ("planning:",)),
    Place(
        "reporting:report-list", pgettext_lazy("rail", "Reports"), "file-text", "reports", ("reporting:", "indicators:")
    ),
    Place("legal:ask", pgettext_lazy("rail", "Library"), "books", "", ("legal:", "guides:", "calculators:")),
)


def address(url_name: str) -> str:
    """Return the address of a page without arguments, or "" while it is not built."""
    try:
        return reverse(url_name)
    except NoReverseMatch:
        return ""


def tiles(grants: Iterable[Grant], view_name: str) -> list[Tile]:
    """List the places open to somebody with these roles, the one he stands in marked."""
    roles = {grant.role for grant in grants}
    current = _current(view_name)
    return [
        Tile(url, place.words, place.icon, is_current=place is current)
        for place in PLACES
        if (url := address(place.url_name)) and _may_read(roles, place.needs)
    ]


def _current(view_name: str) -> Place | None:
    """Find the place whose pages name this view most closely."""
    matches = [
        (len(start), place)
        for place in PLACES
        for start in (place.url_name, *place.holds)
        if view_name.startswith(start)
    ]
    return max(matches, key=lambda match: match[0])[1] if matches else None


def _may_read(roles: set[str], thing: str) -> bool:
    return not thing or policy.reads(roles, thing, least=Reading.NUMBER)
