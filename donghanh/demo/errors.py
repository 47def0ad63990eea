"""When no data can be made."""

from collections.abc import Iterable
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from donghanh.kernel.errors import DomainError


class DatabaseNotEmpty(DomainError):
    """Synthetic data is never mixed with other data."""

    code = "database_not_empty"

    def __init__(self, units: int) -> None:
        message = _(
            "This database already holds %(units)s units, so nothing was generated. "
            "Set DONGHANH_DATA or DATABASE_URL to an empty place and run the command again."
        )
        super().__init__(message % {"units": units})


class UnknownScale(DomainError):
    """No sizes have that name."""

    code = "unknown_scale"

    def __init__(self, name: str, known: Iterable[str]) -> None:
        message = _("There is no scale “%(name)s”. Choose one of: %(known)s.")
        super().__init__(message % {"name": name, "known": ", ".join(known)})


class TooEarly(DomainError):
    """The organisation of the demo exists from a day on."""

    code = "too_early"

    def __init__(self, today: date, first: date) -> None:
        message = _("The data cannot end on %(today)s. Choose a day from %(first)s on.")
        words = {"today": date_format(today, "d/m/Y"), "first": date_format(first, "d/m/Y")}
        super().__init__(message % words)
