"""Lists of people and enterprises as pages show them and files hold them; hidden numbers stay hidden."""

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from donghanh.core.registers import ListColumn
from donghanh.org.tables import province_of
from donghanh.people.models import Enterprise, Worker
from donghanh.people.queries.workers import places, unions


def _worker_page(worker: Worker) -> str:
    return reverse("people:worker-detail", args=[worker.pk])


def _enterprise_page(enterprise: Enterprise) -> str:
    return reverse("people:enterprise-detail", args=[enterprise.pk])


def _membership(worker: Worker) -> str:
    """Say whether the person is a member."""
    return _("Member") if unions(worker) else _("Not a member")


def _units(worker: Worker) -> str:
    """Name the units whose rolls the person is on, short enough for a page."""
    return ", ".join(place.unit.label for place in places(worker))


def _birth_year(worker: Worker) -> str:
    return str(worker.birth_year or "")


WORKER_COLUMNS: tuple[ListColumn[Worker], ...] = (
    ListColumn(gettext_lazy("Full name"), lambda worker: worker.full_name, 28, name="full_name", link=_worker_page),
    ListColumn(
        gettext_lazy("Unit"), lambda worker: ", ".join(place.unit.name for place in places(worker)), 40,
        name="unit", cell=_units,
    ),
    ListColumn(
        gettext_lazy("Department"), lambda worker: ", ".join(filter(None, (p.department for p in places(worker)))), 20,
        name="department",
    ),
    ListColumn(gettext_lazy("Member"), _membership, 16, name="member"),
    ListColumn(
        gettext_lazy("Year of birth"), lambda worker: worker.birth_year, 10,
        name="birth_year", cell=_birth_year, is_number=True,
    ),
    ListColumn(gettext_lazy("Member number"), lambda worker: worker.member_no, 16, name="member_no"),
    ListColumn(
        gettext_lazy("Gender"), lambda worker: worker.get_gender_display(), 8, name="gender", at_first=False
    ),
    ListColumn(
        gettext_lazy("Enterprise"),
        lambda worker: ", ".join(str(place.enterprise) for place in places(worker) if place.enterprise), 36,
        name="enterprise", at_first=False,
    ),
    ListColumn(
        gettext_lazy("Works there from"), lambda worker: min((p.starts_on for p in places(worker)), default=None), 14,
        name="works_from", at_first=False, is_number=True,
    ),
    ListColumn(
        gettext_lazy("Member from"), lambda worker: min((m.starts_on for m in unions(worker)), default=None), 14,
        name="member_from", at_first=False, is_number=True,
    ),
    ListColumn(
        gettext_lazy("Phone (hidden)"), lambda worker: worker.masked_phone, 14, name="masked_phone", is_number=True
    ),
)  # fmt: skip
ENTERPRISE_COLUMNS: tuple[ListColumn[Enterprise], ...] = (
    ListColumn(
        gettext_lazy("Name of the enterprise"), lambda enterprise: enterprise.name, 44,
        name="name", link=_enterprise_page,
    ),
    ListColumn(gettext_lazy("Record kept by"), lambda enterprise: enterprise.unit.name, 40, name="unit"),
    ListColumn(gettext_lazy("Sector"), lambda enterprise: enterprise.sector, 24, name="sector"),
    ListColumn(
        gettext_lazy("Ownership"), lambda enterprise: enterprise.get_ownership_display(), 20,
        name="ownership", cell=lambda enterprise: str(capfirst(enterprise.get_ownership_display())),
    ),
    ListColumn(
        gettext_lazy("Tax code"), lambda enterprise: enterprise.tax_code, 16, name="tax_code", is_number=True
    ),
    ListColumn(
        gettext_lazy("Social-insurance code"), lambda enterprise: enterprise.insurance_code, 16,
        name="insurance_code", is_number=True,
    ),
    ListColumn(
        gettext_lazy("Area"), lambda enterprise: enterprise.area.name if enterprise.area else "", 24,
        name="area", at_first=False,
    ),
    ListColumn(
        gettext_lazy("Province"), lambda enterprise: province_of(enterprise.area), 20,
        name="province", at_first=False,
    ),
)  # fmt: skip
