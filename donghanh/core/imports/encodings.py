"""In which encoding a .csv file was saved: told by what its letters come to."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from django.utils.translation import gettext as _

from donghanh.core.imports.errors import NotASpreadsheet, UnreadableLetters
from donghanh.kernel.legacy_text import Legacy, reads_as
from donghanh.kernel.syllables import is_syllable

_LOOKED_AT = 4096
_COMPARED_WORDS = 5000
_ENOUGH = 0.7
"""Which share of the words with marks must be Vietnamese: lists hold foreign names too."""
_WINDOWS = "cp1258"
_BYTES_AS_LETTERS = "latin-1"
_WORD = re.compile(r"[^\s\d,;.\"'()/-]+")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, and what its owner should hear of how it was read."""

    text: str
    notices: list[str]


def decoded(content: bytes, name: str) -> Decoded:
    """Read bytes as text; bytes that are Vietnamese in no encoding are refused with their row."""
    encoding = _unicode_encoding(content)
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        row = content.count(b"\n", 0, error.start) + 1
        if encoding != "utf-8-sig":
            raise UnreadableLetters(name, row) from None
        return _older(content, name, row)
    if "\0" in text:
        raise NotASpreadsheet(name)
    return Decoded(text, [])


def _unicode_encoding(content: bytes) -> str:
    """Tell UTF-16 by its mark, or without one by where the plain letters have their zeros."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    start = content[:_LOOKED_AT]
    even, odd = start[::2].count(0), start[1::2].count(0)
    if max(even, odd) > len(start) // 8 and not min(even, odd):
        return "utf-16-le" if odd else "utf-16-be"
    return "utf-8-sig"


def _older(content: bytes, name: str, row: int) -> Decoded:
    """Read an encoding of before Unicode; old fonts are left to whoever knows the columns."""
    if b"\0" in content:
        raise NotASpreadsheet(name)
    try:
        windows = unicodedata.normalize("NFC", content.decode(_WINDOWS))
    except UnicodeDecodeError:
        windows = ""
    as_letters = content.decode(_BYTES_AS_LETTERS)
    in_fonts = max(_share(as_letters, partial(reads_as, legacy=font)) for font in Legacy)
    in_windows = _share(windows, is_syllable)
    if max(in_fonts, in_windows) < _ENOUGH:
        raise UnreadableLetters(name, row)
    if in_fonts > in_windows:
        return Decoded(as_letters, [])
    notice = _("The file was saved in an older encoding, Windows-1258. Look whether the letters are right.")
    return Decoded(windows, [notice])


def _share(text: str, is_right: Callable[[str], bool]) -> float:
    """Return how many of the words with marks are Vietnamese, from 0 to 1."""
    words = list(_marked(text))
    return sum(map(is_right, words)) / len(words) if words else 0.0


def _marked(text: str) -> Iterable[str]:
    found = 0
    for match in _WORD.finditer(text):
        if not match[0].isascii():
            yield match[0]
            found += 1
            if found == _COMPARED_WORDS:
                return
