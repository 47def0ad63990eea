"""A column of a list, declared once: a page shows it and a file holds it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import django_tables2 as tables
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from donghanh.core.exports import Column, Row, Words
from donghanh.core.ui.numbers import number

NONE_YET = gettext_lazy("none yet")
_NUMBER = {"th": {"class": "dh-number"}, "td": {"class": "dh-number"}}


@dataclass(frozen=True)
class ListColumn(Column[Row]):
    """A column with the name it has in addresses, and how a page shows what a file only holds."""

    name: str = ""
    link: Callable[[Row], str] | None = None
    """The page that the cell leads to."""
    cell: Callable[[Row], str] | None = None
    """What a page shows, where that is not the plain value."""
    at_first: bool = True
    """Whether a page shows it to those who have not chosen."""
    is_number: bool = False
    empty: Words = NONE_YET
    """What a page shows where there is nothing."""

    def shown(self, row: Row) -> str:
        """Return the cell of a page."""
        text = self.cell(row) if self.cell else _written(self.value(row))
        if not text:
            return str(self.empty)
        return format_html('<a href="{}">{}</a>', self.link(row), text) if self.link else text


class PageColumn(tables.Column):  # type: ignore[misc]  # The library has no types.
    """A declared column in a table of a page; with ``pick``, each row can be ticked there."""

    def __init__(self, column: ListColumn[Any], pick: Callable[[Any], int] | None = None) -> None:
        attrs = _NUMBER if column.is_number else {}
        super().__init__(column.heading, empty_values=(), attrs=attrs, orderable=False)
        self._column, self._pick = column, pick

    def render(self, record: Any) -> str:
        """Show the cell of a row."""
        shown = self._column.shown(record)
        return shown if self._pick is None else _with_tick(self._pick(record), shown, self._column.value(record))


def _with_tick(record_id: int, shown: str, named: Any) -> SafeString:
    """Put the box before the cell that names the row, so that the row stays one block on a phone."""
    return format_html(
        '<span class="dh-pick"><input type="checkbox" name="pick" value="{}" form="bulk" aria-label="{}">'
        "<span>{}</span></span>",
        str(record_id),
        _("Choose %(record)s") % {"record": named},
        shown,
    )


def _written(value: Any) -> str:
    if isinstance(value, datetime):
        return date_format(localtime(value), "d/m/Y H:i")
    if isinstance(value, date):
        return date_format(value, "d/m/Y")
    if isinstance(value, int):
        return str(number(value))
    return "" if value is None else str(value)
