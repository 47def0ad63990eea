"""Syllables: how text becomes what the index counts, and where each stands."""

import re
import unicodedata
from functools import lru_cache

from donghanh.kernel.text import fold

_SYLLABLE = re.compile(r"[^\W_]+")
_OLD_TONE_PLACE = re.compile("(o)([àáảãạ])$|(o)([èéẻẽẹ])$|(?<!q)(u)([ỳýỷỹỵ])$")
_TONES = {
    mark: {plain: unicodedata.normalize("NFC", plain + mark) for plain in "ou"}
    for mark in ("\u0300", "\u0301", "\u0309", "\u0303", "\u0323")
}


def syllables(text: str) -> list[str]:
    """Split a text into lower-case syllables and numbers, accents kept."""
    return _SYLLABLE.findall(unicodedata.normalize("NFC", text).lower())


def syllable_spans(text: str) -> list[tuple[str, int, int]]:
    """Split an NFC text into syllables with the places where each begins and ends."""
    return [(match.group().lower(), *match.span()) for match in _SYLLABLE.finditer(text)]


@lru_cache(maxsize=200_000)
def folded(syllable: str) -> str:
    """Return a syllable without accents, as every search compares it."""
    return fold(syllable)


@lru_cache(maxsize=200_000)
def one_spelling(syllable: str) -> str:
    """Put the tone of “hoà”, “thuỷ” where “hòa”, “thủy” have it: two spellings of one syllable."""
    match = _OLD_TONE_PLACE.search(syllable)
    if match is None:
        return syllable
    glide, vowel = (group for group in match.groups() if group)
    parts = unicodedata.normalize("NFD", vowel)
    return syllable[: match.start()] + _TONES[parts[1]][glide] + parts[0]
