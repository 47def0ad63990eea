"""Lists of the organisation as files for spreadsheets."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from donghanh.core.exports import Column
from donghanh.org.models import Area

# The rows are units with ``parent_name``, which their class does not know.
UNIT_COLUMNS: tuple[Column[Any], ...] = (
    Column(_("Code"), lambda unit: unit.code, 14),
    Column(_("Unit name"), lambda unit: unit.name, 44),
    Column(_("Kind"), lambda unit: unit.get_kind_display(), 26),
    Column(_("Stands on"), lambda unit: unit.get_form_display(), 16),
    Column(_("Belongs to"), lambda unit: unit.parent_name, 36),
    Column(_("Area"), lambda unit: unit.area.name if unit.area else "", 24),
    Column(_("Province"), lambda unit: province_of(unit.area), 20),
    Column(_("Address"), lambda unit: unit.address, 32),
    Column(_("Founded"), lambda unit: unit.founded_on, 12),
    Column(_("Closed"), lambda unit: unit.closed_on, 12),
)


def province_of(area: Area | None) -> str:
    """Return the name of the province that an area is or lies in."""
    return str(area.province or area) if area else ""
