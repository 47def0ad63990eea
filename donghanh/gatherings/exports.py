"""The columns of session lists and presence lists as files."""

from django.utils.translation import gettext_lazy as _

from donghanh.core.exports import Column
from donghanh.gatherings.listings.presence import PresentPerson
from donghanh.gatherings.listings.sessions import SessionLine

SESSION_COLUMNS = (
    Column[SessionLine](_("Starts at"), lambda line: line.session.starts_at, 18),
    Column[SessionLine](_("Session"), lambda line: line.session.title, 50),
    Column[SessionLine](_("Host"), lambda line: line.session.host.name, 36),
    Column[SessionLine](_("Topics"), lambda line: ", ".join(map(str, line.session.topics.all())), 36),
    Column[SessionLine](_("Form"), lambda line: line.session.get_form_display(), 20),
    Column[SessionLine](_("Place"), lambda line: line.session.place, 30),
    Column[SessionLine](_("State"), lambda line: line.status.words, 16),
    Column[SessionLine](_("Expected number"), lambda line: line.session.expected_count, 12),
    Column[SessionLine](_("Attendances"), lambda line: line.attendances.value, 12),
)
PRESENCE_COLUMNS = (
    Column[PresentPerson](_("Full name"), lambda person: person.worker.full_name, 30),
    Column[PresentPerson](_("Unit"), lambda person: person.unit.name if person.unit else "", 40),
    Column[PresentPerson](_("Present as"), lambda person: person.attendance.get_audience_display(), 20),
    Column[PresentPerson](_("Recorded at"), lambda person: person.attendance.recorded_at, 18),
    Column[PresentPerson](_("Evidence"), lambda person: person.attendance.grade, 10),
    Column[PresentPerson](_("Recorded by"), lambda person: person.attendance.get_source_display(), 30),
)
