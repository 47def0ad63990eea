"""Lists of people and enterprises as files for spreadsheets; hidden numbers stay hidden."""

from django.utils.translation import gettext_lazy as _

from donghanh.core.exports import Column
from donghanh.org.exports import province_of
from donghanh.people.models import Enterprise, Worker
from donghanh.people.queries.workers import places, unions

WORKER_COLUMNS: tuple[Column[Worker], ...] = (
    Column(_("Full name"), lambda worker: worker.full_name, 28),
    Column(_("Member number"), lambda worker: worker.member_no, 16),
    Column(_("Gender"), lambda worker: worker.get_gender_display(), 8),
    Column(_("Year of birth"), lambda worker: worker.birth_year, 10),
    Column(_("Unit"), lambda worker: ", ".join(place.unit.name for place in places(worker)), 40),
    Column(_("Enterprise"), lambda worker: ", ".join(str(place.enterprise or "") for place in places(worker)), 36),
    Column(_("Department"), lambda worker: ", ".join(filter(None, (p.department for p in places(worker)))), 20),
    Column(_("Works there from"), lambda worker: min((p.starts_on for p in places(worker)), default=None), 14),
    Column(_("Member from"), lambda worker: min((m.starts_on for m in unions(worker)), default=None), 14),
    Column(_("Phone (hidden)"), lambda worker: worker.masked_phone, 14),
)
ENTERPRISE_COLUMNS: tuple[Column[Enterprise], ...] = (
    Column(_("Name of the enterprise"), lambda enterprise: enterprise.name, 44),
    Column(_("Tax code"), lambda enterprise: enterprise.tax_code, 16),
    Column(_("Social-insurance code"), lambda enterprise: enterprise.insurance_code, 16),
    Column(_("Sector"), lambda enterprise: enterprise.sector, 24),
    Column(_("Ownership"), lambda enterprise: enterprise.get_ownership_display(), 20),
    Column(_("Area"), lambda enterprise: enterprise.area.name if enterprise.area else "", 24),
    Column(_("Province"), lambda enterprise: province_of(enterprise.area), 20),
    Column(_("Record kept by"), lambda enterprise: enterprise.unit.name, 40),
)
