"""Rules of sessions and presence that can be broken."""

from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from donghanh.kernel.errors import DomainError

if TYPE_CHECKING:
    from donghanh.gatherings.models import Session

_SHOWN = 40
"""How many letters of something unreadable a message repeats."""


class CheckInClosed(DomainError):
    """Check-in at the door has a window."""

    code = "check_in_closed"

    def __init__(self, session: "Session") -> None:
        message = _(
            "Check-in for “%(session)s” is open from %(opens)s to %(closes)s. "
            "Ask the secretary's desk to add you to the list."
        )
        super().__init__(
            message
            % {
                "session": session,
                "opens": date_format(localtime(session.opens_at), "H:i d/m"),
                "closes": date_format(localtime(session.closes_at), "H:i d/m"),
            }
        )


class SessionCancelled(DomainError):
    """Nothing is recorded at a cancelled session."""

    code = "session_cancelled"

    def __init__(self, session: "Session") -> None:
        message = _("“%(session)s” was cancelled: %(reason)s. Open a new session if it took place after all.")
        super().__init__(message % {"session": session, "reason": session.cancel_reason})


class SessionNotBegun(DomainError):
    """Presence cannot be recorded before check-in opens."""

    code = "session_not_begun"

    def __init__(self, session: "Session") -> None:
        message = _("“%(session)s” takes presence from %(opens)s. Come back then.")
        opens = date_format(localtime(session.opens_at), "H:i d/m/Y")
        super().__init__(message % {"session": session, "opens": opens})


class TooLateToRecord(DomainError):
    """Back-dating has a limit."""

    code = "too_late_to_record"

    def __init__(self, session: "Session", days: int) -> None:
        message = _(
            "“%(session)s” was on %(day)s, more than %(days)s days ago. "
            "Ask the unit above, or record the number as a declared figure."
        )
        super().__init__(message % {"session": session, "day": date_format(session.held_on, "d/m/Y"), "days": days})


class SessionHasPresence(DomainError):
    """A session with people on record cannot be cancelled or moved to another day unseen."""

    code = "session_has_presence"

    def __init__(self, session: "Session", count: int) -> None:
        message = _("“%(session)s” has %(count)s people on record. Annul their presence first.")
        super().__init__(message % {"session": session, "count": count})


class CodeTooOld(DomainError):
    """A code from a photo no longer works."""

    code = "code_too_old"

    def __init__(self) -> None:
        super().__init__(_("This code is from an old photo, over 30 seconds ago. Scan the screen again."))


class TicketMissing(DomainError):
    """The browser holds no ticket for this session."""

    code = "ticket_missing"

    def __init__(self) -> None:
        super().__init__(_("Your 10 minutes to check in are over. Scan the code on the screen again."))


class NothingOpen(DomainError):
    """No session with that code takes check-ins now."""

    code = "nothing_open"

    def __init__(self, code: str) -> None:
        message = _(
            "No session with the code %(code)s takes check-ins now. "
            "Check the six digits on the screen, or go to the secretary's desk."
        )
        super().__init__(message % {"code": code})


class PhoneUnreadable(DomainError):
    """Phone and name identify together, and the phone is no Vietnamese number."""

    code = "phone_unreadable"

    def __init__(self, phone: str) -> None:
        message = _("“%(phone)s” is not a phone number of 10 digits. Write it like 0912 345 678.")
        super().__init__(message % {"phone": phone})


class AttendanceGone(DomainError):
    """There is no standing attendance to annul."""

    code = "attendance_gone"

    def __init__(self) -> None:
        super().__init__(_("This attendance was already annulled. Reload the list to see who did it."))


class ReasonMissing(DomainError):
    """What is taken back needs a reason."""

    code = "reason_missing"

    def __init__(self) -> None:
        super().__init__(_("Write in a few words why. The reason stays with the record."))


class CoHostIsHost(DomainError):
    """The host is not a co-host as well."""

    code = "co_host_is_host"

    def __init__(self, unit: object) -> None:
        message = _("%(unit)s already hosts this session. Choose another unit as co-host.")
        super().__init__(message % {"unit": unit})


class TopicMissing(DomainError):
    """A session has at least one topic."""

    code = "topic_missing"

    def __init__(self) -> None:
        super().__init__(_("Choose at least one topic, so that the session counts under it."))


class UnknownTopic(DomainError):
    """No topic has that code."""

    code = "unknown_topic"

    def __init__(self, code: str) -> None:
        super().__init__(_("There is no topic with the code %(code)s. Check the code.") % {"code": code})


class ListOutdated(DomainError):
    """A list was looked through too long ago, or for another session."""

    code = "list_outdated"

    def __init__(self) -> None:
        super().__init__(_("This list was looked through more than an hour ago. Choose the file again."))


class UnknownCard(DomainError):
    """What was scanned or typed is nobody's card and nobody's member number."""

    code = "unknown_card"

    def __init__(self, text: str) -> None:
        message = _(
            "Nobody on record has the card or member number “%(number)s”. "
            "Scan it once more, or find the person by name at the desk."
        )
        super().__init__(message % {"number": text[:_SHOWN]})


class ScreenScanned(DomainError):
    """The code of a hall screen is for the phones of those who come."""

    code = "screen_scanned"

    def __init__(self) -> None:
        message = _("This is the code of a screen or poster, not a card. Scan the card, or the phone under “My card”.")
        super().__init__(message)


class TooLateToTakeBack(DomainError):
    """Whoever scanned takes it back at once; later it is a correction."""

    code = "too_late_to_take_back"

    def __init__(self, minutes: int) -> None:
        message = _(
            "A scan can be taken back for %(minutes)s minutes, by whoever scanned. "
            "Ask an officer of the session to annul it in the list."
        )
        super().__init__(message % {"minutes": minutes})
