"""The facts of a person in the one form in which they are kept: the same rule for pages and imports."""

from datetime import date

from donghanh.kernel.text import clean, normal_phone, only_digits
from donghanh.people.errors import BadBirthYear, BadIdNumber, BadPhone

ID_DIGITS, OLD_ID_DIGITS = 12, 9
OLDEST, YOUNGEST = 100, 13


def checked_phone(text: str) -> str:
    """Return a phone number as ten digits, "" for an empty text; refuse what is none."""
    phone = normal_phone(text)
    if not phone and clean(text):
        raise BadPhone(only_digits(text))
    return phone


def checked_id_number(text: str) -> str:
    """Return an identity number as its digits, "" for an empty text; refuse what is none."""
    digits = only_digits(text)
    if clean(text) and len(digits) not in {ID_DIGITS, OLD_ID_DIGITS}:
        raise BadIdNumber(digits)
    return digits


def checked_member_no(text: str) -> str | None:
    """Return a member number without the spaces it is printed with, None for an empty text."""
    return clean(text).replace(" ", "") or None


def checked_birth_year(year: int | None, *, on: date) -> int | None:
    """Return a year of birth; refuse that of somebody too old or too young to work on ``on``."""
    first, last = on.year - OLDEST, on.year - YOUNGEST
    if year is not None and not first <= year <= last:
        raise BadBirthYear(first, last)
    return year
