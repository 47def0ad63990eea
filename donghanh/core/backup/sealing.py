"""A stream sealed with a key: AES-256-GCM piece by piece, so that neither side holds the whole.

Each piece is bound to its place and the last one says that it is the last: pieces that were left out, doubled,
moved or cut off do not open.
"""

import io
import os
import struct
from typing import IO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from donghanh.core.backup.errors import BackupBroken, BackupLocked

MAGIC = b"DONGHANH-SEALED-1\n"
SHORTEST_KEY = 16
_SALT, _PIECE, _TAG = 16, 1 << 20, 16
_LENGTH = struct.Struct(">I")


class SealingWriter(io.RawIOBase):
    """Seals what is written to it into another stream; closing writes the last piece."""

    def __init__(self, target: IO[bytes], key: bytes) -> None:
        self._target, self._head, self._number, self._waiting = target, MAGIC + os.urandom(_SALT), 0, bytearray()
        self._cipher = _cipher(key, self._head)
        target.write(self._head)

    def writable(self) -> bool:
        return True

    def write(self, data: "bytes | bytearray | memoryview") -> int:  # type: ignore[override]
        """Take bytes; whole pieces go out, the rest waits."""
        self._waiting += data
        while len(self._waiting) > _PIECE:
            self._put(bytes(self._waiting[:_PIECE]), is_last=False)
            del self._waiting[:_PIECE]
        return len(data)

    def close(self) -> None:
        """Write the last piece; the other stream stays open."""
        if not self.closed:
            self._put(bytes(self._waiting), is_last=True)
        super().close()

    def _put(self, piece: bytes, *, is_last: bool) -> None:
        sealed = self._cipher.encrypt(_nonce(self._number, is_last=is_last), piece, self._head)
        self._target.write(_LENGTH.pack(len(sealed)) + sealed)
        self._number += 1


class SealedReader(io.RawIOBase):
    """Opens a sealed stream piece by piece."""

    def __init__(self, source: IO[bytes], key: bytes) -> None:
        self._source, self._head, self._number = source, source.read(len(MAGIC) + _SALT), 0
        self._piece, self._is_done = memoryview(b""), False
        self._cipher = _cipher(key, self._head)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]
        """Give the next bytes, or none at the end."""
        if not self._piece and not self._is_done:
            self._piece = memoryview(self._next())
        size = min(len(buffer), len(self._piece))
        buffer[:size] = self._piece[:size]
        self._piece = self._piece[size:]
        return size

    def _next(self) -> bytes:
        length = self._source.read(_LENGTH.size).rjust(_LENGTH.size, b"\xff")
        size = min(_LENGTH.unpack(length)[0], _PIECE + _TAG)
        sealed = self._source.read(size)
        if len(sealed) < size:
            message = "The backup ends in the middle: it was cut off. Take another one."
            raise BackupBroken(message)
        for is_last in (False, True):
            try:
                piece = self._cipher.decrypt(_nonce(self._number, is_last=is_last), sealed, self._head)
            except InvalidTag:
                continue
            self._number, self._is_done = self._number + 1, is_last
            return piece
        if self._number == 0:
            message = (
                "The key does not open this backup, or its beginning was changed. Give the key it was sealed with."
            )
            raise BackupLocked(message)
        message = f"Piece {self._number + 1} of the backup was changed. Take another backup."
        raise BackupBroken(message)


def is_sealed(beginning: bytes) -> bool:
    """Tell from the first bytes whether a stream is sealed."""
    return beginning.startswith(MAGIC)


def _cipher(key: bytes, head: bytes) -> AESGCM:
    if len(key) < SHORTEST_KEY:
        message = f"The key is {len(key)} bytes long; write at least {SHORTEST_KEY} into the key file."
        raise BackupLocked(message)
    return AESGCM(Scrypt(salt=head[len(MAGIC) :], length=32, n=2**15, r=8, p=1).derive(key))


def _nonce(number: int, *, is_last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([is_last])
