"""What this room and the library behind it store about people: how they sign in, and from where."""

from django.utils.translation import gettext_lazy as _

from donghanh.core.personal_data import Subject, Use, about, declare, no_people, not_personal

WAYS_IN = Use(
    _("proving that it is the holder of the account who signs in"),
    _("needed for what the person asked for, and duty to protect data"),
    retention="account",
    seen_by=("users",),
)
CODES = Use(_("signing in once by a code"), _("needed for what the person asked for"), retention="codes")
DEVICES = Use(
    _("showing the holder where he is signed in, so that he can end it"),
    _("needed for what the person asked for, and duty to protect data"),
    retention="browser",
)
GOES_WITH_HIS_ACCOUNT = Subject(user="user", goes=True)

declare("accounts.OneTimeCode", CODES, ordinary=("user",), identifier=("phone",), secret=("seed",))
not_personal("accounts.OneTimeCode", "purpose", "made_at", "expires_at", "tries", "used_at")
about("accounts.OneTimeCode", Subject(user="user", phone="phone", goes=True))
declare(
    "accounts.ResetRequest",
    WAYS_IN,
    ordinary=("user", "kind", "unit", "started_at", "confirmed_at", "refused_at", "used_at", "told_at"),
    secret=("code_hash",),
    text=("reason",),
    other=("started_by", "answered_by"),
)
not_personal("accounts.ResetRequest", "expires_at")
about("accounts.ResetRequest", Subject(user="user", blank=("reason", "code_hash")))
declare("accounts.JoinCode", WAYS_IN, other=("made_by",))
not_personal("accounts.JoinCode", "unit", "made_at", "expires_at", "revoked_at")
declare(
    "accounts.JoinRequest",
    WAYS_IN,
    ordinary=("user", "code", "unit", "phone_proved_at", "joined_at", "state", "answered_at"),
    identifier=("phone",),
    other=("answered_by",),
)
about("accounts.JoinRequest", Subject(user="user", phone="phone", goes=True))

declare("account.EmailAddress", WAYS_IN, ordinary=("user",), identifier=("email",))
not_personal("account.EmailAddress", "verified", "primary")
about("account.EmailAddress", GOES_WITH_HIS_ACCOUNT)
no_people("account.EmailConfirmation")
declare("mfa.Authenticator", WAYS_IN, ordinary=("user", "type", "created_at", "last_used_at"), secret=("data",))
about("mfa.Authenticator", GOES_WITH_HIS_ACCOUNT)
declare(
    "socialaccount.SocialAccount",
    WAYS_IN,
    ordinary=("user", "provider", "last_login", "date_joined"),
    identifier=("uid", "extra_data"),
)
about("socialaccount.SocialAccount", GOES_WITH_HIS_ACCOUNT)
declare("socialaccount.SocialToken", WAYS_IN, ordinary=("account",), secret=("token", "token_secret"))
not_personal("socialaccount.SocialToken", "app", "expires_at")
no_people("socialaccount.SocialApp")
declare(
    "usersessions.UserSession",
    DEVICES,
    ordinary=("user", "created_at", "last_seen_at"),
    secret=("session_key",),
    sensitive=("ip", "user_agent", "data"),
)
about("usersessions.UserSession", GOES_WITH_HIS_ACCOUNT)
