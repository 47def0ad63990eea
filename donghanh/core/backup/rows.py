"""Rows as lines: the same text for the same row, whatever database it comes from."""

import json
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from hashlib import blake2b
from typing import Any
from uuid import UUID

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Field, Model
from django.utils.duration import duration_iso_string

from donghanh.core.sealed import SealedField, as_stored

AT_ONCE = 2_000
_WIDTH = 32
_ROUND = 1 << (8 * _WIDTH)


@dataclass
class Tally:
    """How many lines there were and their checksum: the sum of their hashes, the same in any order."""

    rows: int = 0
    total: int = 0

    def add(self, line: str) -> None:
        """Count one line."""
        self.rows += 1
        self.total += int.from_bytes(blake2b(line.encode(), digest_size=_WIDTH).digest(), "big")

    def add_all(self, found: Iterable[str]) -> None:
        """Count some lines."""
        for line in found:
            self.add(line)

    @property
    def checksum(self) -> str:
        """Return the checksum in letters."""
        return f"{self.total % _ROUND:0{2 * _WIDTH}x}"

    def as_json(self) -> dict[str, Any]:
        """Return what the manifest says of a table."""
        return {"rows": self.rows, "checksum": self.checksum}


def columns(model: type[Model]) -> list["Field[Any, Any]"]:
    """Return the columns that a row is written with; what the database computes itself is left out."""
    return [field for field in model._meta.local_concrete_fields if not field.generated]


def lines(model: type[Model]) -> Iterator[str]:
    """Give every row of a table as a line, in little memory; what is sealed stays sealed."""
    names = [as_stored(field.attname) if _is_sealed(field) else field.attname for field in columns(model)]
    for row in model._base_manager.order_by().values_list(*names).iterator(chunk_size=AT_ONCE):
        yield json.dumps([_plain(value) for value in row], ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def tally(model: type[Model]) -> Tally:
    """Count a table as it stands in the database."""
    counted = Tally()
    counted.add_all(lines(model))
    return counted


def load(model: type[Model], found: Iterable[str], connection: BaseDatabaseWrapper) -> None:
    """Write lines into a table."""
    fields = columns(model)
    readers = [_reader(field, connection) for field in fields]
    rows = ([read(value) for read, value in zip(readers, json.loads(line), strict=True)] for line in found)
    quote = connection.ops.quote_name
    table, names = quote(model._meta.db_table), ", ".join(quote(str(field.column)) for field in fields)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
            return
        places = ", ".join(["%s"] * len(fields))
        cursor.executemany(f"INSERT INTO {table} ({names}) VALUES ({places})", list(rows))  # noqa: S608 - our tables


def _plain(value: Any) -> Any:
    """Return a value as JSON knows it."""
    if value is None or isinstance(value, (str, int, float, dict, list)):
        return value
    for kinds, write in _WRITTEN:
        if isinstance(value, kinds):
            return write(value)
    message = f"A backup cannot hold a {type(value).__name__}."
    raise TypeError(message)


_WRITTEN: tuple[tuple[type | tuple[type, ...], Callable[[Any], str]], ...] = (
    (datetime, lambda value: value.astimezone(UTC).isoformat(timespec="microseconds")),
    ((date, time), lambda value: value.isoformat()),
    (Decimal, lambda value: f"{value:f}"),
    (UUID, str),
    (timedelta, duration_iso_string),
    ((bytes, memoryview), lambda value: b64encode(value).decode("ascii")),
)
"""How the values that JSON does not know are written; a datetime is a date too and so comes first."""


def _reader(field: "Field[Any, Any]", connection: BaseDatabaseWrapper) -> Callable[[Any], Any]:
    """Return what turns a plain value into what the database takes for a column."""
    if _is_sealed(field):
        return lambda value: value
    return lambda value: field.get_db_prep_save(field.to_python(value), connection)


def _is_sealed(field: "Field[Any, Any]") -> bool:
    return isinstance(field, SealedField)
