"""Rules of bulk changes that can be broken."""

from datetime import datetime

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from donghanh.kernel.errors import DomainError


class NothingChosen(DomainError):
    """No row was ticked."""

    code = "nothing_chosen"

    def __init__(self) -> None:
        super().__init__(_("No row is chosen. Go back, tick the rows that are to change, then choose again."))


class TooManyChosen(DomainError):
    """More rows were chosen than one bulk change takes."""

    code = "too_many_chosen"

    def __init__(self, most: int) -> None:
        words = _(
            "The list has more than %(most)s rows, the most that change at once. Filter it and change it in parts."
        )
        super().__init__(words % {"most": most})


class NotNow(DomainError):
    """The bulk change is not at the step that was asked for."""

    code = "not_now"

    def __init__(self, state: object) -> None:
        words = _("This bulk change is %(state)s, so that cannot be done now. Reload its page.")
        super().__init__(words % {"state": state})


class UndoExpired(DomainError):
    """The time for taking back is over."""

    code = "undo_expired"

    def __init__(self, until: datetime) -> None:
        words = _("This could be taken back until %(day)s. Correct the records one by one.")
        super().__init__(words % {"day": date_format(localtime(until), "d/m/Y")})
