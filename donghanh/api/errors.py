"""Rules of tokens, repeated requests and webhooks that can be broken."""

from datetime import datetime
from http import HTTPStatus

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from donghanh.core.api.problems import Refusal
from donghanh.kernel.errors import DomainError


class TokenUnknown(Refusal):
    """No token came along, or one that is unknown, expired or revoked: all look the same."""

    code = "token_unknown"
    status = HTTPStatus.UNAUTHORIZED
    headers = {"WWW-Authenticate": "Bearer"}

    def __init__(self) -> None:
        message = _("No valid token came along. Send the header “Authorization: Bearer …”, or make a new token.")
        super().__init__(message)


class ScopeMissing(Refusal):
    """The token is valid and may not be used for this."""

    code = "scope_missing"
    status = HTTPStatus.FORBIDDEN
    headers = {"WWW-Authenticate": 'Bearer error="insufficient_scope"'}

    def __init__(self, scope: str) -> None:
        message = _("This needs a token that may “%(scope)s”. Make one with that right.")
        super().__init__(message % {"scope": scope})


class SecondFactorMissing(Refusal):
    """Whoever must sign in with a second factor and has none cannot go around it with a token."""

    code = "second_factor_missing"
    status = HTTPStatus.FORBIDDEN

    def __init__(self) -> None:
        super().__init__(_("Your role needs a second step at sign-in. Set it up on the site, then use the token."))


class RequestUnreadable(Refusal):
    """The address or the body cannot be read."""

    code = "request_unreadable"

    def __init__(self, why: str) -> None:
        super().__init__(_("The request cannot be read: %(why)s. Mend that and send it again.") % {"why": why})


class BodyTooLarge(Refusal):
    """More bytes than an operation takes."""

    code = "body_too_large"
    status = HTTPStatus.REQUEST_ENTITY_TOO_LARGE

    def __init__(self, most: int) -> None:
        message = _("The body is larger than %(most)s bytes. Send less at once.")
        super().__init__(message % {"most": most})


class WrongContentType(Refusal):
    """The body is of another kind than the operation reads."""

    code = "wrong_content_type"
    status = HTTPStatus.UNSUPPORTED_MEDIA_TYPE

    def __init__(self, given: str, wanted: str) -> None:
        message = _("The body is “%(given)s”; this address reads “%(wanted)s”. Set the header Content-Type.")
        super().__init__(message % {"given": given[:80], "wanted": wanted})


class UnknownParameter(Refusal):
    """The address carries a parameter that means nothing here."""

    code = "unknown_parameter"
    status = HTTPStatus.UNPROCESSABLE_ENTITY

    def __init__(self, name: str, known: list[str]) -> None:
        message = _("There is no parameter “%(name)s” here. Known: %(known)s.")
        super().__init__(message % {"name": name[:80], "known": ", ".join(known) or "–"})


class KeyMissing(Refusal):
    """A write that creates something says under which key it may be repeated."""

    code = "idempotency_key_missing"

    def __init__(self) -> None:
        message = _(
            "Send the header “Idempotency-Key” with 8 to 200 letters, digits, hyphens or underscores, "
            "the same again when you repeat this request."
        )
        super().__init__(message)


class KeyUsedForAnother(DomainError):
    """The same key came with another content before."""

    code = "idempotency_key_reused"

    def __init__(self, key: str) -> None:
        message = _("The key “%(key)s” was sent with another content before. Choose a new key for a new request.")
        super().__init__(message % {"key": key})


class TooLongValid(DomainError):
    """A token ends within a year."""

    code = "token_too_long_valid"

    def __init__(self, latest: datetime) -> None:
        message = _("A token is valid for a year at most. Choose a day up to %(day)s.")
        super().__init__(message % {"day": date_format(localtime(latest), "d/m/Y")})


class NoScope(DomainError):
    """A token that may do nothing is none."""

    code = "token_without_scope"

    def __init__(self) -> None:
        super().__init__(_("Choose at least one thing that the token may be used for."))


class NoRoleThere(DomainError):
    """A token is bound to a unit where its holder has a role."""

    code = "no_role_there"

    def __init__(self, unit: object) -> None:
        super().__init__(_("You hold no role at %(unit)s. Choose one of your own units.") % {"unit": unit})


class TooManyTokens(DomainError):
    """A few tokens are enough for anybody."""

    code = "too_many_tokens"

    def __init__(self, most: int) -> None:
        super().__init__(_("You have %(most)s valid tokens. Revoke one that is no longer needed.") % {"most": most})


class TooManyWebhooks(DomainError):
    """A few webhooks are enough for a unit."""

    code = "too_many_webhooks"

    def __init__(self, unit: object, most: int) -> None:
        message = _("%(unit)s has %(most)s webhooks. Delete one that is no longer needed.")
        super().__init__(message % {"unit": unit, "most": most})


class AddressRefused(DomainError):
    """Webhooks go to public addresses over HTTPS only."""

    code = "webhook_address_refused"

    def __init__(self, url: str) -> None:
        message = _(
            "Nothing is sent to %(url)s. Write an address that begins with https:// and leads to a public "
            "computer, not into an internal network."
        )
        super().__init__(message % {"url": url[:120]})


class NoEvent(DomainError):
    """A webhook that tells of nothing is none."""

    code = "webhook_without_event"

    def __init__(self) -> None:
        super().__init__(_("Choose at least one thing that the webhook tells of."))
