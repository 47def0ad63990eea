"""The uploaded files of a backup: each is written once under its name and never changes."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import IO

from django.conf import settings

from donghanh.core.backup.errors import BackupBroken

_AT_ONCE = 1 << 20


class HashingReader:
    """A stream that knows the hash of what was read from it."""

    def __init__(self, source: IO[bytes]) -> None:
        self._source, self._hash, self.size = source, hashlib.sha256(), 0

    def read(self, size: int = -1) -> bytes:
        """Give the next bytes."""
        piece = self._source.read(size)
        self._hash.update(piece)
        self.size += len(piece)
        return piece

    def as_json(self) -> dict[str, object]:
        """Return what the manifest says of a file."""
        return {"size": self.size, "sha256": self._hash.hexdigest()}


def folder() -> Path:
    """Return where uploaded files lie."""
    return Path(settings.MEDIA_ROOT)


def stored() -> Iterator[tuple[str, Path]]:
    """Give every uploaded file, by the name that the database knows it under."""
    root = folder()
    for path in sorted(root.rglob("*")) if root.is_dir() else []:
        if path.is_file() and not path.is_symlink():
            yield path.relative_to(root).as_posix(), path


def unpack(name: str, source: HashingReader, target: Path | None) -> None:
    """Read a file of an archive to its end, into a folder when there is one."""
    parts = PurePosixPath(name).parts
    if not parts or name.startswith("/") or ".." in parts:
        message = f"The backup holds a file named “{name}”, which would lie outside the folder. Take another one."
        raise BackupBroken(message)
    if target is None:
        while source.read(_AT_ONCE):
            pass
        return
    path = target.joinpath(*parts)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        while piece := source.read(_AT_ONCE):
            file.write(piece)
        file.flush()
        os.fsync(file.fileno())


def put_in_place(unpacked: Path) -> None:
    """Move unpacked files beside those that are there; files of the same name are the same file."""
    root = folder()
    for path in sorted(unpacked.rglob("*")):
        if path.is_file():
            place = root / path.relative_to(unpacked)
            place.parent.mkdir(parents=True, exist_ok=True)
            path.replace(place)
