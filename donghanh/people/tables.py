"""Lists of people and enterprises as pages show them."""

import django_tables2 as tables
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from donghanh.org.tables import NONE_YET, KindColumn
from donghanh.people.models import Enterprise, Worker
from donghanh.people.queries.workers import places, unions

_BLOCKS = {"class": "dh-table-blocks"}
_NUMBER = {"th": {"class": "dh-number"}, "td": {"class": "dh-number"}}


class WorkerTable(tables.Table):
    """People with where they work; numbers that identify them stay hidden."""

    full_name = tables.Column(gettext_lazy("Full name"), linkify=("people:worker-detail", {"pk": tables.A("pk")}))
    unit = tables.Column(gettext_lazy("Unit"), empty_values=())
    department = tables.Column(gettext_lazy("Department"), empty_values=())
    member = tables.Column(gettext_lazy("Member"), empty_values=())
    birth_year = tables.Column(gettext_lazy("Born"), attrs=_NUMBER, localize=False)
    member_no = tables.Column(gettext_lazy("Member number"))
    masked_phone = tables.Column(gettext_lazy("Phone"), attrs=_NUMBER)

    class Meta:
        model = Worker
        fields: list[str] = []
        attrs = _BLOCKS
        default = NONE_YET
        orderable = False

    def render_unit(self, record: Worker) -> str:
        """Name the units whose rolls the person is on."""
        return ", ".join(place.unit.label for place in places(record))

    def render_department(self, record: Worker) -> str | Promise:
        """Name the departments the person works in."""
        return ", ".join(place.department for place in places(record) if place.department) or NONE_YET

    def render_member(self, record: Worker) -> str:
        """Say whether the person is a member."""
        return _("Member") if unions(record) else _("Not a member")


class EnterpriseTable(tables.Table):
    """Employers with their codes."""

    name = tables.Column(gettext_lazy("Enterprise"), linkify=("people:enterprise-detail", {"pk": tables.A("pk")}))
    unit = tables.Column(gettext_lazy("Record kept by"))
    sector = tables.Column(gettext_lazy("Sector"))
    ownership = KindColumn(gettext_lazy("Ownership"))
    tax_code = tables.Column(gettext_lazy("Tax code"), attrs=_NUMBER)
    insurance_code = tables.Column(gettext_lazy("Social-insurance code"), attrs=_NUMBER)

    class Meta:
        model = Enterprise
        fields: list[str] = []
        attrs = _BLOCKS
        default = NONE_YET
        orderable = False
