"""The database as a backup sees it: tables of one state of migrations, read in one moment, or filled afresh."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.core.management import call_command
from django.core.management.color import no_style
from django.db import DEFAULT_DB_ALIAS, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.models import AutoField, Model
from django.db.utils import load_backend

Applied = dict[str, list[str]]
"""The migrations of a database: their names by application."""

LEFT_OUT = {
    "django_migrations": "written anew by the migrations themselves",
    "django_session": "everybody signs in again after a restore",
    "usersessions_usersession": "everybody signs in again after a restore",
    "django_q_task": "results of finished jobs",
}
"""Tables that a backup does not hold, and why."""


def here() -> BaseDatabaseWrapper:
    """Return the connection that everything works on."""
    return connections[DEFAULT_DB_ALIAS]


@contextmanager
def standing_in(**changes: object) -> Iterator[BaseDatabaseWrapper]:
    """Work on another database in the place of the usual one, as long as the block runs in this thread."""
    usual = here()
    settings = {**usual.settings_dict, **changes}
    other: BaseDatabaseWrapper = load_backend(settings["ENGINE"]).DatabaseWrapper(settings, DEFAULT_DB_ALIAS)
    connections[DEFAULT_DB_ALIAS] = other
    try:
        yield other
    finally:
        other.close()
        connections[DEFAULT_DB_ALIAS] = usual


@contextmanager
def one_moment() -> Iterator[None]:
    """See the database as it is now until the block ends; nobody has to wait meanwhile."""
    connection = here()
    if connection.vendor == "postgresql":
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
        return
    with connection.cursor() as cursor:
        # Transactions of ours take the lock for writing at once; this one never writes, so it must not.
        cursor.execute("BEGIN DEFERRED")
        try:
            cursor.execute("SELECT count(*) FROM sqlite_master")  # The moment is fixed by the first read.
            yield
        finally:
            cursor.execute("ROLLBACK")


def applied() -> Applied:
    """Return the migrations that the database has."""
    loader = MigrationLoader(here())
    found: Applied = {}
    for app, name in sorted(loader.applied_migrations):
        if (app, name) in loader.graph.nodes:
            found.setdefault(app, []).append(name)
    return found


def unknown(migrations: Applied) -> list[str]:
    """List the migrations that this version does not know."""
    nodes = MigrationLoader(None).graph.nodes
    return [f"{app}.{name}" for app, names in migrations.items() for name in names if (app, name) not in nodes]


def tables(migrations: Applied) -> list[type[Model]]:
    """Return the tables that a backup holds, as they are after some migrations."""
    nodes = [(app, name) for app, names in migrations.items() for name in names]
    apps = MigrationLoader(None).project_state(nodes).apps
    models = apps.get_models(include_auto_created=True, include_swapped=True)
    return sorted((model for model in models if _is_kept(model)), key=lambda model: model._meta.db_table)


def migrate_to(migrations: Applied) -> None:
    """Bring an empty database to some state of migrations, and take out the rows that they wrote."""
    executor = MigrationExecutor(here())
    nodes = {(app, name) for app, names in migrations.items() for name in names}
    graph = executor.loader.graph
    last = [
        node
        for node in sorted(nodes)
        if not any(child.key in nodes for child in graph.node_map[node].children if child.key[0] == node[0])
    ]
    executor.migrate(last)
    empty(model._meta.db_table for model in tables(migrations))


def migrate_to_newest() -> None:
    """Apply what is new since; this also puts the guard of the trail up."""
    call_command("migrate", verbosity=0, interactive=False)


def empty(names: Iterable[str]) -> None:
    """Take every row out of some tables."""
    connection = here()
    connection.check_constraints()  # PostgreSQL empties no table that still has something to check.
    with transaction.atomic():  # Rows that name each other may go in any order within one transaction.
        connection.ops.execute_sql_flush(connection.ops.sql_flush(no_style(), list(names), allow_cascade=True))


def drop_everything() -> None:
    """Remove every table of a PostgreSQL schema, and the functions of its triggers."""
    from donghanh.core import audit_guard  # noqa: PLC0415

    connection = here()
    with connection.cursor() as cursor:
        names = connection.introspection.table_names(cursor)
        if audit_guard.ENTRIES in names:
            audit_guard.remove(connection)
        for name in names:
            cursor.execute(f"DROP TABLE {connection.ops.quote_name(name)} CASCADE")


def counters(models: Iterable[type[Model]]) -> dict[str, int]:
    """Return the last number that each table gave out, so that none is given twice."""
    connection = here()
    found = {}
    with connection.cursor() as cursor:
        for table, column in _numbered(models):
            if connection.vendor == "sqlite":
                cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
            else:
                name = _sequence(cursor, table, column)
                cursor.execute(f"SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM {name}")  # noqa: S608
            row = cursor.fetchone()
            found[table] = int(row[0]) if row else 0
    return found


def set_counters(models: Iterable[type[Model]], last: dict[str, int]) -> None:
    """Go on counting where another database stopped."""
    connection = here()
    with connection.cursor() as cursor:
        for table, column in _numbered(models):
            number = last.get(table, 0)
            if connection.vendor == "sqlite":
                cursor.execute("DELETE FROM sqlite_sequence WHERE name = %s", [table])
                cursor.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)", [table, number])
            else:
                name = _sequence(cursor, table, column)
                cursor.execute("SELECT setval(%s::regclass, %s, %s)", [name, max(number, 1), number > 0])


def _sequence(cursor, table: str, column: str) -> str:  # type: ignore[no-untyped-def] # a wrapped cursor of any driver
    cursor.execute("SELECT pg_get_serial_sequence(%s, %s)", [f'"{table}"', column])
    return str(cursor.fetchone()[0])


def _numbered(models: Iterable[type[Model]]) -> Iterator[tuple[str, str]]:
    for model in models:
        key = model._meta.pk
        if isinstance(key, AutoField) or getattr(key, "db_returning", False):
            yield model._meta.db_table, str(key.column)


def _is_kept(model: type[Model]) -> bool:
    options = model._meta
    return options.managed and not options.proxy and not options.swapped and options.db_table not in LEFT_OUT
