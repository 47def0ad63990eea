"""``donghanh doctor``: names what is wrong and how to mend it."""

import os
from collections.abc import Iterator

import click

from donghanh.cli import sealed_fields, sign_in_settings
from donghanh.cli.session import Session

WHOLE_NUMBERS = (
    "PORT", "DONGHANH_BACKDATE_DAYS", "DONGHANH_UNDO_DAYS", "DONGHANH_DESK_IDLE_MINUTES", "DONGHANH_DESK_HOURS",
    "DONGHANH_PHONE_IDLE_DAYS", "DONGHANH_PHONE_DAYS",
)  # fmt: skip


@click.command()
@click.pass_obj
def doctor(session: Session) -> None:
    """Check settings, database, assets and worker; exit 1 when something is wrong."""
    import django

    django.setup()
    problems = list(_problems())
    for what, mend in problems:
        click.echo(f"✗ {what}\n  → {mend}")
    if problems:
        raise click.exceptions.Exit(1)
    click.echo("✓ Nothing is wrong.")


def _problems() -> Iterator[tuple[str, str]]:
    yield from _settings()
    yield from _database()
    yield from _assets()


def _settings() -> Iterator[tuple[str, str]]:
    from donghanh.kernel import configuration

    for name in configuration.unknown(os.environ):
        yield (
            f"The setting {name} means nothing.",
            "Remove it or correct its name; docs/operations.md lists them.",
        )
    for name in WHOLE_NUMBERS:
        if not configuration.read(name).isdigit():
            yield f"{name} is “{configuration.read(name)}”, not a whole number.", "Write it in digits."
    if not os.access(configuration.data_folder(), os.W_OK):
        yield (
            f"{configuration.data_folder()} cannot be written.",
            "Give the user of this process the right to write it.",
        )


def _database() -> Iterator[tuple[str, str]]:
    from django.db import DatabaseError, connection
    from django.db.migrations.executor import MigrationExecutor

    try:
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError as error:
        yield f"The database does not answer: {error}", "Check DATABASE_URL and that the server runs."
        return
    if waiting:
        yield f"The database lacks {len(waiting)} migrations.", "Run: donghanh upgrade"
        return
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA journal_mode")
            mode = cursor.fetchone()[0]
        if mode != "wal":
            yield f"SQLite runs in {mode} mode.", "Put DONGHANH_DATA on a local disk that supports WAL."
    yield from sign_in_settings.problems()
    yield from sealed_fields.problems()
    yield from _queue()
    yield from _trail()


def _queue() -> Iterator[tuple[str, str]]:
    from datetime import timedelta

    from django.utils import timezone
    from django_q.models import OrmQ, Schedule

    from donghanh.core.schedule import MINUTELY

    if not Schedule.objects.filter(name__in=MINUTELY).exists():
        yield "The worker has no schedule.", "Run: donghanh upgrade"
    late = Schedule.objects.filter(next_run__lt=timezone.now() - timedelta(minutes=10)).count()
    if late and OrmQ.objects.exists():
        yield f"{late} scheduled jobs are over 10 minutes late.", "Start the worker: donghanh serve runs one."


def _trail() -> Iterator[tuple[str, str]]:
    from datetime import timedelta

    from django.conf import settings
    from django.db import connection
    from django.utils.timezone import localtime, now

    from donghanh.core import audit_guard
    from donghanh.core.backup.taking import last_taken_at

    if not audit_guard.is_whole(connection):
        yield "The database lacks the triggers that keep the trail.", "Run: donghanh upgrade"
    last = last_taken_at()
    if settings.DEMO or (last and now() - last < timedelta(days=1)):
        return
    what = f"The last backup is of {localtime(last):%d/%m/%Y %H:%M}." if last else "No backup was ever taken."
    yield what, "Run donghanh backup FILE every day, and keep the file on another machine."


def _assets() -> Iterator[tuple[str, str]]:
    from django.conf import settings

    from donghanh.core.documents.pdf import fonts_folder

    if not list(fonts_folder().glob("*.ttf")):
        yield "The fonts of printed documents are missing.", "Run: make setup"
    if not (settings.STATIC_ROOT / "staticfiles.json").exists():
        yield "Static files were not collected.", "Run: donghanh upgrade"
