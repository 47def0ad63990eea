"""By what names documents are cited, and which document a name means on a day."""

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path

from donghanh.kernel.text import fold
from donghanh.legal.citations.numbers import kind_of, number_key

_TABLE = Path(__file__).parents[1] / "aliases.csv"
_NAME_ENDS = r"(?:(?<!\d)(?![^\W\d])|(?<=\d)(?!\w)(?![.,]\d))"
"""A year may be glued to a name (“BLLĐ2019”), a digit to a number may not."""
_YEAR = re.compile(r"/((?:19|20)\d\d)/")


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a document; the days are those on which the document is law, as far as they are known."""

    words: str
    number: str
    starts_on: date | None = None
    ends_on: date | None = None
    """The first day on which it is no longer law."""

    def is_meant_on(self, day: date) -> bool:
        """Tell whether somebody who uses the name for law of that day means this document."""
        return (self.starts_on is None or self.starts_on <= day) and (self.ends_on is None or day < self.ends_on)

    def has_ended_by(self, day: date) -> bool:
        """Tell whether the document was law before a day; people go on citing it."""
        return self.ends_on is not None and self.ends_on <= day


class Names:
    """All names that citations are understood with."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._by_words: dict[str, list[Name]] = {}
        self._by_key: dict[str, str] = {}
        self._days: dict[str, Name] = {}
        for name in names:
            self._by_key.setdefault(number_key(name.number), name.number)
            self._days.setdefault(name.number, name)
            words = fold(name.words)
            if words:
                self._by_words.setdefault(words, []).append(name)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Return what finds any name in folded text, the longest first; “kỷ luật lao động” is no name."""
        written = sorted(self._by_words, key=lambda words: (-len(words), words))
        either = "|".join(r"\s+".join(re.escape(word) for word in words.split()) for words in written)
        return re.compile(rf"(?<!\w)(?<!phap\s)(?<!ky\s)(?<!quy\s)(?:{either or '(?!)'}){_NAME_ENDS}")

    def known(self, number: str) -> str:
        """Return a number as the library writes it, or "" when no document of that number is known."""
        return self._by_key.get(number_key(number), "")

    def named(self, words: str, *, on: date, year: str = "") -> str:
        """Return the number of the document that a name means, or "" when that is not certain."""
        names = self._by_words.get(" ".join(words.split()), [])
        if year:
            found = {name.number for name in names if year_of(name.number) == year}
        else:
            found = {name.number for name in names if name.is_meant_on(on)}
            found = found or {name.number for name in names if name.has_ended_by(on)}
        return found.pop() if len(found) == 1 else ""

    def serial(self, serial: str, kind: str, *, on: date) -> str:
        """Return the one known number that begins with “145/2020”, or with “145” alone among those in force."""
        start = f"{serial.lstrip('0')}/"
        found = {number for key, number in self._by_key.items() if key.startswith(start) and kind_of(number) == kind}
        if "/" not in serial:
            found = {number for number in found if self._days[number].is_meant_on(on)}
        return found.pop() if len(found) == 1 else ""


def year_of(number: str) -> str:
    """Return the year in a document's number, or ""."""
    found = _YEAR.search(number)
    return found[1] if found else ""


@lru_cache
def shipped_names() -> Names:
    """Return the names that come with the product."""
    return Names(shipped())


@lru_cache
def shipped() -> tuple[Name, ...]:
    """Read the table of names that come with the product."""
    with _TABLE.open(encoding="utf-8", newline="") as table:
        return tuple(
            Name(row["alias"], row["number"], _day(row["from"]), _day(row["to"])) for row in csv.DictReader(table)
        )


def _day(written: str) -> date | None:
    return date.fromisoformat(written) if written else None
