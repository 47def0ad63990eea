"""Facts of well-known documents that the project ships: numbers, titles, days; never words, never “verified”.

A text's own statements outrank them; they fill what it does not say, and name what took a document's place.
"""

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("documents.csv")


@dataclass(frozen=True, slots=True)
class Declared:
    """What is known of a document without its text, and how surely."""

    number: str
    kind: str
    title: str
    issued_on: date | None
    in_force_on: date | None
    expired_on: date | None
    aliases: tuple[str, ...]
    topics: tuple[str, ...]
    replaced_by: str
    source: str
    certainty: str


@cache
def declared_documents() -> dict[str, Declared]:
    """Return the known documents by their numbers."""
    with _FILE.open(encoding="utf-8", newline="") as rows:
        return {row["number"]: _declared(row) for row in csv.DictReader(rows)}


def declared(number: str) -> Declared | None:
    """Return what is known of a document."""
    return declared_documents().get(number)


def issued_then(issued_on: date, title: str) -> Declared | None:
    """Return the one known document of a title that was issued on a day."""
    found = [
        known
        for known in declared_documents().values()
        if known.issued_on == issued_on and known.title.casefold() == title.casefold()
    ]
    return found[0] if len(found) == 1 else None


def _declared(row: dict[str, str]) -> Declared:
    issued, in_force, expired = (_day(row[name]) for name in ("issued", "in_force", "expired"))
    aliases, topics = (tuple(part for part in row[name].split(";") if part) for name in ("aliases", "topics"))
    return Declared(
        row["number"], row["kind"], row["title"], issued, in_force, expired, aliases, topics,
        row["replaced_by"], row["source"], row["certainty"],
    )  # fmt: skip


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
