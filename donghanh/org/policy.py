"""Who may see and change what, read from visibility.csv beside this file.

The rows say: a role held at a unit, where the other unit stands to it, the thing, how much of
it is read and what may be changed. What no row names does not exist for that role.
"""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from donghanh.org.choices import Reading, Role

_FILE = Path(__file__).parent / "visibility.csv"
_COPIES = {"as officer": Role.OFFICER}
_READINGS = {"none": Reading.NONE, "number": Reading.NUMBER, "masked": Reading.MASKED, "name": Reading.NAME}


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the matrix."""

    role: str
    relation: str
    thing: str
    reading: Reading
    change: str


@cache
def rules() -> tuple[Rule, ...]:
    """Return every row, with the rows that say “as officer” written out."""
    with _FILE.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    plain = [row for row in rows if row["object"] not in _COPIES]
    copied = [
        {**row, "role": copy["role"]}
        for copy in rows
        if copy["object"] in _COPIES
        for row in plain
        if row["role"] == _COPIES[copy["object"]]
    ]
    return tuple(
        Rule(row["role"], row["relation"], row["object"], _READINGS[row["read"]], row["change"])
        for row in [*plain, *copied]
    )


@cache
def rules_for(role: str, thing: str) -> tuple[Rule, ...]:
    """Return the rows about one thing for one role."""
    return tuple(rule for rule in rules() if rule.role == role and rule.thing == thing)


def reads(roles: Iterable[str], thing: str, *, least: Reading) -> bool:
    """Tell whether one of ``roles`` reads ``thing`` at least so far of any unit at all."""
    return any(rule.reading >= least for role in roles for rule in rules_for(role, thing))
