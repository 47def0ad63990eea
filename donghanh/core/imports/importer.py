"""What a room declares so that a kind of list can be taken in."""

from abc import ABC, abstractmethod
from collections.abc import Hashable, Iterable, Sequence
from typing import Any, ClassVar, Protocol

from django.db.models import Model
from django.utils.functional import Promise

from donghanh.core.imports.columns import Column
from donghanh.core.imports.rows import Row
from donghanh.core.imports.table import Table


class Place(Protocol):
    """A unit that lists are taken in at, as far as the engine needs to know it."""

    pk: Any


class Journal(Protocol):
    """Where an importer writes down what it did, so that it can be taken back."""

    def created(self, row: Row, record: Model) -> None:
        """Note a record that did not exist before."""

    def changed(self, row: Row, record: Model, before: dict[str, Any]) -> None:
        """Note a record that was changed, with the old values of the changed fields."""


class Importer(ABC):
    """One kind of list; an instance serves one reading of one file, for one actor at one unit.

    ``check`` decides the fate of each row with a bounded number of queries for the whole chunk
    and writes nothing; ``write`` then writes the same rows, in the same transaction. Both see
    the rows in the order of ``arrange``.
    """

    kind: ClassVar[str]
    title: ClassVar[str | Promise]
    purpose: ClassVar[str | Promise]
    """What the list is for, in one sentence."""
    rank: ClassVar[int]
    """In which order a newcomer takes the lists in: units before the people who work there."""
    icon: ClassVar[str]
    columns: ClassVar[tuple[Column, ...]]
    do_not_call_in_templates: ClassVar[bool] = True
    """Pages show the class itself."""
    chunk_size: ClassVar[int] = 500
    """How many rows are written in one transaction, which is to stay near 200 ms."""

    def __init__(self, actor: Any, unit_id: int) -> None:
        self.actor = actor
        self.unit_id = unit_id

    @classmethod
    @abstractmethod
    def places(cls, actor: Any) -> Sequence[Place]:
        """Return the units where ``actor`` may take in this list; none for a stranger."""

    @classmethod
    @abstractmethod
    def authorize(cls, actor: Any, unit_id: int) -> None:
        """Let ``actor`` take in this list at a unit, or raise."""

    def arrange(self, table: Table) -> Sequence[int]:
        """Return the lines of the file in the order in which they are to be handled."""
        return table.lines

    def keys(self, row: Row) -> Iterable[tuple[str, Hashable]]:
        """Return what may stand only once in a file: the column, and the value that is compared."""
        return ()

    @abstractmethod
    def check(self, rows: Sequence[Row]) -> None:
        """Set each row's fate and subject, or refuse it."""

    @abstractmethod
    def write(self, rows: Sequence[Row], journal: Journal) -> None:
        """Write the rows that are new or changed; a row may still be refused here."""
