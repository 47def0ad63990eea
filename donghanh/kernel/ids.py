"""Identifiers that sort by the time they were made."""

import hashlib
import os
import time
import uuid

_RANDOM_BYTES = 10
_RANDOM_PART = (1 << 8 * _RANDOM_BYTES) - 1


def uuid7() -> uuid.UUID:
    """Make a time-ordered identifier (UUID version 7, RFC 9562 §5.7)."""
    return _uuid7(os.urandom(_RANDOM_BYTES))


def uuid7_for(cause: str) -> uuid.UUID:
    """Make a time-ordered identifier that remembers its cause, for :func:`is_for`; the cause cannot be read from it."""
    return _uuid7(hashlib.sha256(cause.encode()).digest()[:_RANDOM_BYTES])


def is_for(identifier: uuid.UUID, cause: str) -> bool:
    """Tell whether an identifier was made for this cause, whenever that was."""
    return identifier.int & _RANDOM_PART == uuid7_for(cause).int & _RANDOM_PART


def _uuid7(random_part: bytes) -> uuid.UUID:
    milliseconds = time.time_ns() // 1_000_000
    value = (milliseconds << 80) | int.from_bytes(random_part, "big")
    value = (value & ~(0xF << 76)) | (0x7 << 76)
    value = (value & ~(0x3 << 62)) | (0x2 << 62)
    return uuid.UUID(int=value)
