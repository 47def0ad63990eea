"""What the code of a unit looks like: the one rule for pages and imports."""

import re

from django.utils.translation import gettext as _

from donghanh.kernel.errors import DomainError
from donghanh.kernel.text import clean

_CODE = re.compile(r"[A-Z0-9]+(?:[-.][A-Z0-9]+)*")


class BadUnitCode(DomainError):
    """A code that nobody could read out on the telephone."""

    code = "bad_unit_code"

    def __init__(self) -> None:
        super().__init__(_("Write the code with letters A–Z, digits and hyphens, for example QM-42."))


def checked_code(text: str) -> str:
    """Return a unit's code in capitals; refuse what is no code."""
    code = clean(text).upper()
    if not _CODE.fullmatch(code):
        raise BadUnitCode
    return code
