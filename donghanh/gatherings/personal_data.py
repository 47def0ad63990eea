"""What this room stores about people: who came, who helped at the door, who spoke, and photos of sessions."""

from django.utils.translation import gettext_lazy as _

from donghanh.core.personal_data import Subject, Use, about, declare, no_people, not_personal

PRESENCE = Use(
    _("counting distinct people exactly, and knowing who was not reached yet"),
    _("tasks of the union in legal education"),
    retention="presence",
    seen_by=("attendances", "attendances_elsewhere"),
)
PROOF = Use(_("proof of a session that was held"), _("rules on proof of activities"), "evidence", ("attendances",))
PROGRAMME = Use(
    _("saying who spoke and who took part as a partner"), _("rules on official papers"), "official", ("sessions",)
)
TRACE = Use(_("saying who entered it"), _("duty to show who did what"), "official", ("sessions",))

declare(
    "gatherings.Attendance",
    PRESENCE,
    ordinary=("session_id", "worker_id", "audience", "checked_in_at", "grade", "source"),
    text=("annul_reason",),
    other=("recorded_by_id", "annulled_by_id"),
)
not_personal("gatherings.Attendance", "unit_id", "id", "recorded_at", "is_on_behalf", "batch_id", "annulled_at")
about("gatherings.Attendance", Subject(worker="worker_id", blank=("annul_reason",)))
declare("gatherings.SessionCohort", PRESENCE, ordinary=("members",))
not_personal("gatherings.SessionCohort", "session", "audience", "grade")
declare("gatherings.Volunteer", PRESENCE, ordinary=("session", "user"))
about("gatherings.Volunteer", Subject(user="user", goes=True))
declare("gatherings.Evidence", PROOF, ordinary=("file",), other=("uploaded_by",))
not_personal("gatherings.Evidence", "session", "kind", "sha256", "uploaded_at")
declare("gatherings.Headcount", TRACE, other=("recorded_by",))
not_personal("gatherings.Headcount", "session", "audience", "count", "grade", "evidence", "recorded_at", "replaced_at")
declare("gatherings.Session", PROGRAMME, ordinary=("speakers",), text=("partners", "notes", "cancel_reason"))
declare("gatherings.Session", TRACE, other=("entered_by",))
not_personal(
    "gatherings.Session", "host", "title", "document_numbers", "form", "integrated_into", "audiences", "enterprise",
    "place", "link", "starts_at", "ends_at", "held_on", "expected_count", "materials", "is_public", "code", "secret",
    "entered_at", "is_entered_on_behalf", "cancelled_at", "presence_version", "folded_version",
)  # fmt: skip
no_people("gatherings.SessionTopic", "gatherings.SessionUnit")
