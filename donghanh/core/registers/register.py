"""Which lists there are: each room adds its own when the application starts."""

from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet
from django.http import QueryDict

from donghanh.core.exports import Words
from donghanh.core.registers.columns import ListColumn

if TYPE_CHECKING:
    from donghanh.core.bulk.action import BulkAction

COLUMNS = "columns"
"""The parameter of an address that names the columns to show."""
LONGEST_VALUE = 120


@dataclass(frozen=True)
class Register:
    """One list: its address, which filters a view of it keeps, its columns, and what can be done to many rows."""

    name: str
    title: Words
    address: str
    """The name of its address."""
    opens_for: Callable[[Any], bool]
    """Whether somebody may open it at all; to others it does not exist."""
    filters: tuple[str, ...] = ()
    """The filters that a view keeps: never words that were searched for, which may be somebody's name."""
    not_kept: Words = ""
    """Which other filter a view does not keep, and why."""
    columns: tuple[ListColumn[Any], ...] = ()
    record_id: Callable[[Any], int] = attrgetter("pk")
    rows: Callable[[Any, QueryDict], QuerySet[Any]] | None = None
    """The records that an address lists for a reader, for what is done to all of them."""
    changes_for: Callable[[Any], bool] = bool
    """Whether somebody may change any row at all."""
    actions: "tuple[type[BulkAction], ...]" = ()

    def kept(self, asked: QueryDict) -> QueryDict:
        """Return what a view keeps of an address, always in the same order."""
        query = QueryDict(mutable=True)
        for name in self.filters:
            value = asked.get(name, "").strip()
            if value and len(value) <= LONGEST_VALUE:
                query[name] = value
        if columns := self.columns_named(asked.get(COLUMNS, "").split(",")):
            query[COLUMNS] = ",".join(column.name for column in columns)
        return query

    def columns_named(self, names: list[str]) -> tuple[ListColumn[Any], ...]:
        """Return the columns with these names in our order, the first one always; none when no name is ours."""
        known = tuple(column for column in self.columns if column.name in names)
        return tuple(column for column in self.columns if column in known or column is self.columns[0]) if known else ()

    def actions_of(self, actor: Any) -> "list[type[BulkAction]]":
        """Return what ``actor`` may do to many rows at once."""
        return list(self.actions) if self.actions and self.changes_for(actor) else []


_REGISTERS: dict[str, Register] = {}


def register(*lists: Register) -> None:
    """Make lists known to the tools of all lists."""
    _REGISTERS.update({each.name: each for each in lists})


def register_named(name: str) -> Register | None:
    """Return the list of a name, None when there is none."""
    return _REGISTERS.get(name)


def register_at(address: str) -> Register | None:
    """Return the list at an address, None when there is none."""
    return next((each for each in _REGISTERS.values() if each.address == address), None)
