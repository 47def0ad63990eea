"""What an archive says about itself, and reading it to its end against that."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import IO, Any

from donghanh.core.backup import archive, files
from donghanh.core.backup.errors import BackupBroken
from donghanh.core.backup.rows import Tally

FORMAT = 1
VERSION = version("donghanh")


@dataclass(frozen=True, slots=True)
class Header:
    """What an archive says first: what is needed to take in what follows."""

    version: str
    taken_at: str
    engine: str
    migrations: dict[str, list[str]]
    tables: dict[str, list[str]]
    tables_left_out: dict[str, str]
    keys_not_included: dict[str, str]
    format: int = FORMAT


@dataclass(slots=True)
class Manifest:
    """What an archive says last: rows and checksum of each table, the last number it gave out, each file's hash."""

    tables: dict[str, dict[str, Any]] = field(default_factory=dict)
    counters: dict[str, int] = field(default_factory=dict)
    files: dict[str, dict[str, Any]] = field(default_factory=dict)

    @property
    def row_count(self) -> int:
        """Count the rows of all tables."""
        return sum(int(table["rows"]) for table in self.tables.values())

    def as_json(self) -> dict[str, Any]:
        """Return the document."""
        return asdict(self)


class Backup:
    """An archive that is open for reading; it can be read once."""

    def __init__(self, members: Iterator[tuple[str, IO[bytes]]]) -> None:
        self._members = members
        name, content = next(members, ("nothing", None))
        if content is None or name != archive.HEADER:
            raise _not_whole(f"it begins with {name}")
        facts = self._json(content)
        if facts.get("format") != FORMAT:
            raise _not_whole(f"its format is {facts.get('format')} and this version reads {FORMAT}")
        self.header = Header(**facts)

    def read(self, take_rows: Callable[[str, list[str]], None], unpack_to: Path | None = None) -> Manifest:
        """Read to the end, give away the rows some thousands at once, and hold everything to the manifest."""
        found = Manifest()
        tallies = {table: Tally() for table in self.header.tables}
        for name, content in self._members:
            if name.startswith(archive.TABLES) and name.split("/")[1] in tallies:
                lines, table = self._lines(content), name.split("/")[1]
                tallies[table].add_all(lines)
                take_rows(table, lines)
            elif name.startswith(archive.FILES):
                counted = files.HashingReader(content)
                files.unpack(name.removeprefix(archive.FILES), counted, unpack_to)
                found.files[name.removeprefix(archive.FILES)] = counted.as_json()
            elif name == archive.MANIFEST:
                manifest = Manifest(**self._json(content))
                found.tables = {table: tally.as_json() for table, tally in tallies.items()}
                self._compare("table", manifest.tables, found.tables)
                self._compare("file", manifest.files, found.files)
                return manifest
            else:
                raise _not_whole(f"it holds “{name}”, which does not belong there")
        raise _not_whole("it ends before its manifest: it was cut off")

    def _compare(self, kind: str, wanted: dict[str, Any], there: dict[str, Any]) -> None:
        for name in sorted(wanted.keys() | there.keys()):
            if wanted.get(name) != there.get(name):
                raise _not_whole(f"the {kind} {name} should hold {wanted.get(name)} and holds {there.get(name)}")

    def _lines(self, content: IO[bytes]) -> list[str]:
        try:
            return content.read().decode().split("\n")[:-1]
        except UnicodeDecodeError as error:
            raise _not_whole(f"rows cannot be read: {error}") from None

    def _json(self, content: IO[bytes]) -> dict[str, Any]:
        try:
            return dict(json.load(content))
        except ValueError as error:
            raise _not_whole(f"what it says about itself cannot be read: {error}") from None


@contextmanager
def opened(path: Path, key: bytes | None) -> Iterator[Backup]:
    """Open an archive and read what it says first."""
    with archive.reading(path, key) as members:
        yield Backup(members)


def check(path: Path, key: bytes | None = None) -> tuple[Header, Manifest]:
    """Read a backup to its end without writing anything, and hold it to its manifest."""
    with opened(path, key) as backup:
        return backup.header, backup.read(lambda table, lines: None)


def _not_whole(why: str) -> BackupBroken:
    return BackupBroken(f"The backup is not whole: {why}. Nothing was changed; take another backup.")
