"""Rules of ways into accounts that can be broken."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from donghanh.kernel.errors import DomainError


class CodeWrong(DomainError):
    """The digits are not those that were sent."""

    code = "code_wrong"

    def __init__(self, typed: str, left: int) -> None:
        message = ngettext(
            "%(typed)s is not the code. Read the message again; %(left)s more try is left.",
            "%(typed)s is not the code. Read the message again; %(left)s more tries are left.",
            left,
        )
        super().__init__(message % {"typed": typed, "left": left})


class CodeGone(DomainError):
    """The code was used, is too old, or was tried too often."""

    code = "code_gone"

    def __init__(self) -> None:
        super().__init__(_("This code no longer works: it was used, or ten minutes have passed. Ask for another one."))


class MessageNotSent(DomainError):
    """The SMS gateway did not take a message."""

    code = "message_not_sent"

    def __init__(self, answer: str) -> None:
        message = _("The SMS gateway did not take the message (%(answer)s). Check DONGHANH_SMS_URL and its token.")
        super().__init__(message % {"answer": answer})


class BadGateway(DomainError):
    """The address of the SMS gateway cannot be used."""

    code = "bad_sms_gateway"

    def __init__(self, url: str) -> None:
        message = _("DONGHANH_SMS_URL is %(url)s. Write console: or an address that starts with https://.")
        super().__init__(message % {"url": url})


class ResetAlreadyOpen(DomainError):
    """Somebody already started to set something of this account anew."""

    code = "reset_already_open"

    def __init__(self, user: object, starter: object) -> None:
        message = _("%(starter)s already started this for %(user)s. Finish or refuse that request first.")
        super().__init__(message % {"user": user, "starter": starter})


class ResetNotForYourself(DomainError):
    """Nobody starts or confirms a reset of his own account."""

    code = "reset_not_for_yourself"

    def __init__(self) -> None:
        super().__init__(_("This is your own account. Ask another officer to start it."))


class ResetNeedsAnother(DomainError):
    """Whoever started a reset cannot also confirm it."""

    code = "reset_needs_another"

    def __init__(self) -> None:
        super().__init__(_("You started this request, so somebody else must confirm it. Ask one of those named there."))


class ResetNotWaiting(DomainError):
    """The request was answered, used, or ran out."""

    code = "reset_not_waiting"

    def __init__(self, state: str) -> None:
        super().__init__(_("This request is no longer open (%(state)s). Start a new one.") % {"state": state})


class ResetCodeWrong(DomainError):
    """No confirmed request has this code."""

    code = "reset_code_wrong"

    def __init__(self) -> None:
        super().__init__(_("This code is wrong, was used, or is over an hour old. Ask your officer for another one."))


class PasswordWrong(DomainError):
    """The password typed is not the account's."""

    code = "password_wrong"

    def __init__(self) -> None:
        super().__init__(_("The password is not the one of this account. Type it again."))


class JoinCodeWrong(DomainError):
    """No unit has this join code, or no longer."""

    code = "join_code_wrong"

    def __init__(self, typed: str) -> None:
        message = _("The code %(typed)s is wrong or no longer in use. Ask the union officer for today's code.")
        super().__init__(message % {"typed": typed})


class JoinAlreadyAnswered(DomainError):
    """An officer has bound or refused this account already."""

    code = "join_already_answered"

    def __init__(self, joiner: object, state: str) -> None:
        message = _("%(joiner)s was answered already (%(state)s). Go back to the list.")
        super().__init__(message % {"joiner": joiner, "state": state})
