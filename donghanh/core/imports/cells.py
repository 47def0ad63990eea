"""What a cell of a spreadsheet holds, and how it is read as a text, a number, a date or a word."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from functools import cache
from re import compile as pattern
from typing import Any
from unicodedata import category

from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from donghanh.kernel.errors import DomainError
from donghanh.kernel.text import clean, fold

Cell = str | float | int | bool | date | datetime | time | timedelta | None
Reader = Callable[[Cell], Any]
_DATE = pattern(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})")
_ISO_DATE = pattern(r"(\d{4})-(\d{2})-(\d{2})(?:[ T]00:00(?::00)?)?")
_SHORTENED = pattern(r"[+-]?\d(?:[.,]\d+)?[eE]\+\d{1,3}")
_EXACT = 10**15
"""From here on a spreadsheet does not keep all digits of a number."""
_INVISIBLE = {"Cc", "Cf"}
_NOT_WORDS = pattern(r"[\W_]+")
_EARLIEST, _LATEST = 1900, 9998


class BadCell(DomainError):
    """A cell cannot be read as what its column holds; the hint says what to write instead."""

    code = "bad_cell"

    def __init__(self, sentence: str, hint: str = "") -> None:
        super().__init__(sentence)
        self.hint = hint


def typed(cell: Cell) -> str:
    """Return a cell as its reader sees it in the spreadsheet; a whole number has no decimals."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return f"{cell:%d/%m/%Y}" if cell.time() == time() else f"{cell:%d/%m/%Y %H:%M}"
    if isinstance(cell, date):
        return f"{cell:%d/%m/%Y}"
    text = clean(str(cell))
    return text if text.isprintable() else "".join(sign for sign in text if category(sign) not in _INVISIBLE)


def is_blank(cell: Cell) -> bool:
    """Tell whether nothing is written in a cell."""
    return cell is None or (isinstance(cell, str) and not typed(cell))


def key(text: str) -> str:
    """Reduce a word or heading to what is compared: folded, letters and digits only."""
    return _NOT_WORDS.sub(" ", fold(text)).strip()


def whole(cell: Cell) -> str:
    """Return a cell as its reader sees it; a number whose digits a spreadsheet has dropped is not guessed."""
    text = typed(cell)
    if _SHORTENED.fullmatch(text) or (isinstance(cell, float) and not abs(cell) < _EXACT):
        raise BadCell(
            _("The spreadsheet shortened this number, and its digits are lost."),
            _("Make the column a text and write all digits."),
        )
    return text


def words(max_length: int) -> Reader:
    """Read a text that fits into its place; a number keeps the digits it was typed with."""

    def read(cell: Cell) -> str:
        text = whole(cell)
        if len(text) > max_length:
            message = _("%(count)s letters, and %(most)s fit.") % {"count": len(text), "most": max_length}
            raise BadCell(message, _("Shorten it."))
        return text

    return read


def day(cell: Cell) -> date:
    """Read a date: a date cell, or day/month/year as text."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    text = typed(cell)
    if found := _DATE.fullmatch(text):
        day_number, month, year = map(int, found.groups())
    elif found := _ISO_DATE.fullmatch(text):
        year, month, day_number = map(int, found.groups())
    else:
        raise BadCell(_("This is not a date."), _("Write day/month/year, for example 25/11/2026."))
    if not 1 <= month <= 12:
        message = _("There is no month %(month)s.") % {"month": month}
        raise BadCell(message, _("Write day/month/year, for example 25/11/2026."))
    if not _EARLIEST <= year <= _LATEST:
        raise BadCell(_("The year %(year)s cannot be right.") % {"year": year}, _("Check the year."))
    try:
        return date(year, month, day_number)
    except ValueError:
        message = _("Month %(month)s of %(year)s has no day %(day)s.")
        parts = {"month": month, "year": year, "day": day_number}
        raise BadCell(message % parts, _("Check the day.")) from None


def year(cell: Cell) -> int:
    """Read a year; of a whole date only the year is kept."""
    text = typed(cell)
    if text.isdecimal() and len(text) == 4:
        return int(text)
    if isinstance(cell, date) or _DATE.fullmatch(text) or _ISO_DATE.fullmatch(text):
        return day(cell).year
    raise BadCell(_("This is not a year."), _("Write four digits, for example 1994."))


def one_of(choices: Mapping[str, str | Promise], synonyms: Mapping[str, str] | None = None) -> Reader:
    """Read one of some words: by its code, by its name in either language, or by a synonym."""

    @cache
    def known() -> dict[str, str]:
        # Read late: names are translated only once the application stands.
        named = {key(word): code for code in choices for word in (code, *in_both(choices[code]))}
        return {**named, **{key(word): code for word, code in (synonyms or {}).items()}}

    def read(cell: Cell) -> str:
        found = known().get(key(typed(cell)))
        if found is None:
            allowed = ", ".join(str(label) for label in choices.values())
            hint = _("Write one of: %(words)s.") % {"words": allowed}
            raise BadCell(_("This is not a word for this column."), hint)
        return found

    return read


def in_both(words: str | Promise) -> set[str]:
    """Return words as a Vietnamese and as an English reader sees them."""
    both = set()
    for language in ("vi", "en"):
        with translation.override(language):
            both.add(str(words))
    return both
