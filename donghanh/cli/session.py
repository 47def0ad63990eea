"""What every command needs: Django set up, a database that is up to date, somebody to act as."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from donghanh.org.models import Unit, User


@dataclass
class Session:
    """One run of the command line."""

    username: str | None = None

    def start(self) -> None:
        """Set Django up and bring an SQLite database up to date; a server's is left to ``upgrade``."""
        import django
        from django.utils import translation

        django.setup()
        translation.activate("vi")
        from django.db import connection

        if connection.vendor == "sqlite":
            migrate()

    @property
    def actor(self) -> "User":
        """Return the account that acts: the system, or the user named with ``--as``."""
        from donghanh.org.models import User

        if self.username is None:
            return User.objects.system()
        found = User.objects.filter(username=self.username, is_active=True).first()
        if found is None:
            raise click.ClickException(f"There is no active user “{self.username}”.")
        return found


@contextmanager
def telling() -> Iterator[None]:
    """Turn a broken rule into one line on standard error and exit code 1: nothing was written."""
    from donghanh.kernel.errors import DomainError

    try:
        yield
    except DomainError as error:
        raise click.ClickException(str(error)) from None


def migrate() -> None:
    """Apply what the database lacks, without a word when it lacks nothing."""
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", verbosity=0, interactive=False)


def unit_of(code: str) -> "Unit":
    """Return the unit with a code, or say that there is none."""
    from donghanh.org.models import Unit

    unit = Unit.objects.filter(code=code).first()
    if unit is None:
        raise click.ClickException(f"There is no unit with the code “{code}”.")
    return unit


def print_json(value: Any) -> None:
    """Write JSON, and nothing else, to standard output."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def note(text: str) -> None:
    """Say something to the person, on standard error."""
    click.echo(text, err=True)


def counting(label: str, *, shown: bool) -> Any:
    """Return a progress callback ``(done, total)`` that rewrites one line on standard error."""

    def report(done: int, total: int) -> None:
        if shown and sys.stderr.isatty():
            click.echo(f"\r{label}: {done}/{total}", err=True, nl=done >= total)

    return report
