"""Seal short texts so that only who has the keys can read them, yet equal texts stay equal.

AES-SIV (RFC 5297) without a nonce: the same text of the same domain under the same key always gives the same
seal. So a sealed column still answers “is it this one?”, is still unique and can be indexed; it tells nothing else.
"""

import base64
import hashlib
from collections.abc import Sequence
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESSIV

from donghanh.kernel.errors import DomainError

KEY_BYTES = 64
_MARK = "~"
_NAME_LETTERS = 8


class UnreadableSeal(DomainError):
    """A sealed text cannot be opened with the keys at hand."""

    code = "unreadable_seal"


class BadKey(DomainError):
    """A key of the configuration is no key."""

    code = "bad_field_key"


class Sealer:
    """Seals under the first of its keys and opens what any of them sealed."""

    def __init__(self, keys: Sequence[str]) -> None:
        self._ciphers = {name_of(key): AESSIV(_bytes_of(key)) for key in keys}
        if not self._ciphers:
            raise BadKey("There is no key for sealed fields: give DONGHANH_FIELD_KEYS or keep field.keys.")

    @property
    def names(self) -> list[str]:
        """Return the names of the keys, the writing one first."""
        return list(self._ciphers)

    def seal(self, text: str, domain: str) -> str:
        """Return ``text`` sealed for one purpose; an empty text stays empty."""
        return self._sealed(self.names[0], text, domain) if text else ""

    def seals(self, text: str, domain: str) -> list[str]:
        """Return every form in which ``text`` may stand on record, one for each key."""
        return [self._sealed(name, text, domain) for name in self._ciphers] if text else [""]

    def open(self, sealed: str, domain: str) -> str:
        """Return the text of a seal, or raise when no key opens it."""
        if not sealed:
            return ""
        name, body = key_name_of(sealed), sealed[1 + _NAME_LETTERS :]
        cipher = self._ciphers.get(name)
        if not is_sealed(sealed) or cipher is None:
            raise UnreadableSeal(f"A record is sealed under the key “{name}”, which is not in DONGHANH_FIELD_KEYS.")
        try:
            return cipher.decrypt(base64.urlsafe_b64decode(body), [domain.encode()]).decode()
        except (InvalidTag, ValueError) as error:
            raise UnreadableSeal(f"A seal under the key “{name}” is damaged, or of another field.") from error

    def _sealed(self, name: str, text: str, domain: str) -> str:
        body = self._ciphers[name].encrypt(text.encode(), [domain.encode()])
        return f"{_MARK}{name}{base64.urlsafe_b64encode(body).decode()}"


def is_sealed(text: str) -> bool:
    """Tell whether a text has the form of a seal."""
    return text.startswith(_MARK) and len(text) > 1 + _NAME_LETTERS


def key_name_of(sealed: str) -> str:
    """Return the name of the key that a text was sealed under."""
    return sealed[1 : 1 + _NAME_LETTERS]


def sealed_length(letters: int) -> int:
    """Return how long the seal of a text of so many ASCII letters is."""
    return 1 + _NAME_LETTERS + 4 * -(-(letters + 16) // 3)


def mark_of(key: str) -> str:
    """Return what every seal under a key begins with."""
    return f"{_MARK}{name_of(key)}"


@lru_cache(maxsize=32)
def name_of(key: str) -> str:
    """Return the short public name of a key; it tells nothing about it."""
    return hashlib.sha256(b"donghanh field key" + _bytes_of(key)).hexdigest()[:_NAME_LETTERS]


def _bytes_of(key: str) -> bytes:
    try:
        found = base64.urlsafe_b64decode(key)
    except ValueError as error:
        raise BadKey(
            "A key for sealed fields is not written in base64: make keys with donghanh keys rotate."
        ) from error
    if len(found) != KEY_BYTES:
        raise BadKey(f"A key for sealed fields has {len(found)} bytes, not {KEY_BYTES}.")
    return found
