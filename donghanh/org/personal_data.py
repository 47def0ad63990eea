"""What this room stores about people: the accounts of officers and workers, and who signs a unit's papers."""

from django.utils.translation import gettext_lazy as _

from donghanh.core.personal_data import Subject, Use, about, declare, no_people, not_personal

ACCOUNT = Use(
    _("signing in, and saying who did what"),
    _("needed for the work that the person asked for or is charged with"),
    retention="account",
    seen_by=("users",),
)
LETTERHEAD = Use(_("the signature under official papers"), _("rules on official papers"), "official", ("reports",))

declare(
    "org.User",
    ACCOUNT,
    ordinary=("full_name", "joined_at", "last_login", "is_active"),
    identifier=("username", "phone", "email"),
    secret=("password",),
)
not_personal("org.User", "is_system")
about("org.User", Subject(user="pk"))
declare("org.Grant", ACCOUNT, ordinary=("user", "role", "unit", "starts_on", "ends_on"), other=("granted_by",))
about("org.Grant", Subject(user="user"))
declare("org.DocumentSettings", LETTERHEAD, ordinary=("signer_name", "signer_title"))
not_personal(
    "org.DocumentSettings", "unit", "parent_heading", "heading", "symbol", "place", "authority", "recipients",
    "prints_distinct_people",
)  # fmt: skip
no_people("org.Area", "org.AreaEdition", "org.Decision", "org.Unit", "org.UnitPlacement")
