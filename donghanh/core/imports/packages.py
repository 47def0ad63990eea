"""What lies in an .xlsx package, looked through as a stream before any reader unpacks it.

The quick reader lays a sheet out as a full rectangle, gives every cell a text of its own, and ends the
process when there is no memory for them: one cell in the last corner of a tiny file is enough. So bytes,
rectangle and letters are counted first, in little memory.
"""

import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from typing import IO

from donghanh.core.imports.errors import DamagedFile, FileTooLarge, LockedFile, NotASpreadsheet
from donghanh.core.imports.measuring import measure_cells, measured_texts
from donghanh.core.imports.sizes import MAX_PARTS, MAX_RATIO, MAX_UNPACKED_MEGABYTES, MEGABYTE
from donghanh.kernel.errors import DomainError

_LARGE = 10 * MEGABYTE
_LOCKED = 0x1
_WORKBOOK, _TEXTS = "xl/workbook.xml", "xl/sharedstrings.xml"


@dataclass(frozen=True, slots=True)
class Package:
    """What a package holds beside its cells that its owner should hear of."""

    has_macros: bool
    has_links: bool


def look_through(file: IO[bytes], name: str) -> Package:
    """Refuse a package that is no workbook, is damaged, or would take too much memory once it is unpacked."""
    try:
        with zipfile.ZipFile(file) as package:
            parts = {part.filename.lower(): part for part in package.infolist()}
            _check_parts(package, parts, name)
            lengths = measured_texts(package, parts[_TEXTS]) if _TEXTS in parts else []
            for path, part in parts.items():
                if path.endswith((".xml", ".rels")) and path != _TEXTS:
                    measure_cells(package, part, lengths)
    except DomainError:
        raise
    except Exception as error:
        raise DamagedFile(name) from error
    finally:
        file.seek(0)
    return Package(
        has_macros=any(path.endswith("vbaproject.bin") for path in parts),
        has_links=any(path.startswith("xl/externallinks/") for path in parts),
    )


def _check_parts(package: zipfile.ZipFile, parts: Mapping[str, zipfile.ZipInfo], name: str) -> None:
    """Refuse what is no workbook, and what two unpackers may understand in two ways."""
    if any(part.flag_bits & _LOCKED for part in parts.values()):
        raise LockedFile(name)
    if _WORKBOOK not in parts:
        raise NotASpreadsheet(name)
    if package.comment or len(package.infolist()) != len(parts) or len(parts) > MAX_PARTS:
        raise DamagedFile(name)
    unpacked = sum(part.file_size for part in parts.values())
    if unpacked > MAX_UNPACKED_MEGABYTES * MEGABYTE:
        raise FileTooLarge(unpacked // MEGABYTE, MAX_UNPACKED_MEGABYTES)
    if any(part.file_size > max(_LARGE, part.compress_size * MAX_RATIO) for part in parts.values()):
        raise DamagedFile(name)
