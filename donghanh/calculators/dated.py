"""Levels and rates out of rows: the only home of choosing by date, and of reading the shipped tables."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path

from donghanh.calculators.errors import NotKnownOn
from donghanh.calculators.values import Basis, Value

COMPARED_ON = date(2026, 11, 22)
"""When the shipped tables were last compared with the texts; a row may name its own day in ``checked_on``."""


class DatedRates:
    """Levels and rates held in memory, found by code, key and day; a later row ends the one before it."""

    def __init__(self, values: Iterable[Value]) -> None:
        self._rows: dict[tuple[str, str], list[Value]] = {}
        for value in sorted(values, key=lambda value: value.starts_on):
            rows = self._rows.setdefault((value.code, value.key), [])
            if rows and (rows[-1].ends_on is None or rows[-1].ends_on >= value.starts_on):
                rows[-1] = replace(rows[-1], ends_on=value.starts_on - timedelta(days=1))
            rows.append(value)

    def __iter__(self) -> Iterator[Value]:
        for rows in self._rows.values():
            yield from rows

    def on(self, code: str, day: date, key: str = "") -> Value:
        """Return the value that applies on a day, or raise :class:`NotKnownOn`."""
        rows = self._rows.get((code, key), [])
        for value in reversed(rows):
            if value.applies_on(day):
                return value
        raise NotKnownOn(code, key, day, rows[0].starts_on if rows else None, rows[-1].known_to if rows else None)

    def between(self, code: str, first: date, last: date, key: str = "") -> list[Value]:
        """Return the values that apply from ``first`` to ``last``, in order, or raise :class:`NotKnownOn`."""
        for day in (first, last):
            self.on(code, day, key)
        return [
            value
            for value in self._rows[code, key]
            if value.starts_on <= last and (value.ends_on is None or value.ends_on >= first)
        ]


@cache
def shipped_values() -> tuple[Value, ...]:
    """Return the rows of the tables beside this file."""
    rows: list[Value] = []
    for table in sorted(Path(__file__).parent.glob("rates*.csv")):
        with table.open(encoding="utf-8", newline="") as lines:
            rows.extend(_value(row) for row in csv.DictReader(lines))
    return tuple(rows)


@cache
def shipped_rates() -> DatedRates:
    """Return the levels and rates that come with the product."""
    return DatedRates(shipped_values())


def _value(row: dict[str, str]) -> Value:
    return Value(
        code=row["code"],
        key=row["key"],
        amount=Decimal(row["amount"]),
        unit=row["unit"],
        starts_on=date.fromisoformat(row["starts_on"]),
        ends_on=_day(row["ends_on"]),
        basis=Basis(row["document"], row["article"], row["clause"], note=row["note"]),
        certainty=row["certainty"],
        source=row["source"],
        checked_on=_day(row.get("checked_on") or "") or COMPARED_ON,
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
