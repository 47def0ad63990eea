"""Errors that any room may raise."""

from django.utils.translation import gettext as _

from donghanh.kernel.errors import DomainError


class NotForYou(DomainError):
    """The actor holds no role that allows this here; shown as if it did not exist."""

    code = "not_found"

    def __init__(self) -> None:
        super().__init__(_("There is no such record, or your roles do not reach it."))
