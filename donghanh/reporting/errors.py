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


class OnlyWholeMonths(DomainError):
    """Readers without names ask about whole months of one year: days beside days would tell single people apart."""

    code = "only_whole_months"

    def __init__(self, period: Period) -> None:
        message = _(
            "%(from)s–%(to)s is not whole months of one year. You read numbers without names here, "
            "and those are given by month. Ask for %(nearest)s."
        )
        nearest = Period.of_months(period.starts_on.year, period.starts_on.month, _last_month(period))
        super().__init__(message % {**_days(period), "nearest": _written(nearest)})


class OnlyNamedPeriods(DomainError):
    """Of few people, months put together freely would tell single people apart."""

    code = "only_named_periods"

    def __init__(self, period: Period, unit: object) -> None:
        message = _(
            "%(unit)s has fewer than 100 people, so numbers without names are given for a month, a quarter, "
            "half a year, nine months or a year, not for %(from)s–%(to)s. Ask for %(nearest)s."
        )
        year = Period.of_months(period.starts_on.year, 1, 12)
        super().__init__(message % {**_days(period), "unit": unit, "nearest": _written(year)})


class OnlyOneSlice(DomainError):
    """Readers without names ask about one topic or one audience: topics beside topics would tell people apart."""

    code = "only_one_slice"

    def __init__(self, asked: list[str]) -> None:
        message = _(
            "Numbers without names are given for one topic or one audience at a time, not for %(asked)s together. "
            "Ask for one of them, or for all."
        )
        super().__init__(message % {"asked": ", ".join(asked)})


def _last_month(period: Period) -> int:
    return period.ends_on.month if period.ends_on.year == period.starts_on.year else 12


def _days(period: Period) -> dict[str, str]:
    return {"from": date_format(period.starts_on, "d/m/Y"), "to": date_format(period.ends_on, "d/m/Y")}


def _written(period: Period) -> str:
    return f"{date_format(period.starts_on, 'd/m/Y')}–{date_format(period.ends_on, 'd/m/Y')}"
