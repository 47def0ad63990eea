"""What this room stores about people: who entered and withdrew a figure."""

from django.utils.translation import gettext_lazy as _

from donghanh.core.personal_data import Use, declare, no_people, not_personal

TRACE = Use(_("saying who entered it"), _("duty to show who did what"), "official", ("figures",))

declare("indicators.Figure", TRACE, text=("note", "withdraw_reason"), other=("entered_by", "withdrawn_by"))
not_personal(
    "indicators.Figure", "unit", "indicator", "starts_on", "ends_on", "kind", "qualifier", "value", "minimum",
    "maximum", "change", "change_percent", "cuts", "cuts_key", "part_of", "former_unit", "origin", "source", "grade",
    "entered_at", "is_entered_on_behalf", "withdrawn_at", "replaces",
)  # fmt: skip
declare("indicators.WaitingGroup", TRACE, other=("imported_by", "assigned_by"))
not_personal(
    "indicators.WaitingGroup", "name", "parent_code", "starts_on", "ends_on", "content", "imported_at", "unit",
    "assigned_at",
)  # fmt: skip
no_people("indicators.FigureCredit", "indicators.Indicator")
