"""Emptying the whole database, the trail too, which else lets nothing go."""

from typing import Any

from django.core.management.commands import flush
from django.db import connections

from donghanh.core import audit_guard


class Command(flush.Command):
    """Empty every table; tests that write in transactions of their own end so."""

    def handle(self, **options: Any) -> None:
        """Lift the guard of the trail for as long as the tables are emptied."""
        with audit_guard.lifted(connections[options["database"]]):
            super().handle(**options)
