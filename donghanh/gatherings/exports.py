"""The columns of presence lists as files."""

from django.utils.translation import gettext_lazy as _

from donghanh.core.exports import Column
from donghanh.gatherings.listings.presence import PresentPerson

PRESENCE_COLUMNS = (
    Column[PresentPerson](_("Full name"), lambda person: person.worker.full_name, 30),
    Column[PresentPerson](_("Unit"), lambda person: person.unit.name if person.unit else "", 40),
    Column[PresentPerson](_("Present as"), lambda person: person.attendance.get_audience_display(), 20),
    Column[PresentPerson](_("Recorded at"), lambda person: person.attendance.recorded_at, 18),
    Column[PresentPerson](_("Evidence"), lambda person: person.attendance.grade, 10),
    Column[PresentPerson](_("Recorded by"), lambda person: person.attendance.get_source_display(), 30),
)
