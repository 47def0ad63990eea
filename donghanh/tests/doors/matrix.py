"""A second reading of visibility.csv, written without looking at the first: what each role may read and change."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

CARRIED = Path(__file__).resolve().parents[2] / "org" / "visibility.csv"
NONE, NUMBER, MASKED, NAME = range(4)
READINGS = ("none", "number", "masked", "name")
ANYWHERE = ("own", "child", "below", "above", "session", "union", "self", "any")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the file."""

    role: str
    relation: str
    thing: str
    read: str
    change: str
    note: str


def rows_of(file: Path) -> list[Row]:
    """Return the lines of a file as they are written."""
    with file.open(encoding="utf-8", newline="") as lines:
        return [
            Row(line["role"], line["relation"], line["object"], line["read"], line["change"], line["note"])
            for line in csv.DictReader(lines)
        ]


@cache
def _rows() -> tuple[Row, ...]:
    return tuple(rows_of(CARRIED))


def rows_about(role: str, thing: str) -> list[Row]:
    """Return the lines about a thing for a role, and for a leader those of an officer as well."""
    roles = {role, "officer"} if role == "leader" else {role}
    return [row for row in _rows() if row.role in roles and row.thing == thing]


def read(role: str, relations: Iterable[str], thing: str) -> int:
    """Return how much of a thing a role reads from where it stands."""
    found = [READINGS.index(row.read) for row in rows_about(role, thing) if row.relation in {*relations, "any"}]
    return max(found, default=NONE)


def changes(role: str, relations: Iterable[str], thing: str, verb: str = "") -> bool:
    """Tell whether a role changes a thing from where it stands, or does the one thing that ``verb`` names."""
    words = {row.change for row in rows_about(role, thing) if row.relation in relations}
    return bool(words & {"all", "on behalf"}) or any(verb and word.startswith(verb) for word in words)
