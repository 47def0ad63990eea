"""Which sealed columns there are, under which keys their rows stand, and how they are sealed again."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.apps import apps
from django.db import connection, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from donghanh.core.sealed import SealedField, sealer
from donghanh.kernel.seals import is_sealed, key_name_of

AT_ONCE = 5_000
PLAIN = "no key"
"""What stands for a key where a text was never sealed."""

Change = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Column:
    """A sealed column of a table, and the name of its domain."""

    table: str
    key: str
    name: str
    domain: str


def columns() -> list[Column]:
    """Return every sealed column of the models, in the order of their tables."""
    found = [
        Column(model._meta.db_table, str(model._meta.pk.column), str(field.column), field.domain)
        for model in apps.get_models()
        for field in model._meta.local_concrete_fields
        if isinstance(field, SealedField)
    ]
    return sorted(found, key=lambda column: (column.table, column.name))


def count_by_key() -> Counter[str]:
    """Count the sealed texts of the whole database by the name of their key."""
    counted: Counter[str] = Counter()
    for column in columns():
        for part in _parts(connection, column):
            counted.update(key_name_of(text) if is_sealed(text) else PLAIN for _key, text in part)
    return counted


def first_sealed_key() -> Counter[str]:
    """Return the key of the first sealed text of each column, which is quick however many rows there are."""
    firsts = [next((text for part in _parts(connection, column, 1) for _key, text in part), "") for column in columns()]
    return Counter(key_name_of(text) for text in firsts if is_sealed(text))


def seal_again(tell: Callable[[int], None]) -> int:
    """Seal every text under the writing key that stands under another; return how many. Safe to stop and repeat."""
    sealing, done = sealer(), 0
    newest = sealing.names[0]
    for column in columns():

        def renew(text: str, domain: str = column.domain) -> str:
            if is_sealed(text):
                return text if key_name_of(text) == newest else sealing.seal(sealing.open(text, domain), domain)
            return sealing.seal(text, domain)

        for count in _change(connection, column, renew):
            done += count
            tell(done)
    return done


def seal_column(on: BaseDatabaseWrapper, column: Column) -> None:
    """Seal a column that was plain; for migrations."""
    for _count in _change(on, column, lambda text: text if is_sealed(text) else sealer().seal(text, column.domain)):
        pass


def unseal_column(on: BaseDatabaseWrapper, column: Column) -> None:
    """Write the texts of a sealed column plainly; for migrations that are taken back."""
    for _count in _change(on, column, lambda text: sealer().open(text, column.domain) if is_sealed(text) else text):
        pass


def _change(on: BaseDatabaseWrapper, column: Column, change: Change) -> Iterator[int]:
    """Write the changed texts of a column, some thousands in a transaction; a row written meanwhile stays as it is."""
    quote = on.ops.quote_name
    table, key, name = quote(column.table), quote(column.key), quote(column.name)
    for part in _parts(on, column):
        changed = [(new, pk, old) for pk, old in part if (new := change(old)) != old]
        if changed:
            with transaction.atomic(using=on.alias), on.cursor() as cursor:
                update = f"UPDATE {table} SET {name} = %s WHERE {key} = %s AND {name} = %s"  # noqa: S608 - our tables
                cursor.executemany(update, changed)
            yield len(changed)


def _parts(on: BaseDatabaseWrapper, column: Column, at_once: int = AT_ONCE) -> Iterator[list[tuple[int, str]]]:
    """Give the texts of a column as they stand in the database, some thousands at once, by key."""
    quote = on.ops.quote_name
    table, key, name = quote(column.table), quote(column.key), quote(column.name)
    select = f"SELECT {key}, {name} FROM {table} WHERE {key} > %s AND {name} <> '' ORDER BY {key} LIMIT {at_once}"  # noqa: S608 - our tables
    last = 0
    while True:
        with on.cursor() as cursor:
            cursor.execute(select, [last])
            part = cursor.fetchall()
        if not part:
            return
        yield part
        last = part[-1][0]
