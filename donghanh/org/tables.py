"""Lists of units and areas as pages show them and files hold them."""

from typing import Any

import django_tables2 as tables
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from donghanh.core.registers import ListColumn
from donghanh.org.models import Area, Unit

NONE_YET = _("none yet")
_BLOCKS = {"class": "dh-table-blocks"}
_NUMBER = {"th": {"class": "dh-number"}, "td": {"class": "dh-number"}}


class KindColumn(tables.Column):
    """A word of a list, with a capital since it stands alone."""

    def render(self, value: str) -> str:
        """Write the word with a capital."""
        return str(capfirst(value))


def _unit_page(unit: Unit) -> str:
    return reverse("org:unit-detail", args=[unit.code])


def _kind_words(unit: Unit) -> str:
    """Say what kind of unit it is, and what an immediate superior union stands on."""
    kind = str(capfirst(unit.get_kind_display()))
    return f"{kind} · {unit.get_form_display()}" if unit.form else kind


def province_of(area: Area | None) -> str:
    """Return the name of the province that an area is or lies in."""
    return str(area.province or area) if area else ""


# The rows are units with ``parent_name``, which their class does not know.
UNIT_COLUMNS: tuple[ListColumn[Any], ...] = (
    ListColumn(_("Unit name"), lambda unit: unit.name, 44, name="name", link=_unit_page),
    ListColumn(_("Kind"), lambda unit: unit.get_kind_display(), 26, name="kind", cell=_kind_words),
    ListColumn(_("Stands on"), lambda unit: unit.get_form_display(), 16, name="form", at_first=False, empty=""),
    ListColumn(_("Belongs to"), lambda unit: unit.parent_name, 36, name="parent"),
    ListColumn(_("Area"), lambda unit: unit.area.name if unit.area else "", 24, name="area"),
    ListColumn(_("Province"), lambda unit: province_of(unit.area), 20, name="province", at_first=False),
    ListColumn(_("Address"), lambda unit: unit.address, 32, name="address", at_first=False),
    ListColumn(_("Code"), lambda unit: unit.code, 14, name="code"),
    ListColumn(_("Founded"), lambda unit: unit.founded_on, 12, name="founded", is_number=True),
    ListColumn(_("Closed"), lambda unit: unit.closed_on, 12, name="closed", is_number=True, empty=""),
)


class AreaTable(tables.Table):
    """Communes, wards and special zones with their province."""

    name = tables.Column(_("Area"), linkify=("org:area-detail", {"code": tables.A("code")}))
    kind = KindColumn(_("Kind"))
    province = tables.Column(_("Province"))
    code = tables.Column(_("Statistics code"), attrs=_NUMBER)

    class Meta:
        model = Area
        fields: list[str] = []
        attrs = _BLOCKS
        default = NONE_YET
        orderable = False


class ProvinceTable(tables.Table):
    """The provinces and centrally run cities."""

    name = tables.Column(_("Province"), linkify=("org:area-detail", {"code": tables.A("code")}))
    kind = KindColumn(_("Kind"))
    commune_count = tables.Column(_("Communes, wards, special zones"), attrs=_NUMBER)
    code = tables.Column(_("Statistics code"), attrs=_NUMBER)

    class Meta:
        model = Area
        fields: list[str] = []
        attrs = _BLOCKS
        default = NONE_YET
        orderable = False
