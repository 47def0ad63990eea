"""Rules of reports that can be broken."""

from datetime import datetime

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from donghanh.core.ui.numbers import number
from donghanh.kernel.errors import DomainError
from donghanh.kernel.periods import Period


class PeriodNotBegun(DomainError):
    """Nobody reports on days to come."""

    code = "report_period_not_begun"

    def __init__(self, period: Period) -> None:
        message = _("The period begins on %(day)s, which is still to come. Choose a period that has begun.")
        super().__init__(message % {"day": date_format(period.starts_on, "d/m/Y")})


class SomethingToReport(DomainError):
    """Where sessions or figures are on record there is something to report."""

    code = "something_to_report"

    def __init__(self, unit: object, sessions: int, figures: int) -> None:
        message = _(
            "%(unit)s has %(sessions)s sessions and %(figures)s figures on record for this period. "
            "Seal the report instead."
        )
        super().__init__(message % {"unit": unit, "sessions": number(sessions), "figures": number(figures)})


class AlreadySealed(DomainError):
    """A sealed report and "nothing to report" cannot both be true."""

    code = "report_already_sealed"

    def __init__(self, unit: object, sealed_at: datetime) -> None:
        message = _("%(unit)s sealed its report for this period at %(time)s. Open that report.")
        time = date_format(localtime(sealed_at), "H:i, d/m/Y")
        super().__init__(message % {"unit": unit, "time": time})


class FiguresMoved(DomainError):
    """Nobody seals figures that he has not seen."""

    code = "report_figures_moved"

    def __init__(self) -> None:
        super().__init__(
            _("Something in this report changed while you looked at it. Nothing was sealed. Look again, then seal.")
        )


class ReportTextTooLong(DomainError):
    """A part of a report is some pages at most."""

    code = "report_text_too_long"

    def __init__(self, part: object, length: int, most: int) -> None:
        message = _("“%(part)s” has %(length)s characters. Shorten it to %(most)s at most.")
        super().__init__(message % {"part": part, "length": number(length), "most": number(most)})


class PeriodUnreadable(DomainError):
    """The text of an address names no period."""

    code = "unknown_period"

    def __init__(self, text: str, forms: str) -> None:
        message = _("“%(text)s” is not a period. Write it as one of: %(forms)s.")
        super().__init__(message % {"text": text, "forms": forms})
