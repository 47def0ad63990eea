"""What stands on a member card: a random number under our signature, and nothing about the person.

Digits only, so that a hand scanner that types on a Vietnamese keyboard types what it read.
"""

import hashlib
import hmac
import re
import secrets

from django.conf import settings

NUMBER_LENGTH = 16
_MARK = "DH1"
_SIGNATURE_LENGTH = 12
_GROUP = 4
_SIGNED = re.compile(rf"{_MARK}\.(\d{{{NUMBER_LENGTH}}})\.(\d{{{_SIGNATURE_LENGTH}}})", re.ASCII | re.IGNORECASE)
_BARE = re.compile(rf"\d{{{NUMBER_LENGTH}}}", re.ASCII)


def new_number() -> str:
    """Draw the number of a new card."""
    return f"{secrets.randbelow(10**NUMBER_LENGTH):0{NUMBER_LENGTH}}"


def code_of(number: str) -> str:
    """Return what the square on a card holds."""
    return f"{_MARK}.{number}.{_signature(number, settings.CARD_KEYS[0])}"


def number_in(text: str) -> str:
    """Return the number of the card that was scanned, or typed from it; "" when the text is no card of ours."""
    text = re.sub(r"[\s-]", "", text)
    if _BARE.fullmatch(text):
        return text
    scanned = _SIGNED.fullmatch(text)
    if scanned and any(hmac.compare_digest(scanned[2], _signature(scanned[1], key)) for key in settings.CARD_KEYS):
        return scanned[1]
    return ""


def grouped(number: str) -> str:
    """Write a number in groups that can be read out and typed."""
    return " ".join(number[start : start + _GROUP] for start in range(0, len(number), _GROUP))


def _signature(number: str, key: str) -> str:
    digest = hmac.new(key.encode(), f"{_MARK}.{number}".encode(), hashlib.sha256).digest()
    return f"{int.from_bytes(digest) % 10**_SIGNATURE_LENGTH:0{_SIGNATURE_LENGTH}}"
