"""What makes the trail append-only: triggers in the database, the same rules on SQLite and on PostgreSQL.

An entry may be sealed once and otherwise never changes. It may be removed only after its seal was marked as emptied;
the seal itself stays. Whoever owns the database can still take the triggers away: then the chain of
:mod:`donghanh.core.audit_chain` shows what was done.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper

ENTRIES, SEALS = "core_auditentry", "core_auditseal"
_ENTRY_FACTS = ("unit_id", "id", "at", "actor_id", "action", "subject_kind", "subject_id", "on_behalf", "details")
_SEAL_FACTS = ("number", "sealed_at", "entry_count", "first_at", "last_at", "previous", "hash", "fingerprints")
_SEALED_ONCE = "OLD.seal IS NULL AND NEW.seal IS NOT NULL"
_EMPTIED_ONCE = "OLD.emptied_at IS NULL AND NEW.emptied_at IS NOT NULL"
_WAS_EMPTIED = f"EXISTS (SELECT 1 FROM {SEALS} s WHERE s.number = OLD.seal AND s.emptied_at IS NOT NULL)"  # noqa: S608


def _same(facts: tuple[str, ...], differs: str) -> str:
    return " AND ".join(f"NOT (NEW.{fact} {differs} OLD.{fact})" for fact in facts)


def _rules(differs: str) -> tuple[tuple[str, str, str, str], ...]:
    """Return for each trigger its name, table and event, and when the event is allowed."""
    return (
        ("audit_entry_starts_unsealed", ENTRIES, "INSERT", "NEW.seal IS NULL"),
        ("audit_entry_stays", ENTRIES, "UPDATE", f"{_SEALED_ONCE} AND {_same(_ENTRY_FACTS, differs)}"),
        ("audit_entry_is_kept", ENTRIES, "DELETE", _WAS_EMPTIED),
        ("audit_seal_stays", SEALS, "UPDATE", f"{_EMPTIED_ONCE} AND {_same(_SEAL_FACTS, differs)}"),
        ("audit_seal_is_kept", SEALS, "DELETE", "1 = 0"),
    )


def install(connection: BaseDatabaseWrapper) -> None:
    """Put the triggers into the database; safe to repeat."""
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        for statement in _made_on(connection.vendor):
            cursor.execute(statement)


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take the triggers out of the database."""
    with connection.cursor() as cursor:
        for statement in _taken_from(connection.vendor):
            cursor.execute(statement)


def is_whole(connection: BaseDatabaseWrapper) -> bool:
    """Tell whether every trigger is there and at work."""
    found = {
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
        "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'",
    }[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(found)
        names = {row[0] for row in cursor.fetchall()}
    return {name for name, *_rule in _rules("")} <= names


@contextmanager
def lifted(connection: BaseDatabaseWrapper) -> Iterator[None]:
    """Let the tables be filled or emptied as a whole, in one transaction; for restoring and for flushing only."""
    with transaction.atomic(using=connection.alias):
        remove(connection)
        yield
        install(connection)


def keep_guard(using: str, **_more: Any) -> None:
    """Put the triggers back after migrations; a changed table loses its triggers on SQLite."""
    from django.db import connections  # noqa: PLC0415 - bound late: the restore replaces the connection

    connection = connections[using]
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
    if {ENTRIES, SEALS} <= set(tables):
        install(connection)


def _made_on(vendor: str) -> Iterator[str]:
    yield from _taken_from(vendor)
    for name, table, event, allowed in _rules("IS NOT" if vendor == "sqlite" else "IS DISTINCT FROM"):
        refusal = f"{name}: the trail is append-only"
        if vendor == "sqlite":
            yield (
                f"CREATE TRIGGER {name} BEFORE {event} ON {table} WHEN NOT ({allowed}) "
                f"BEGIN SELECT RAISE(ABORT, '{refusal}'); END"
            )
            continue
        row = "OLD" if event == "DELETE" else "NEW"
        yield (
            f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            f"IF NOT ({allowed}) THEN RAISE EXCEPTION '{refusal}' USING ERRCODE = 'integrity_constraint_violation'; "
            f"END IF; RETURN {row}; END $$"
        )
        yield f"CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()"


def _taken_from(vendor: str) -> Iterator[str]:
    for name, table, *_rule in _rules(""):
        if vendor == "sqlite":
            yield f"DROP TRIGGER IF EXISTS {name}"
        else:
            yield f"DROP TRIGGER IF EXISTS {name} ON {table}"
            yield f"DROP FUNCTION IF EXISTS {name}()"
