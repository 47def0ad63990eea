"""The words of a document alone, for search and for comparing one print with another."""

from collections.abc import Iterator

from donghanh.core.documents.model import Document
from donghanh.core.documents.outline import Outline, outline


def plain_text(document: Document) -> str:
    """Return all words of a document in reading order, a line to each paragraph and cell."""
    return "\n".join(line for line in _lines(outline(document)) if line)


def _lines(written: Outline) -> Iterator[str]:
    yield from (*written["parent_body"], *written["issuing_body"], written["country"], written["motto"])
    yield written["number"]
    if not written["kind"]:
        yield from written["subject"]
    yield written["place"]
    if written["kind"]:
        yield from (written["kind"], *written["subject"])
    yield from (*written["addressees"], *written["legal_bases"])
    yield from _block_lines(written["blocks"])
    if written["recipients"]:
        yield from (written["recipients_label"], *written["recipients"])
    if written["signature"]:
        yield from (*written["signature"]["authority"], written["signature"]["name"])
    for annex in written["annexes"]:
        yield from (annex["signing"], annex["label"], annex["title"], annex["belongs_to"])
        yield from _block_lines(annex["blocks"])


def _block_lines(blocks: list[Outline]) -> Iterator[str]:
    for block in blocks:
        match block["is"]:
            case "section":
                yield block["text"]
            case "paragraph":
                yield _text(block["runs"])
            case "list":
                yield from map(_text, block["items"])
            case "table":
                yield block["title"]
                for row in (*block["head"], *block["rows"], block["total"]):
                    yield from (_text(cell["runs"]) for cell in row)
                yield from map(_text, block["notes"])


def _text(runs: list[Outline]) -> str:
    return "".join(run["text"] for run in runs).strip()
