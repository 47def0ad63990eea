"""Rules about personal data that can be broken."""

from collections.abc import Iterable
from datetime import datetime

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from donghanh.kernel.errors import DomainError


class HeldByLaw(DomainError):
    """The data must stay for a reason in law."""

    code = "held_by_law"

    def __init__(self, reasons: Iterable[str]) -> None:
        message = _("These data must stay for now: %(reasons)s. Settle that first, then erase.")
        super().__init__(message % {"reasons": "; ".join(reasons)})


class SecondPersonNeeded(DomainError):
    """Whoever entered an erasure on paper does not carry it out too."""

    code = "second_person_needed"

    def __init__(self, entered_by: object) -> None:
        message = _("%(name)s entered this erasure, so another officer must carry it out. Ask a colleague.")
        super().__init__(message % {"name": entered_by})


class AlreadyAsked(DomainError):
    """The same thing was asked for and waits for an answer."""

    code = "already_asked"

    def __init__(self, kind: str, due_at: datetime) -> None:
        message = _("The request “%(kind)s” is under way already; it is answered by %(day)s at the latest.")
        super().__init__(message % {"kind": kind, "day": date_format(localtime(due_at), "d/m/Y")})


class AlreadyAnswered(DomainError):
    """A request is answered once."""

    code = "already_answered"

    def __init__(self, answered_at: datetime) -> None:
        message = _("This request was answered on %(day)s. Make a new one if something is still missing.")
        super().__init__(message % {"day": date_format(localtime(answered_at), "d/m/Y")})


class AlreadyExtended(DomainError):
    """More time may be taken once."""

    code = "already_extended"

    def __init__(self, due_at: datetime) -> None:
        message = _("More time was taken once already. Answer by %(day)s.")
        super().__init__(message % {"day": date_format(localtime(due_at), "d/m/Y")})


class ErasureNeedsItsOwnDoor(DomainError):
    """An erasure is not answered in words: it is carried out."""

    code = "erasure_is_carried_out"

    def __init__(self) -> None:
        super().__init__(_("An erasure is carried out on its own page, or refused with a reason."))


class PaperNotNamed(DomainError):
    """What an officer enters for somebody rests on a paper that can be found."""

    code = "paper_not_named"

    def __init__(self) -> None:
        super().__init__(_("Write where the signed paper is kept, for example “Cabinet 2, file 14”."))


class NotKeptHere(DomainError):
    """Nobody keeps the record, so no unit can answer."""

    code = "not_kept_here"

    def __init__(self, worker: object) -> None:
        message = _("No unit keeps the record of %(worker)s. Confirm the person at a unit first.")
        super().__init__(message % {"worker": worker})


class BreachClosed(DomainError):
    """The timeline of a closed breach is complete."""

    code = "breach_closed"

    def __init__(self, closed_at: datetime) -> None:
        message = _("This breach was closed on %(day)s. Open a new one if something was found since.")
        super().__init__(message % {"day": date_format(localtime(closed_at), "d/m/Y")})


class FoundInTheFuture(DomainError):
    """A breach cannot be found later than now."""

    code = "found_in_the_future"

    def __init__(self, found_at: datetime) -> None:
        message = _("%(moment)s lies in the future. Write when it was found.")
        super().__init__(message % {"moment": date_format(localtime(found_at), "H:i, d/m/Y")})
