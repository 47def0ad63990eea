"""Vietnamese text as data: the only home of folding, given names and digits on display."""

import re
import unicodedata
from collections.abc import Iterable, Mapping

_SPACES = re.compile(r"\s+")
_NOT_DIGITS = re.compile("[^0-9]+")
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")
"""NUL, and halves of signs, which a JSON file can hold and no database keeps."""
_TONE_ORDER = {"": 0, "\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_BASES = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"


def clean(text: str) -> str:
    """Bring typed or pasted text to one form: NFC, single spaces, no blank ends."""
    return _SPACES.sub(" ", unicodedata.normalize("NFC", text)).strip()


def is_storable(text: str) -> bool:
    """Tell whether a database keeps a text."""
    return not _UNSTORABLE.search(text)


def unstorable_in(document: object) -> str | None:
    """Return the first text of a JSON document that no database keeps, None when all are good."""
    if isinstance(document, str):
        return None if is_storable(document) else document
    parts: Iterable[object] = ()
    if isinstance(document, Mapping):
        parts = (*document, *document.values())
    elif isinstance(document, list):
        parts = document
    return next((found for part in parts if (found := unstorable_in(part)) is not None), None)


def fold(text: str) -> str:
    """Reduce text to the key that searches compare: no tones, no marks, đ as d, lower case."""
    decomposed = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return _SPACES.sub(" ", unicodedata.normalize("NFC", bare)).strip()


def given_name(full_name: str) -> str:
    """Return the last word of a name, by which Vietnamese lists are sorted."""
    words = full_name.split()
    return words[-1] if words else ""


def collation_key(text: str) -> str:
    """Return a key whose plain order is the Vietnamese one: a ă â … d đ …, then the tones.

    The key needs no collation of the database, which may have none for Vietnamese.
    """
    letters: list[str] = []
    tones: list[str] = []
    for letter in unicodedata.normalize("NFC", text.casefold()):
        parts = unicodedata.normalize("NFD", letter)
        tone = next((mark for mark in parts[1:] if mark in _TONE_ORDER), "")
        base = unicodedata.normalize("NFC", "".join(part for part in parts if part != tone or not tone))
        place = _BASES.find(base)
        letters.append(f"{place + 40:03d}" if place >= 0 else f"{min(ord(base[0]), 39):03d}")
        tones.append(str(_TONE_ORDER[tone]))
    return "".join(letters) + "." + "".join(tones)


def name_sort_key(full_name: str) -> str:
    """Return the key that sorts people by given name, then by the rest of the name."""
    name = clean(full_name)
    return f"{collation_key(given_name(name))}/{collation_key(name)}"


def only_digits(text: str) -> str:
    """Keep the digits of a number typed with dots, dashes or spaces."""
    return _NOT_DIGITS.sub("", text)


def normal_phone(text: str) -> str:
    """Return a Vietnamese phone number as ten digits from 0, or "" when it is none."""
    digits = only_digits(text)
    if digits.startswith("84") and len(digits) == 11:
        digits = "0" + digits[2:]
    return digits if len(digits) == 10 and digits.startswith("0") else ""


def masked(number: str, *, shown: int = 2) -> str:
    """Hide a number but for its last digits: ``•••••••• 12``."""
    if not number:
        return ""
    hidden = max(len(number) - shown, 0)
    return "•" * hidden + number[hidden:]


def grouped(number: int) -> str:
    """Write a whole number as Vietnamese readers do: 1.352.585."""
    return f"{number:,}".replace(",", ".")
