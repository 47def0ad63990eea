"""What this room stores about people: who wrote and sealed a report, and what officers wrote in it."""

from django.utils.translation import gettext_lazy as _

from donghanh.core.personal_data import Use, declare, not_personal

TRACE = Use(
    _("saying who wrote and sealed a report"), _("rules on official papers"), retention="official", seen_by=("reports",)
)
PERIOD = ("unit", "kind", "starts_on", "ends_on")

declare("reporting.ReportDraft", TRACE, text=("texts",), other=("saved_by",))
not_personal("reporting.ReportDraft", *PERIOD, "number", "based_on", "is_aside", "saved_at")
declare("reporting.NothingToReport", TRACE, other=("declared_by",))
not_personal("reporting.NothingToReport", *PERIOD, "declared_at")
declare("reporting.Snapshot", TRACE, text=("canonical",), other=("sealed_by",))
not_personal("reporting.Snapshot", *PERIOD, "sha256", "number", "issued_on", "sealed_at", "supersedes")
