"""Lists of units, areas and roles as pages show them."""

import django_tables2 as tables
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from donghanh.org.models import Area, Unit

NONE_YET = _("none yet")
_BLOCKS = {"class": "dh-table-blocks"}
_NUMBER = {"th": {"class": "dh-number"}, "td": {"class": "dh-number"}}


class KindColumn(tables.Column):
    """A word of a list, with a capital since it stands alone."""

    def render(self, value: str) -> str:
        """Write the word with a capital."""
        return str(capfirst(value))


class UnitTable(tables.Table):
    """Units with where they hang and where they are."""

    name = tables.Column(_("Unit"), linkify=("org:unit-detail", {"code": tables.A("code")}))
    kind = tables.Column(_("Kind"))
    parent_name = tables.Column(_("Belongs to"))
    area = tables.Column(_("Area"))
    code = tables.Column(_("Code"))
    founded_on = tables.DateColumn(verbose_name=_("Founded"), attrs=_NUMBER)
    closed_on = tables.DateColumn(verbose_name=_("Closed"), attrs=_NUMBER, default="")

    class Meta:
        model = Unit
        fields: list[str] = []
        attrs = _BLOCKS
        default = NONE_YET
        orderable = False

    def render_kind(self, record: Unit) -> str:
        """Say what kind of unit it is, and what an immediate superior union stands on."""
        kind = capfirst(record.get_kind_display())
        return f"{kind} · {record.get_form_display()}" if record.form else kind


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
