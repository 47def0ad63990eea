"""The trial reading: the whole file against what is on record, nothing written."""

from collections.abc import Hashable, Iterable, Iterator

from django.utils.translation import gettext as _

from donghanh.core.imports.importer import Importer
from donghanh.core.imports.rows import Row, in_sentence
from donghanh.core.imports.table import Table, chunks

CHUNK = 1000
"""How many rows are compared with the records at a time."""


def check(table: Table, importer: Importer) -> Iterator[list[Row]]:
    """Give all rows, chunk by chunk, with their fates and problems."""
    seen = _Seen(table)
    for rows in chunks(table, importer.arrange(table), CHUNK):
        for row in rows:
            row.read()
            seen.compare(row, importer.keys(row))
        importer.check([row for row in rows if row.is_good])
        for row in rows:
            if row.is_good and row.subject is not None:
                seen.compare(row, [("", row.subject)])
        yield rows


class _Seen:
    """What earlier rows of the file said, so that a row that repeats one of them is found."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._rows: dict[tuple[str, Hashable], int] = {}

    def compare(self, row: Row, keys: Iterable[tuple[str, Hashable]]) -> None:
        """Refuse a row that repeats an earlier one, naming it."""
        for column, value in keys:
            earlier = self._rows.setdefault((column, value), row.number)
            if earlier != row.number:
                self._refuse(row, column or next(iter(row.cells)), earlier)
                return

    def _refuse(self, row: Row, column: str, earlier: int) -> None:
        other = self._table.row(earlier - 1)
        other.read()
        for name in row.cells:
            if row.values.get(name) != other.values.get(name):
                heading = in_sentence(str(row.columns[name].heading))
                message = _("Repeats row %(row)s, with another %(column)s.")
                row.refuse(column, message % {"row": earlier, "column": heading}, _("Keep one of the two rows."))
                return
        row.refuse(column, _("Repeats row %(row)s.") % {"row": earlier}, _("Delete one of the two rows."))
