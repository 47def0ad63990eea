"""What this room stores about people: who proposed and who approved a level. What is worked out is not kept."""

from django.utils.translation import gettext_lazy as _

from donghanh.core.personal_data import Use, declare, not_personal

TRACE = Use(_("saying who entered it"), _("duty to show who did what"), "official", ("public",))

declare("calculators.RateChange", TRACE, other=("proposed_by", "decided_by"))
not_personal(
    "calculators.RateChange", "code", "key", "amount", "unit", "starts_on", "ends_on", "document", "article", "clause",
    "certainty", "source", "before", "state", "proposed_at", "decided_at", "reason",
)  # fmt: skip
