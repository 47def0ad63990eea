"""The archive as a stream of named members, written once from beginning to end and read the same way."""

import gzip
import io
import json
import os
import tarfile
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, Any, cast

from donghanh.core.backup.errors import BackupBroken, BackupLocked
from donghanh.core.backup.sealing import SealedReader, SealingWriter, is_sealed

HEADER, MANIFEST, TABLES, FILES = "backup.json", "manifest.json", "tables/", "files/"
_LEVEL = 3
"""Of compression; higher ones take twice the time for a tenth of the size."""
_LONGEST_PEEK = 64


class ArchiveWriter:
    """Appends members to an archive."""

    def __init__(self, tar: tarfile.TarFile) -> None:
        self._tar = tar

    def put_json(self, name: str, value: Any) -> None:
        """Append a small document."""
        self.put_bytes(name, json.dumps(value, ensure_ascii=False, indent=1).encode())

    def put_bytes(self, name: str, content: bytes) -> None:
        """Append what is in memory."""
        self.put_stream(name, io.BytesIO(content), len(content))

    def put_stream(self, name: str, source: IO[bytes], size: int) -> None:
        """Append ``size`` bytes of a stream."""
        member = tarfile.TarInfo(name)
        member.size = size
        self._tar.addfile(member, source)


@contextmanager
def writing(path: Path, key: bytes | None) -> Iterator[ArchiveWriter]:
    """Open a new archive; what was not written to its end is removed."""
    partial = path.with_name(path.name + ".partial")
    partial.unlink(missing_ok=True)
    partial.touch(mode=0o600)
    try:
        with partial.open("wb") as file:
            with ExitStack() as closing:
                target: IO[bytes] = file
                if key is not None:
                    target = cast("IO[bytes]", closing.enter_context(SealingWriter(file, key)))
                packed = closing.enter_context(gzip.GzipFile("", "wb", _LEVEL, target, mtime=0))
                yield ArchiveWriter(closing.enter_context(tarfile.open(fileobj=packed, mode="w|")))
            file.flush()
            # What a person was told is saved must survive a power cut.
            os.fsync(file.fileno())
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


@contextmanager
def reading(path: Path, key: bytes | None) -> Iterator[Iterator[tuple[str, IO[bytes]]]]:
    """Open an archive and give its members one after the other; each must be read before the next."""
    with ExitStack() as closing:
        file = closing.enter_context(path.open("rb"))
        source: IO[bytes] = file
        if is_sealed(file.read(_LONGEST_PEEK)):
            if key is None:
                message = f"{path.name} is sealed. Give the file with its key: --key-file FILE."
                raise BackupLocked(message)
            file.seek(0)
            source = cast("IO[bytes]", io.BufferedReader(SealedReader(file, key), 1 << 20))
        else:
            file.seek(0)
        try:
            packed = closing.enter_context(gzip.GzipFile(fileobj=source, mode="rb"))
            yield _members(closing.enter_context(tarfile.open(fileobj=packed, mode="r|")))
        except (tarfile.TarError, gzip.BadGzipFile, zlib.error, EOFError) as error:
            message = f"{path.name} cannot be read to its end ({error}): it is no backup, or was cut off or changed."
            raise BackupBroken(message) from None


def _members(tar: tarfile.TarFile) -> Iterator[tuple[str, IO[bytes]]]:
    for member in tar:
        content = tar.extractfile(member) if member.isreg() else None
        if content is None:
            message = f"The backup holds “{member.name}”, which is no plain file. Take another one."
            raise BackupBroken(message)
        yield member.name, content
