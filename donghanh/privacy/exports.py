"""The columns of the data map."""

from django.utils.translation import gettext_lazy as _

from donghanh.core.exports import Column
from donghanh.privacy.queries.data_map import MapLine

MAP_COLUMNS = (
    Column[MapLine](_("Kind of record"), lambda line: line.table, 28),
    Column[MapLine](_("Field"), lambda line: line.field, 24),
    Column[MapLine](_("Name in the database"), lambda line: line.code, 32),
    Column[MapLine](_("Class"), lambda line: line.sort, 16),
    Column[MapLine](_("Purpose"), lambda line: line.purpose, 48),
    Column[MapLine](_("Ground"), lambda line: line.basis, 40),
    Column[MapLine](_("Kept"), lambda line: line.retention, 40),
    Column[MapLine](_("Seen by"), lambda line: line.seen_by, 40),
)
