"""Reading the document's part of a citation: a number, a name with or without its year, or “Luật này”."""

import re
from dataclasses import dataclass
from datetime import date

from donghanh.legal.citations.names import Names
from donghanh.legal.citations.numbers import NUMBER, SERIAL, kind_of, proper_number, whole_number

_KINDS = {
    "nghi dinh": "decree", "nd": "decree", "decree": "decree", "thong tu": "circular", "tt": "circular",
    "circular": "circular", "quyet dinh": "decision", "qd": "decision", "decision": "decision",
    "nghi quyet": "resolution", "nq": "resolution", "resolution": "resolution", "bo luat": "law", "luat": "law",
    "law": "law", "code": "law",
}  # fmt: skip
_KIND = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(_KINDS, key=len, reverse=True))
_SO = r"(?:\s*,?\s*\(?\s*(?:so|no\.?)\s*:?)?\s*"
_THIS = re.compile(
    r"(?<!\w)(?:bo\s+luat|luat|phap\s+lenh|nghi\s+dinh|thong\s+tu|nghi\s+quyet|quyet\s+dinh|van\s+ban)\s+nay\b"
)
_NUMBERED = re.compile(rf"(?<![\w/])(?:(?:{_KIND}){_SO})?(?P<number>{NUMBER})")
_SERIAL = re.compile(rf"(?<!\w)(?P<kind>{_KIND}){_SO}(?P<serial>{SERIAL}|\d{{1,4}}(?![\w/])(?![.,]\d))")
_STRANGER = re.compile(
    rf"(?<!\w)(?P<kind>{_KIND})\s(?P<title>(?:(?!\b(?:{_KIND}|nay)\b)[^.;()\n]){{3,90}}?)\s\(?so\s*:?\s*(?P<number>{NUMBER})"
)
"""A law that only its number tells: “Luật Thanh tra số 84/2025/QH15”."""
_YEAR = re.compile(r"\s*(?:,?\s*nam\s+|,\s+)?(?P<year>(?:19|20)\d\d)(?![\w/])(?![.,]\d)")
_NUMBER_BEHIND = re.compile(rf"{_SO}(?P<number>{NUMBER})")
_SERIAL_BEHIND = re.compile(rf"{_SO}(?P<serial>{SERIAL})")
_STARTS = re.compile(rf"(?<![\w/])(?:{NUMBER}|(?:{_KIND})(?!\w)|(?:{_KIND})(?=\d))")


@dataclass(frozen=True, slots=True)
class DocumentFound:
    """A document that is named in a text; without a number when it is not certain which."""

    start: int
    end: int
    number: str
    is_home: bool = False
    """It was written “Luật này”."""


def read_document(text: str, at: int, names: Names, *, home: str, on: date) -> DocumentFound | None:
    """Read the document named at a letter of a folded text; None when none is named there."""
    if this := _THIS.match(text, at):
        return DocumentFound(at, this.end(), home, is_home=True)
    for read in (_named, _numbered, _serial, _stranger):
        found = read(text, at, names, on)
        if found is not None:
            return found
    return None


def starts(text: str, names: Names) -> list[int]:
    """Return the letters of a folded text at which a document may be named."""
    return sorted({match.start() for pattern in (_STARTS, names.pattern) for match in pattern.finditer(text)})


def _named(text: str, at: int, names: Names, on: date) -> DocumentFound | None:
    name = names.pattern.match(text, at)
    if name is None:
        return None
    if behind := _NUMBER_BEHIND.match(text, name.end()):
        return DocumentFound(at, behind.end(), _number(behind["number"], names))
    if behind := _SERIAL_BEHIND.match(text, name.end()):
        return DocumentFound(at, behind.end(), names.serial(behind["serial"], "law", on=on))
    if year := _YEAR.match(text, name.end()):
        return DocumentFound(at, year.end(), names.named(name[0], on=on, year=year["year"]))
    if re.match(r"\s*/", text[name.end() :]):
        return None
    return DocumentFound(at, name.end(), names.named(name[0], on=on))


def _numbered(text: str, at: int, names: Names, on: date) -> DocumentFound | None:
    found = _NUMBERED.match(text, at)
    return DocumentFound(at, found.end(), _number(found["number"], names)) if found else None


def _serial(text: str, at: int, names: Names, on: date) -> DocumentFound | None:
    found = _SERIAL.match(text, at)
    if found is None:
        return None
    kind = _KINDS[" ".join(found["kind"].split())]
    number = names.serial(found["serial"], kind, on=on)
    if not number and "/" in found["serial"]:
        number = whole_number(found["serial"], kind)
        number = (names.known(number) or proper_number(number)) if number else ""
    return DocumentFound(at, found.end(), number)


def _stranger(text: str, at: int, names: Names, on: date) -> DocumentFound | None:
    found = _STRANGER.match(text, at)
    if found is None or kind_of(found["number"]) != _KINDS[" ".join(found["kind"].split())]:
        return None
    return DocumentFound(at, found.end(), _number(found["number"], names))


def _number(written: str, names: Names) -> str:
    return names.known(written) or proper_number(written)
