"""Text typed into a form, turned into blocks."""

from donghanh.core.documents.model import Block, BulletList, Paragraph
from donghanh.core.documents.words import printable

_BULLETS = ("-", "–", "•", "+", "*")


def typed_blocks(text: str) -> tuple[Block, ...]:
    """Turn each typed line into a paragraph, and lines that begin with a dash or a dot into a list."""
    blocks: list[Block] = []
    items: list[str] = []
    for line in [*map(str.strip, text.splitlines()), ""]:
        if line.startswith(_BULLETS):
            items.append(printable(line[1:]).strip())
            continue
        if items:
            blocks.append(BulletList(tuple(items)))
            items = []
        if line:
            blocks.append(Paragraph(printable(line)))
    return tuple(blocks)
