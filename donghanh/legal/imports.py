"""Files and folders of texts as the command line is given them: what lies there, where it comes from, what it gave."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from donghanh.legal.finding_words import is_grave, sentence
from donghanh.legal.services.bringing_in import BroughtIn
from donghanh.legal.services.trying_out import Origin, Trial
from donghanh.legal.structure.files import KINDS

SOURCES = "SOURCES.md"
_COLUMNS = {"file": "file", "law": "number", "number": "number", "note": "title", "title": "title"}


def files_in(paths: Iterable[Path]) -> list[Path]:
    """Return the files to read, those of folders in the order of their names."""
    found: list[Path] = []
    for path in paths:
        inside = sorted(path.iterdir()) if path.is_dir() else [path]
        found += [one for one in inside if one == path or (one.suffix.lower() in KINDS and one.name != SOURCES)]
    return found


@cache
def origins_in(folder: Path) -> dict[str, Origin]:
    """Return what a table of sources in a folder says of each file; "" stands for files it does not name."""
    origins = {"": Origin(source=folder.name)}
    table = folder / SOURCES
    if table.is_file():
        for row in _rows(table.read_text(encoding="utf-8")):
            file = row.pop("file")
            origins[file] = Origin(**({"source": folder.name} | row))
    return origins


def report_of(trial: Trial, kept: BroughtIn | None) -> dict[str, Any]:
    """Return what there is to say of a text, for people and programs."""
    facts = trial.reading.facts
    findings = kept.edition.findings if kept else trial.findings
    return {
        "file": trial.file_name,
        "number": trial.number,
        "title": kept.edition.document.title if kept else facts.title,
        "kind": trial.kind.value,
        "name": facts.consolidation,
        "issued_on": _day(facts.issued_on),
        "in_force_on": _day(facts.in_force_on),
        "articles": len(trial.reading.articles),
        "recovered": trial.recovered_count,
        "last": trial.reading.articles[-1].number if trial.reading.articles else "",
        "state": kept.edition.state if kept else ("waiting" if trial.is_grave else "in_use"),
        "is_new": kept.is_new if kept else None,
        "is_whole": trial.is_whole,
        "relations": [
            {"kind": deed.kind, "number": deed.number, "article": deed.article, "from": _day(deed.starts_on)}
            for deed in trial.reading.deeds
        ],
        "findings": [{**found, "sentence": sentence(found), "is_grave": is_grave(found)} for found in findings],
    }


def _rows(text: str) -> Iterable[dict[str, str]]:
    """Read the first table of a Markdown text by the names of its columns."""
    heads: list[str] = []
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")] if line.startswith("|") else []
        if not cells or set("".join(cells)) <= set("-: "):
            continue
        if not heads:
            heads = [_column(cell) for cell in cells]
            continue
        row = {head: cell for head, cell in zip(heads, cells, strict=False) if head}
        if row.get("file"):
            yield row


def _column(head: str) -> str:
    head = head.casefold()
    if "url" in head or "address" in head:
        return "source_url"
    return "source" if "repo" in head or "source" in head else _COLUMNS.get(head, "")


def _day(day: Any) -> str | None:
    return day.isoformat() if day else None
