"""Rules about people and enterprises that can be broken."""

from datetime import date
from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from donghanh.kernel.errors import DomainError

if TYPE_CHECKING:
    from donghanh.people.models import Card


class NotOnTheRolls(DomainError):
    """The person does not work at the unit on that day."""

    code = "not_on_the_rolls"

    def __init__(self, worker: object, unit: object, day: date) -> None:
        message = _("%(worker)s is not on the rolls of %(unit)s on %(day)s. Check the unit and the day.")
        super().__init__(message % {"worker": worker, "unit": unit, "day": date_format(day, "d/m/Y")})


class NotAMember(DomainError):
    """The person is no member at the unit on that day."""

    code = "not_a_member"

    def __init__(self, worker: object, unit: object, day: date) -> None:
        message = _("%(worker)s is not a member at %(unit)s on %(day)s. Check the unit and the day.")
        super().__init__(message % {"worker": worker, "unit": unit, "day": date_format(day, "d/m/Y")})


class AlreadyAMember(DomainError):
    """The person is a member at the unit on that day already."""

    code = "already_a_member"

    def __init__(self, worker: object, unit: object, day: date) -> None:
        message = _("%(worker)s is a member at %(unit)s on %(day)s already. Nothing is to be done.")
        super().__init__(message % {"worker": worker, "unit": unit, "day": date_format(day, "d/m/Y")})


class AlreadyOnRecord(DomainError):
    """Only a provisional person can be confirmed."""

    code = "already_on_record"

    def __init__(self, worker: object) -> None:
        super().__init__(_("%(worker)s is on record already. Open that record instead.") % {"worker": worker})


class AlreadyMerged(DomainError):
    """One of the records was merged away before."""

    code = "already_merged"

    def __init__(self, worker: object, kept: object) -> None:
        message = _("The record %(worker)s is already merged into %(kept)s. Undo that merge first.")
        super().__init__(message % {"worker": worker, "kept": kept})


class SamePerson(DomainError):
    """A record cannot be merged with itself."""

    code = "same_person"

    def __init__(self, worker: object) -> None:
        super().__init__(_("%(worker)s is one record. Choose two different records.") % {"worker": worker})


class NotMerged(DomainError):
    """There is no such merge to undo."""

    code = "not_merged"

    def __init__(self, kept: object, gone: object) -> None:
        message = _("%(gone)s is not merged into %(kept)s, so there is nothing to undo.")
        super().__init__(message % {"kept": kept, "gone": gone})


class MemberNumberTaken(DomainError):
    """Two people cannot share a member number."""

    code = "member_number_taken"

    def __init__(self, number: str) -> None:
        message = _("The member number %(number)s belongs to another person. Check the number on the card.")
        super().__init__(message % {"number": number})


class BadTaxCode(DomainError):
    """The check digit of a tax code does not fit."""

    code = "bad_tax_code"

    def __init__(self, tax_code: str) -> None:
        message = _("%(code)s is not a tax code: its check digit does not fit. Copy it from the tax papers.")
        super().__init__(message % {"code": tax_code})


class TaxCodeTaken(DomainError):
    """Two enterprises cannot share a tax code."""

    code = "tax_code_taken"

    def __init__(self, tax_code: str) -> None:
        message = _("The tax code %(code)s is on record for another enterprise. Open that record instead.")
        super().__init__(message % {"code": tax_code})


class AccountAlreadyBound(DomainError):
    """A person has one account, and an account one person."""

    code = "account_already_bound"

    def __init__(self, worker: object) -> None:
        message = _("%(worker)s already has an account. Start a new password for it instead.")
        super().__init__(message % {"worker": worker})


class BadPhone(DomainError):
    """A text that is no Vietnamese phone number."""

    code = "bad_phone"

    def __init__(self, digits: str) -> None:
        message = _("A phone number has 10 digits and starts with 0; this one has %(count)s.")
        super().__init__(message % {"count": len(digits)})


class BadIdNumber(DomainError):
    """A text that is no identity number."""

    code = "bad_id_number"

    def __init__(self, digits: str) -> None:
        message = _("An identity number has 12 digits, on old cards 9; this one has %(count)s.")
        super().__init__(message % {"count": len(digits)})


class BadBirthYear(DomainError):
    """A year in which nobody at work was born."""

    code = "bad_birth_year"

    def __init__(self, first: int, last: int) -> None:
        message = _("Write a year between %(first)s and %(last)s, for example 1994.")
        super().__init__(message % {"first": first, "last": last})


class RecordErased(DomainError):
    """Nothing can be written about somebody who is anonymous."""

    code = "record_erased"

    def __init__(self, worker: object) -> None:
        message = _("%(worker)s: the data of this record were erased. Register the person anew if he comes back.")
        super().__init__(message % {"worker": worker})


class CardAnnulled(DomainError):
    """An annulled card opens nothing; it does not say whose it was."""

    code = "card_annulled"

    def __init__(self, card: "Card") -> None:
        message = _(
            "This card was annulled on %(day)s: %(why)s. Ask for the new card, or find the person by name at the desk."
        )
        day = date_format(localtime(card.ended_at), "d/m/Y")
        super().__init__(message % {"day": day, "why": card.get_ending_display()})


class NoCard(DomainError):
    """There is no card that could be annulled."""

    code = "no_card"

    def __init__(self, worker: object) -> None:
        message = _("%(worker)s holds no card that counts. Reload the page to see what happened to it.")
        super().__init__(message % {"worker": worker})


class NobodyAnswers(DomainError):
    """A unit has nobody who could say yes."""

    code = "nobody_answers"

    def __init__(self, unit: object) -> None:
        message = _(
            "%(unit)s has neither an administrator nor a leader who could say yes. Ask the union directly above."
        )
        super().__init__(message % {"unit": unit})


class AlreadyAsked(DomainError):
    """The same reader has asked the same unit, and that still runs."""

    code = "already_asked"

    def __init__(self, unit: object) -> None:
        message = _("You have asked %(unit)s already. Open that request instead.")
        super().__init__(message % {"unit": unit})


class RevealNotOpen(DomainError):
    """Somebody else answered or ended the request first, or it ran out."""

    code = "reveal_not_open"

    def __init__(self) -> None:
        super().__init__(
            _("This request was answered, has ended or has run out. Reload the page to see how it stands.")
        )
