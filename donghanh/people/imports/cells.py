"""How cells about people and enterprises are read: by the rules that the services follow."""

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from donghanh.core.imports.cells import BadCell, Cell, whole, year
from donghanh.kernel.text import masked
from donghanh.people.facts import (
    ID_DIGITS,
    OLD_ID_DIGITS,
    checked_birth_year,
    checked_id_number,
    checked_member_no,
    checked_phone,
)
from donghanh.people.services.enterprises import checked_tax_code

HIDDEN = masked("0", shown=0)
"""Stands in our own files for digits that are not shown: such a cell says nothing."""
_PHONE_WITHOUT_ZERO = 9
_TAX_DIGITS = 10


def phone(cell: Cell) -> str | None:
    """Read a phone number; a spreadsheet drops the zero in front of what it takes for a number."""
    text = whole(cell)
    if HIDDEN in text:
        return None
    is_cut = len(text) == _PHONE_WITHOUT_ZERO and text.isdecimal() and not text.startswith("0")
    return checked_phone(f"0{text}" if is_cut else text)


def id_number(cell: Cell) -> str | None:
    """Read an identity number; one whose zeros Excel dropped is not guessed."""
    text = whole(cell)
    if HIDDEN in text:
        return None
    if isinstance(cell, float) and OLD_ID_DIGITS < len(text) < ID_DIGITS:
        raise BadCell(
            _("Excel took this for a number and dropped the zeros in front."),
            _("Make the column a text and write all 12 digits."),
        )
    return checked_id_number(text)


def member_no(cell: Cell) -> str:
    """Read a member number."""
    return checked_member_no(whole(cell)) or ""


def birth_year(cell: Cell) -> int | None:
    """Read a year of birth; of a whole date only the year is kept."""
    return checked_birth_year(year(cell), on=localdate())


def tax_code(cell: Cell) -> str:
    """Read a tax code; zeros that Excel dropped come back, the check digit vouches for them."""
    text = whole(cell)
    return checked_tax_code(text.zfill(_TAX_DIGITS) if isinstance(cell, float) else text) or ""
