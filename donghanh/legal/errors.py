"""Rules of the library that can be broken."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from donghanh.kernel.errors import DomainError


class SearchNameMissing(DomainError):
    """A saved search has no name."""

    code = "search_name_missing"

    def __init__(self) -> None:
        super().__init__(_("The search has no name. Write what it looks for, for example: overtime."))


class SearchNameTaken(DomainError):
    """Another saved search of the same person has the name."""

    code = "search_name_taken"

    def __init__(self, name: str) -> None:
        super().__init__(_("Another of your searches is called “%(name)s”. Write another name.") % {"name": name})


class TooManySearches(DomainError):
    """Somebody keeps as many searches as are looked through every day."""

    code = "too_many_searches"

    def __init__(self, most: int) -> None:
        message = _("You keep %(most)s searches already, the most there may be. Remove one, then save this one.")
        super().__init__(message % {"most": most})


class NothingToSearchFor(DomainError):
    """A search without words finds nothing new."""

    code = "nothing_to_search_for"

    def __init__(self) -> None:
        super().__init__(_("The search has no words. Type what you look for, then save it."))


class UnreadableText(DomainError):
    """A file gives no text that could be read."""

    code = "unreadable_text"


class TextAlreadyThere(DomainError):
    """A text was brought in before, and nothing changed."""

    code = "text_already_there"

    def __init__(self, edition: object) -> None:
        super().__init__(_("This text is in the library already: %(text)s. Nothing was changed.") % {"text": edition})


class NothingStandsBehind(DomainError):
    """A text cannot be verified while readers are not given it."""

    code = "nothing_stands_behind"

    def __init__(self, edition: object) -> None:
        message = _("Readers are not given %(text)s. Give it to readers first, then verify it.")
        super().__init__(message % {"text": edition})


class NoDocumentNumber(DomainError):
    """Nobody can say which document a text is."""

    code = "no_document_number"

    def __init__(self, name: str) -> None:
        message = _("%(name)s names no document number. Give the number, for example 45/2019/QH14, then try again.")
        super().__init__(message % {"name": name})


class ReasonMissing(DomainError):
    """A change that readers feel is made without a reason."""

    code = "reason_missing"

    def __init__(self) -> None:
        super().__init__(_("No reason is given. Write in one sentence why, then save again."))


class DaysOutOfOrder(DomainError):
    """A document would end before it began."""

    code = "days_out_of_order"

    def __init__(self, starts_on: date, ends_on: date) -> None:
        message = _("It would end on %(end)s, before it comes into force on %(start)s. Correct one of the days.")
        super().__init__(message % {"end": date_format(ends_on, "d/m/Y"), "start": date_format(starts_on, "d/m/Y")})


class TrialGone(DomainError):
    """A file that was tried out is kept for a day only."""

    code = "trial_gone"

    def __init__(self) -> None:
        super().__init__(_("The file you tried out is no longer kept. Choose it again."))
