"""Numbers, days and yes or no as people type them, in Vietnamese and plain ways."""

import re
from datetime import date
from decimal import Decimal

from donghanh.calculators.words import Words
from donghanh.kernel.text import fold

_MULTIPLES = {
    "trieu": 1_000_000,
    "tr": 1_000_000,
    "million": 1_000_000,
    "m": 1_000_000,
    "ty": 1_000_000_000,
    "nghin": 1_000,
    "ngan": 1_000,
    "k": 1_000,
}
_YES = {"1", "co", "yes", "y", "true", "dung", "roi", "on", "x"}
_NO = {"0", "khong", "ko", "k", "chua", "no", "n", "false", "sai", "off"}
_TAIL = re.compile(r"^(.*?\d)\s*(trieu|tr|million|m|ty|nghin|ngan|k)?\s*(?:dong|d|vnd|₫)?\s*%?$")
_PLAIN = re.compile(r"^-?\d+([.,]\d+)?$")
_DOTS = re.compile(r"^-?[1-9]\d{0,2}(\.\d{3})+(,\d+)?$")
_COMMAS = re.compile(r"^-?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$")
_ISO = re.compile(r"^(\d{4})[/-](\d{1,2})[/-](\d{1,2})$")
_DAY_FIRST = re.compile(r"^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$")
_YEAR_MONTH = re.compile(r"^(\d{4})[/-](\d{1,2})$")
_MONTH_YEAR = re.compile(r"^(\d{1,2})[/.-](\d{4})$")
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
"""Days beyond are slips of the finger; terms counted from them could leave the calendar."""


class CannotRead(Exception):
    """A text is no answer of the wanted kind; ``words`` says why and what to write."""

    def __init__(self, words: Words) -> None:
        self.words = words
        super().__init__(words.en)


def read_number(text: str) -> Decimal:
    """Read 20000000, 20.000.000, 20,000,000, “20 triệu”, 7,5 or 7.5.

    Groups of three digits after dots or commas are thousands: 1.500 is one thousand five hundred.
    """
    found = _TAIL.match(fold(text).replace("_", ""))
    digits = found[1].replace(" ", "").replace("\u00a0", "") if found else ""
    if _DOTS.match(digits):
        digits = digits.replace(".", "").replace(",", ".")
    elif _COMMAS.match(digits):
        digits = digits.replace(",", "")
    elif _PLAIN.match(digits):
        digits = digits.replace(",", ".")
    else:
        raise CannotRead(
            Words("“{text}” không phải một số; ghi như 5.000.000.", "“{text}” is not a number; write 5000000.").fill(
                text=text
            )
        )
    return Decimal(digits) * _MULTIPLES.get((found[2] or "") if found else "", 1)


def read_decimal(text: str) -> Decimal:
    """Read a number that is small and may be broken: 4.125 and 4,125 are a little over four."""
    plain = text.strip().rstrip("%").rstrip()
    return Decimal(plain.replace(",", ".")) if _PLAIN.match(plain) else read_number(text)


def read_date(text: str) -> date:
    """Read 2026-12-31 or 31/12/2026."""
    iso, day_first = _ISO.match(text), _DAY_FIRST.match(text)
    try:
        if iso:
            return _near(date(int(iso[1]), int(iso[2]), int(iso[3])))
        if day_first:
            return _near(date(int(day_first[3]), int(day_first[2]), int(day_first[1])))
    except ValueError:
        pass
    words = Words(
        "“{text}” không phải một ngày; ghi như 31/12/2026.", "“{text}” is not a day; write it like 31/12/2026."
    )
    raise CannotRead(words.fill(text=text))


def read_month(text: str) -> date:
    """Read 2026-06 or 06/2026 as the first day of that month, and a whole day as itself."""
    year_month, month_year = _YEAR_MONTH.match(text), _MONTH_YEAR.match(text)
    try:
        if year_month:
            return _near(date(int(year_month[1]), int(year_month[2]), 1))
        if month_year:
            return _near(date(int(month_year[2]), int(month_year[1]), 1))
        return read_date(text)
    except (ValueError, CannotRead):
        words = Words(
            "“{text}” không phải một tháng hay một ngày; ghi như 12/2026 hoặc 31/12/2026.",
            "“{text}” is no month and no day; write it like 12/2026 or 31/12/2026.",
        )
        raise CannotRead(words.fill(text=text)) from None


def _near(day: date) -> date:
    """Return a day of a year that people live in, or raise :class:`ValueError`."""
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise ValueError(day)
    return day


def read_yes_no(text: str) -> bool:
    """Read có, không, yes, no, 1, 0."""
    word = fold(text)
    if word in _YES | _NO:
        return word in _YES
    words = Words("“{text}” không rõ; ghi “có” hoặc “không”.", "“{text}” is not clear; write “yes” or “no”.")
    raise CannotRead(words.fill(text=text))
