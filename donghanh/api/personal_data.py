"""What this room stores about people: whose tokens there are, and who asked for webhooks."""

from django.utils.translation import gettext_lazy as _

from donghanh.core.personal_data import Subject, Use, about, declare, not_personal

TOKENS = Use(
    _("letting a program act in the name of the holder, and showing him when it last did"),
    _("needed for what the person asked for"),
    retention="account",
)
ANSWERS = Use(
    _("doing a request that a program sends twice only once; kept for seven days"),
    _("needed for what the person asked for"),
    retention="account",
)
WEBHOOKS = Use(
    _("telling a program what happened, as far as the one who asked for it may read it"),
    _("needed for what the person asked for"),
    retention="account",
)
GOES_WITH_HIS_ACCOUNT = Subject(user="user", goes=True)

declare(
    "api.ApiToken",
    TOKENS,
    ordinary=("user", "unit", "made_at", "last_used_at", "revoked_at"),
    secret=("digest",),
    text=("name",),
)
not_personal("api.ApiToken", "prefix", "scopes", "expires_at")
about("api.ApiToken", GOES_WITH_HIS_ACCOUNT)
declare("api.KeptAnswer", ANSWERS, ordinary=("user", "made_at"))
not_personal("api.KeptAnswer", "operation", "key", "fingerprint", "status", "body")
about("api.KeptAnswer", GOES_WITH_HIS_ACCOUNT)
declare("api.Webhook", WEBHOOKS, other=("made_by",))
not_personal(
    "api.Webhook", "unit", "url", "events", "made_at", "salt", "previous_salt", "rotated_at", "told_seal", "told_id",
    "told_at", "failure_count", "failure", "next_try_at", "stopped_at",
)  # fmt: skip
about("api.Webhook", Subject(user="made_by", goes=True))
