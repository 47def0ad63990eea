"""The list of erasures beside the database, so that a lost or older database does not bring anybody back.

It holds what an :class:`ErasureRecord` holds, one JSON object a line: numbers of records, keyed hashes, days.
"""

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings

from donghanh.privacy.models import ErasureRecord

_NAME = "erasures.jsonl"


def journal() -> Path:
    """Return where the list lies: in the data folder, which a restore does not replace."""
    return Path(settings.DATA) / _NAME


def note(records: Iterable[ErasureRecord]) -> None:
    """Add erasures to the list; one that is there already is left out."""
    known = {_key(line) for line in lines()}
    fresh = [line for record in records if _key(line := as_line(record)) not in known]
    if fresh:
        with journal().open("a", encoding="utf-8") as file:
            file.writelines(json.dumps(line) + "\n" for line in fresh)


def lines() -> Iterator[dict[str, Any]]:
    """Read the list; a line that a full disk cut short is left out, the database still has it."""
    if not journal().exists():
        return
    for text in journal().read_text(encoding="utf-8").splitlines():
        try:
            yield json.loads(text)
        except ValueError:
            continue


def as_line(record: ErasureRecord) -> dict[str, Any]:
    """Return what is kept of an erasure."""
    return {
        "worker_id": record.worker_id,
        "fingerprints": record.fingerprints,
        "cause": record.cause,
        "erased_at": record.erased_at.isoformat(),
    }


def from_line(line: dict[str, Any]) -> ErasureRecord:
    """Return the erasure that a line tells of, not saved."""
    return ErasureRecord(**{**line, "erased_at": datetime.fromisoformat(line["erased_at"])})


def _key(line: dict[str, Any]) -> tuple[int, str]:
    return line["worker_id"], line["erased_at"]
