"""What this room, the core and libraries store about people: consents, requests, erasures, the trail, imports."""

from django.utils.translation import gettext_lazy as _

from donghanh.core.personal_data import Subject, Use, about, declare, no_people, not_personal

LEDGER = Use(
    _("proving who agreed to what, when and how"),
    _("Law 91/2025 on the protection of personal data"),
    retention="consents",
    seen_by=("data_requests",),
)
REQUESTS = Use(
    _("answering what people ask about their data, in time"),
    _("Law 91/2025 on the protection of personal data"),
    retention="requests",
    seen_by=("data_requests",),
)
ERASED = Use(
    _("erasing again what an older backup brings back"),
    _("Law 91/2025 on the protection of personal data"),
    retention="erasures",
)
BREACH = Use(
    _("saying who handled a breach"), _("Law 91/2025 on the protection of personal data"), "official", ("breaches",)
)
TRAIL = Use(
    _("showing who did and read what, also to the person concerned"),
    _("duty to protect data and to show it"),
    retention="trail",
    seen_by=("audit",),
)
IMPORTS = Use(
    _("taking an import back, and mending rows that were left out"),
    _("tasks of the union towards workers and members"),
    retention="imports",
    seen_by=("imports",),
)
BROWSER = Use(_("staying signed in"), _("needed for what the person asked for"), retention="browser")

declare(
    "privacy.Consent",
    LEDGER,
    ordinary=("worker", "purpose", "is_given", "version", "language", "method", "at"),
    text=("evidence",),
    other=("recorded_by",),
)
about("privacy.Consent", Subject(worker="worker", blank=("evidence",)))
declare(
    "privacy.DataRequest",
    REQUESTS,
    ordinary=("worker", "unit", "kind", "is_by_person", "received_at", "due_at", "answered_at", "outcome"),
    text=("words", "evidence", "answer", "extend_reason"),
    other=("entered_by", "acknowledged_by", "extended_by", "answered_by"),
)
not_personal("privacy.DataRequest", "acknowledge_by", "acknowledged_at", "extended_at")
about("privacy.DataRequest", Subject(worker="worker", blank=("words", "evidence", "answer", "extend_reason")))
declare("privacy.ErasureRecord", ERASED, identifier=("worker_id", "fingerprints"))
not_personal("privacy.ErasureRecord", "cause", "erased_at")
about("privacy.ErasureRecord", Subject(worker="worker_id"))
declare("privacy.LegalHold", REQUESTS, ordinary=("worker", "until"), text=("reason",), other=("placed_by", "lifted_by"))
not_personal("privacy.LegalHold", "placed_at", "lifted_at")
about("privacy.LegalHold", Subject(worker="worker", blank=()))
declare(
    "privacy.Breach",
    BREACH,
    text=("title", "happened", "data_kinds", "consequences", "measures"),
    other=("entered_by",),
)
not_personal(
    "privacy.Breach", "unit", "people_count", "is_serious", "found_at", "notify_by", "entered_at",
    "authority_told_at", "people_told_at", "closed_at",
)  # fmt: skip
declare("privacy.BreachEntry", BREACH, text=("words",), other=("entered_by",))
not_personal("privacy.BreachEntry", "breach", "step", "at")

declare("core.AuditEntry", TRAIL, ordinary=("subject_id",), other=("actor_id",))
not_personal("core.AuditEntry", "unit_id", "id", "at", "action", "subject_kind", "on_behalf", "details", "seal")
no_people("core.AuditSeal")
declare("core.Allowance", TRAIL, identifier=("key",))
not_personal("core.Allowance", "name", "opened_at", "used")
declare(
    "core.ImportBatch",
    IMPORTS,
    ordinary=("file",),
    text=("file_name", "failure", "notices"),
    other=("created_by", "confirmed_by"),
)
not_personal(
    "core.ImportBatch", "kind", "unit_id", "state", "file_sha256", "sheet_name", "unknown_columns", "language",
    "row_count", "position", "new_count", "changed_count", "same_count", "bad_count", "rows_per_second", "created_at",
    "confirmed_at", "moved_at", "finished_at",
)  # fmt: skip
declare("core.ImportProblem", IMPORTS, text=("typed", "sentence", "hint"))
not_personal("core.ImportProblem", "batch", "row", "column")
declare("core.ImportChange", IMPORTS, ordinary=("record_id", "before", "after"))
not_personal("core.ImportChange", "batch", "row", "model", "outcome")

declare("core.SavedView", TRAIL, text=("name",), other=("created_by",))
not_personal("core.SavedView", "list_name", "query", "unit_id", "created_at", "removed_at")
declare("core.ListChoice", TRAIL, other=("user",))
not_personal("core.ListChoice", "list_name", "columns", "view")
declare("core.BulkChange", IMPORTS, text=("typed", "failure"), other=("created_by",))
not_personal(
    "core.BulkChange", "list_name", "action", "model", "language", "state", "row_count", "created_at", "moved_at",
    "finished_at",
)  # fmt: skip
declare("core.BulkRow", IMPORTS, ordinary=("record_id", "before", "after"), text=("words",))
not_personal("core.BulkRow", "change", "outcome")

declare("sessions.Session", BROWSER, ordinary=("session_data",), secret=("session_key",))
not_personal("sessions.Session", "expire_date")
no_people(
    "auth.Group", "auth.Permission", "contenttypes.ContentType", "django_q.Schedule", "django_q.Task", "django_q.OrmQ"
)
