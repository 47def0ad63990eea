"""Text typed with the fonts of before Unicode, TCVN3 (ABC) and VNI: recognised, and written in Unicode.

Such text is stored as letters of western Europe that only its font shows as Vietnamese. A text is
taken for one of these only when it is no Vietnamese as it stands and all of it is once converted,
so right text is never touched.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from enum import StrEnum
from functools import lru_cache

from donghanh.kernel.syllables import is_syllable


class Legacy(StrEnum):
    """Which old way of writing a text uses."""

    TCVN3 = "TCVN3 (ABC)"
    VNI = "VNI"


_TCVN3_LETTERS = (
    "¡Ă ¢Â £Ê ¤Ô ¥Ơ ¦Ư §Đ ¨ă ©â ªê «ô ¬ơ \u00adư ®đ"
    " µà ¶ả ·ã ¸á ¹ạ »ằ ¼ẳ ½ẵ ¾ắ Æặ Çầ Èẩ Éẫ Êấ Ëậ"
    " Ìè Îẻ Ïẽ Ðé Ñẹ Òề Óể Ôễ Õế Öệ ×ì Øỉ Üĩ Ýí Þị"
    " ßò áỏ âõ ãó äọ åồ æổ çỗ èố éộ êờ ëở ìỡ íớ îợ"
    " ïù ñủ òũ óú ôụ õừ öử ÷ữ øứ ùự úỳ ûỷ üỹ ýý þỵ"
)
_TCVN3 = {pair[0]: pair[1] for pair in _TCVN3_LETTERS.split(" ")}

_GRAVE, _ACUTE, _TILDE, _HOOK, _DOT = "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"
_HAT, _BREVE, _HORN = "\u0302", "\u0306", "\u031b"
_VNI_TONES = {"ù": _ACUTE, "ø": _GRAVE, "û": _HOOK, "õ": _TILDE, "ï": _DOT}
_VNI_HATS = {"â": "", "á": _ACUTE, "à": _GRAVE, "å": _HOOK, "ã": _TILDE, "ä": _DOT}
_VNI_BREVES = {"ê": "", "é": _ACUTE, "è": _GRAVE, "ú": _HOOK, "ü": _TILDE, "ë": _DOT}
_VNI_ALONE = {"í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ñ": "đ", "ô": "ơ", "ö": "ư"}


def _vni_pairs() -> Iterable[tuple[str, str]]:
    """Give every group of VNI with its letter, in small letters."""
    yield from _VNI_ALONE.items()
    for base in "aeouyôö":
        for mark, tone in _VNI_TONES.items():
            yield base + mark, _composed(_VNI_ALONE.get(base, base) + tone)
    for base in "aeo":
        for mark, tone in _VNI_HATS.items():
            yield base + mark, _composed(base + _HAT + tone)
    for mark, tone in _VNI_BREVES.items():
        yield "a" + mark, _composed("a" + _BREVE + tone)


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


_VNI = {
    group: letter
    for small, letter in _vni_pairs()
    for group, letter in ((small, letter), (small.upper(), letter.upper()), (small.capitalize(), letter.upper()))
}
_VNI_GROUP = re.compile("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)))
_TO_TCVN3 = {letter: sign for sign, letter in _TCVN3.items()}
_TO_VNI = {letter: group for group, letter in reversed(_VNI.items())}
_WORD = re.compile(r"[a-zA-Z\u00a1-\u00ff]+")
_ABBREVIATION = re.compile(r"[B-DĐF-HJ-NP-TV-Z]+")
_CAPITALS, _SMALL = re.compile(r"[A-Z]{2}|[A-Z][^\W\d_A-Za-z][A-Z]"), re.compile(r"[a-z]")
_PLAIN = re.compile("[A-Za-z]")
"""Stands in nearly every word; without it a sign is just a sign."""
_MICRO = "µ"
"""Starts units of measure far more often than the words that it spells in TCVN3."""
_LAST_OF_WESTERN = "\u00ff"


def converted(text: str, legacy: Legacy) -> str:
    """Write a text of an old font in Unicode."""
    return _CONVERTERS[legacy](text)


def to_legacy(text: str, legacy: Legacy) -> str:
    """Write a Unicode text as an old font stores it; what the font lacks stays."""
    letters = _TO_TCVN3 if legacy is Legacy.TCVN3 else _TO_VNI
    return "".join(letters.get(letter, letter) for letter in _composed(text))


def may_be_legacy(text: str) -> bool:
    """Tell whether all letters are ones that an old font may mean otherwise; most text is told at once."""
    return not text.isascii() and max(text) <= _LAST_OF_WESTERN


@lru_cache(maxsize=20_000)
def legacy_of(text: str) -> Legacy | None:
    """Return the old way of writing that a text surely uses, None for text that is right or may be."""
    if not may_be_legacy(text) or all(map(is_syllable, _marked_words(text))):
        return None
    fitting = [legacy for legacy in Legacy if reads_as(text, legacy)]
    return fitting[0] if len(fitting) == 1 else None


def reads_as(text: str, legacy: Legacy) -> bool:
    """Tell whether a text is Vietnamese once it is converted, word by word."""
    marked = _marked_words(text) if may_be_legacy(text) else []
    if any(letter not in _LETTERS[legacy] for word in marked for letter in word if not letter.isascii()):
        return False  # The font lacks this letter, so the text was not typed with it.
    words = {word: converted(word, legacy) for word in marked}
    is_shown = any(is_syllable(words[word]) for word in words if _PLAIN.search(word) and not word.startswith(_MICRO))
    return is_shown and all(is_syllable(word) or _ABBREVIATION.fullmatch(word) for word in words.values())


def _marked_words(text: str) -> list[str]:
    """Return the words with letters beyond the plain ones."""
    return [word for word in _WORD.findall(text) if not word.isascii()]


def _from_tcvn3(text: str) -> str:
    """Convert; its capital fonts store small letters, so a text in capitals becomes capitals throughout."""
    letters = "".join(_TCVN3.get(letter, letter) for letter in text)
    return letters.upper() if _CAPITALS.search(text) and not _SMALL.search(text) else letters


def _from_vni(text: str) -> str:
    return _VNI_GROUP.sub(lambda group: _VNI[group[0]], text)


_CONVERTERS: dict[Legacy, Callable[[str], str]] = {Legacy.TCVN3: _from_tcvn3, Legacy.VNI: _from_vni}
_LETTERS = {Legacy.TCVN3: frozenset(_TCVN3), Legacy.VNI: frozenset("".join(_VNI))}
