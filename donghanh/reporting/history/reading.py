"""Reading a history file: every value checked, and a wrong one named with its place, before anything is written."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from django.utils.translation import gettext as _

from donghanh.gatherings.choices import Audience
from donghanh.kernel.errors import DomainError
from donghanh.kernel.evidence import Grade
from donghanh.kernel.text import unstorable_in
from donghanh.org.choices import UnitKind

T = TypeVar("T")
EARLIEST, LATEST = 1900, 2200
"""The years that a history may speak of."""
MOST = 1_000_000
"""How many people a session may have had."""


class BadHistory(DomainError):
    """A value in a history file cannot be used."""

    code = "bad_history"

    def __init__(self, place: str, value: object, why: str) -> None:
        message = _("%(place)s: %(value)s cannot be used. %(why)s Nothing was written.")
        super().__init__(message % {"place": place, "value": repr(value), "why": why})


@dataclass(frozen=True, slots=True)
class Row:
    """One object of the file and where it stands, so that errors can say so."""

    place: str
    values: dict[str, Any]

    def text(self, key: str) -> str:
        """Return a text that must be there."""
        value = self.values.get(key)
        if not isinstance(value, str) or not value.strip():
            raise BadHistory(f"{self.place}.{key}", value, _("A text is needed here."))
        return value

    def day(self, key: str) -> date:
        """Return a day that must be there."""
        day = self.maybe_day(key)
        if day is None:
            raise BadHistory(f"{self.place}.{key}", None, _("A day is needed here, like 2026-03-05."))
        return day

    def maybe_day(self, key: str) -> date | None:
        """Return a day, or None when there is none."""
        value = self.values.get(key)
        if value is None:
            return None
        try:
            day = date.fromisoformat(value)
        except (TypeError, ValueError):
            day = date.min
        if not EARLIEST <= day.year <= LATEST:
            raise BadHistory(f"{self.place}.{key}", value, _("Write the day as 2026-03-05."))
        return day

    def known(self, key: str, known: dict[str, T]) -> T:
        """Return what a code stands for."""
        return look_up(f"{self.place}.{key}", self.values.get(key), known)

    def number(self, key: str) -> int:
        """Return a whole number of people."""
        value = self.values.get(key)
        if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= MOST:
            why = _("Write a whole number from 0 to %(most)s.") % {"most": MOST}
            raise BadHistory(f"{self.place}.{key}", value, why)
        return value

    def rows(self, key: str) -> "Iterator[Row]":
        """Yield the objects of a list."""
        yield from rows_of(self.values.get(key, []), f"{self.place}.{key}")

    def items(self, key: str) -> list[Any]:
        """Return a list, empty when there is none."""
        value = self.values.get(key) or []
        if not isinstance(value, list):
            raise BadHistory(f"{self.place}.{key}", value, _("A list is needed here."))
        return value


def look_up(place: str, value: object, known: dict[str, T]) -> T:
    """Return what a code stands for, or say which codes there are."""
    if not isinstance(value, str) or value not in known:
        some = ", ".join(list(known)[:8])
        raise BadHistory(place, value, _("Use one of: %(codes)s.") % {"codes": some})
    return known[value]


def rows_of(value: object, place: str) -> Iterator[Row]:
    """Yield the objects of a list with their places."""
    if not isinstance(value, list):
        raise BadHistory(place, value, _("A list is needed here."))
    for number, values in enumerate(value):
        if not isinstance(values, dict):
            raise BadHistory(f"{place}[{number}]", values, _("An object is needed here."))
        yield Row(f"{place}[{number}]", values)


def check_words(document: dict[str, Any]) -> None:
    """Check the kinds, audiences and grades of the whole file, and that every period runs forward."""
    if (text := unstorable_in(document)) is not None:
        raise BadHistory("history", ascii(text)[:60], _("It holds a sign that cannot be kept."))
    kinds = {kind.value: kind for kind in UnitKind}
    for row in rows_of(document.get("units"), "units"):
        row.text("code")
        row.known("kind", kinds)
        _forward(row.rows("parents"))
    _forward(rows_of(document.get("employments"), "employments"))
    for row in rows_of(document.get("sessions"), "sessions"):
        _check_session(row)


def _check_session(row: Row) -> None:
    grades = {grade.value: grade for grade in Grade}
    audiences = {audience.value: audience for audience in Audience}
    row.text("id")
    row.day("on")
    for number, named in enumerate(row.items("named")):
        place = f"{row.place}.named[{number}]"
        if not isinstance(named, list) or len(named) != 2:
            raise BadHistory(place, named, _("Write a worker and a grade."))
        look_up(place, named[1], {grade: grades[grade] for grade in ("A", "B")})
    for headcount in row.rows("headcounts"):
        headcount.known("audience", audiences)
        headcount.number("count")
        headcount.known("grade", {grade: grades[grade] for grade in ("C", "D")})


def _forward(rows: Iterable[Row]) -> None:
    for row in rows:
        first, last = row.day("from"), row.maybe_day("to")
        if last is not None and last < first:
            raise BadHistory(f"{row.place}.to", str(last), _("It lies before the first day."))
