"""Which columns one reader sees: those of the address, else those he chose, else the usual ones."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import django_tables2 as tables
from django.http import HttpRequest

from donghanh.core.registers.columns import ListColumn, PageColumn
from donghanh.core.registers.register import COLUMNS, Register
from donghanh.core.saved_views import ListChoice


@dataclass(frozen=True)
class Layout:
    """The columns of a list for one reader, on the page and in the file."""

    register: Register
    actor: Any
    query: str
    """The address that the page shows, without its place in the list."""
    chosen: tuple[ListColumn[Any], ...]

    @property
    def on_page(self) -> tuple[ListColumn[Any], ...]:
        """Return the columns that a page shows."""
        return self.chosen or tuple(column for column in self.register.columns if column.at_first)

    @property
    def in_file(self) -> tuple[ListColumn[Any], ...]:
        """Return the columns that a file holds: all of them to those who have not chosen."""
        return self.chosen or self.register.columns

    def shows(self, name: str) -> bool:
        """Tell whether the page shows a column, for those who fetch what it needs."""
        return any(column.name == name for column in self.on_page)

    def table(self, rows: Iterable[Any], *, but: tuple[str, ...] = ()) -> "RegisterTable":
        """Return the rows of a page as a table, without the columns ``but`` unless the reader chose."""
        hidden = () if self.chosen else but
        return RegisterTable(list(rows), self, tuple(each for each in self.on_page if each.name not in hidden))


class ColumnTable(tables.Table):  # type: ignore[misc]  # The library has no types.
    """Rows in declared columns; with ``pick``, each row can be ticked."""

    class Meta:
        attrs = {"class": "dh-table-blocks"}
        orderable = False

    def __init__(
        self, rows: Iterable[Any], columns: tuple[ListColumn[Any], ...], pick: Callable[[Any], int] | None = None
    ) -> None:
        shown = [(each.name, PageColumn(each, pick if each is columns[0] else None)) for each in columns]
        super().__init__(list(rows), extra_columns=shown)


class RegisterTable(ColumnTable):
    """A page of a list in the columns that the reader sees, with what he may do to the rows he ticks."""

    class Meta(ColumnTable.Meta):
        template_name = "core/register_table.html"

    def __init__(self, rows: list[Any], layout: Layout, columns: tuple[ListColumn[Any], ...]) -> None:
        self.layout = layout
        self.actions = layout.register.actions_of(layout.actor)
        record_id = layout.register.record_id
        self.record_ids = ",".join(str(record_id(row)) for row in rows) if self.actions else ""
        super().__init__(rows, columns, record_id if self.actions else None)


def layout_of(request: HttpRequest, register: Register) -> Layout:
    """Return the columns of a list for the reader of a request."""
    asked = register.columns_named(request.GET.get(COLUMNS, "").split(","))
    query = request.GET.copy()
    query.pop("after", None)
    choice = choice_of(request, register)
    chosen = asked or register.columns_named(choice.columns if choice else [])
    return Layout(register, request.user, query.urlencode(), chosen)


def choice_of(request: HttpRequest, register: Register) -> ListChoice | None:
    """Return what the reader chose for a list, read once a request."""
    if not hasattr(request, "list_choice"):
        kept = ListChoice.objects.filter(user=request.user.pk, list_name=register.name)
        request.list_choice = kept.first()  # type: ignore[attr-defined]
    found: ListChoice | None = request.list_choice  # type: ignore[attr-defined]
    return found
