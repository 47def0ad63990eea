"""The folder of an index: which segments count, changed in one step.

``current.json`` names the segments and the documents withdrawn from each. It is replaced whole, last, so a reader sees
the index as it was or as it will be, and a crash in the middle leaves it as it was. Writers take turns by a lock.
"""

import fcntl
import json
import os
import shutil
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

FORMAT = 2
"""Counted up when the arrays change their meaning: an index of another format is no index."""
_KEPT = 600.0
"""Seconds a replaced segment stays, for readers who are just opening it."""


@dataclass(slots=True)
class Current:
    """The segments of an index, oldest first, each with the documents withdrawn from it."""

    segments: dict[str, list[str]] = field(default_factory=dict)


class IndexFolder:
    """Reads and changes which segments an index is made of."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def stamp(self) -> tuple[int, int]:
        """Return what changes whenever the index does; zeros when there is none."""
        try:
            found = self._current.stat()
        except FileNotFoundError:
            return (0, 0)
        return (found.st_ino, found.st_mtime_ns)

    def read(self) -> Current | None:
        """Return the segments that count; None when there is no index of this format."""
        try:
            stored = json.loads(self._current.read_text(encoding="utf-8"))
        except (FileNotFoundError, json.JSONDecodeError):
            return None
        return Current(stored["segments"]) if stored.get("format") == FORMAT else None

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Wait for the turn to change the index."""
        self.path.mkdir(parents=True, exist_ok=True)
        with (self.path / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def new_segment(self) -> Path:
        """Name a folder for a segment."""
        return self.path / f"segment-{uuid.uuid4().hex}"

    def replace(self, current: Current) -> None:
        """Let these segments be the index from now on, and clear away what no longer counts."""
        written = self.path / f"current-{uuid.uuid4().hex}.json"
        with written.open("w", encoding="utf-8") as file:
            json.dump({"format": FORMAT, "segments": current.segments}, file)
            file.flush()
            os.fsync(file.fileno())
        written.replace(self._current)
        self._clear(set(current.segments))

    def _clear(self, kept: set[str]) -> None:
        for folder in self.path.glob("segment-*"):
            if folder.name not in kept and time.time() - folder.stat().st_mtime > _KEPT:
                shutil.rmtree(folder, ignore_errors=True)

    @property
    def _current(self) -> Path:
        return self.path / "current.json"
