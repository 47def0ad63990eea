"""A document as plain data with every word final: what a PDF draws and a page may show."""

from typing import Any, TypeAlias

from donghanh.core.documents import wording
from donghanh.core.documents.grid import Row, Table, as_cell
from donghanh.core.documents.model import Annex, Block, BulletList, Document, Paragraph, Section
from donghanh.core.documents.words import (
    Bold,
    FigureRef,
    Inline,
    Italic,
    Words,
    inline_text,
    inlines,
    printable,
)

Outline: TypeAlias = dict[str, Any]


def outline(document: Document) -> Outline:
    """Write out a whole document; the result holds only what JSON can hold."""
    heading = document.heading
    return {
        "title": wording.title(document),
        "parent_body": wording.body_lines(heading.parent_body),
        "issuing_body": wording.body_lines(heading.issuing_body),
        "country": wording.COUNTRY,
        "motto": wording.MOTTO,
        "number": wording.number_line(heading),
        "place": wording.place_line(heading),
        "kind": wording.capitals(document.kind),
        "subject": list(wording.subject_lines(document)),
        "addressees": list(wording.addressee_lines(document)),
        "legal_bases": list(wording.legal_base_lines(document)),
        "blocks": [_block(block) for block in wording.body(document)],
        "signature": _signature(document),
        "recipients_label": wording.RECIPIENTS,
        "recipients": list(wording.recipient_lines(document)),
        "annexes": [_annex(document, position, annex) for position, annex in enumerate(document.annexes)],
        "footer": printable(document.footer),
    }


def _signature(document: Document) -> Outline | None:
    signature = document.signature
    if signature is None:
        return None
    return {
        "authority": [wording.capitals(line) for line in signature.authority],
        "name": printable(signature.name),
    }


def _annex(document: Document, position: int, annex: Annex) -> Outline:
    return {
        "signing": wording.signing_line(document),
        "label": wording.annex_label(document, position),
        "title": wording.capitals(annex.title),
        "belongs_to": wording.attachment_line(document),
        "blocks": [_block(block) for block in wording.numbered(annex.blocks)],
        "landscape": annex.landscape,
    }


def _block(block: Block) -> Outline:
    match block:
        case Section():
            return {"is": "section", "level": block.level, "text": block.title}
        case Paragraph():
            return {"is": "paragraph", "runs": _runs(block.words)}
        case BulletList():
            return {"is": "list", "items": [_runs(("- ", *inlines(item))) for item in block.items]}
        case Table():
            return _table(block)


def _table(table: Table) -> Outline:
    return {
        "is": "table",
        "title": printable(table.title),
        "columns": [{"share": column.share, "align": column.align.value} for column in table.columns],
        "head": [_row(row) for row in table.head],
        "rows": [_row(row) for row in table.rows],
        "total": _row(table.total),
        "notes": [_runs(note) for note in table.notes],
        "row_height": table.row_height,
    }


def _row(row: Row) -> list[Outline]:
    return [{"runs": _runs(cell.words), "columns": cell.columns, "rows": cell.rows} for cell in map(as_cell, row)]


def _runs(words: Words) -> list[Outline]:
    return [_run(inline) for inline in inlines(words)]


def _run(inline: Inline) -> Outline:
    run: Outline = {"text": inline_text(inline)}
    match inline:
        case Bold():
            run["bold"] = True
        case Italic():
            run["italic"] = True
        case FigureRef():
            run |= {"code": inline.code, "url": inline.url}
    return run
