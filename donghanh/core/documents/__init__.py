"""Official documents: one model, printed as .docx and as PDF in the layout of Decree 30/2020/NĐ-CP.

Every fixed word on this paper is Vietnamese, whatever language the reader's screen speaks.
"""

from donghanh.core.documents.docx import to_docx
from donghanh.core.documents.grid import Align, Cell, Column, Row, Table
from donghanh.core.documents.model import (
    Annex,
    Block,
    BulletList,
    Document,
    Heading,
    Paragraph,
    Section,
    Signature,
)
from donghanh.core.documents.outline import outline
from donghanh.core.documents.pdf import FontsMissing, fonts_folder, to_pdf, typeset
from donghanh.core.documents.plain import plain_text
from donghanh.core.documents.typed import typed_blocks
from donghanh.core.documents.words import Bold, FigureRef, Inline, Italic, Words

__all__ = [
    "Align",
    "Annex",
    "Block",
    "Bold",
    "BulletList",
    "Cell",
    "Column",
    "Document",
    "FigureRef",
    "FontsMissing",
    "Heading",
    "Inline",
    "Italic",
    "Paragraph",
    "Row",
    "Section",
    "Signature",
    "Table",
    "Words",
    "fonts_folder",
    "outline",
    "plain_text",
    "to_docx",
    "to_pdf",
    "typed_blocks",
    "typeset",
]
