"""What happened to a session, told from the trail of writes."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from donghanh.core.models import AuditEntry
from donghanh.gatherings.models import Session
from donghanh.org.models import User

SHOWN = 12
WORDS: dict[str, Promise] = {
    "plan_session": _("opened the session"),
    "update_session": _("corrected the facts"),
    "retopic_session": _("changed the topics"),
    "set_co_hosts": _("changed the co-hosts"),
    "set_volunteers": _("named volunteers"),
    "cancel_session": _("cancelled the session"),
    "check_in": _("scanned somebody in"),
    "record_names": _("recorded names"),
    "record_history_names": _("imported presence"),
    "annul_attendance": _("annulled a presence"),
    "attach_evidence": _("uploaded evidence"),
    "record_headcount": _("recorded a number"),
}


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One thing that somebody did to the session."""

    at: datetime
    actor: User | None
    words: Promise | str
    on_behalf: bool


def history_lines(session: Session) -> list[HistoryLine]:
    """Return the latest writes, the newest first."""
    entries = AuditEntry.objects.filter(
        unit_id=session.host_id, subject_kind=session._meta.label_lower, subject_id=str(session.pk)
    ).order_by("-at")[:SHOWN]
    found = list(entries)
    actors = User.objects.in_bulk({entry.actor_id for entry in found if entry.actor_id})
    return [
        HistoryLine(entry.at, actors.get(entry.actor_id or 0), WORDS.get(entry.action, entry.action), entry.on_behalf)
        for entry in found
    ]
