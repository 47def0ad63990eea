"""Single lines of a .docx; how each looks is written in the styles of the blank, here only named."""

from collections.abc import Iterable
from enum import StrEnum
from typing import TypeAlias

from docx.document import Document as WordDocument
from docx.shared import Mm
from docx.table import _Cell as WordCell
from docx.text.paragraph import Paragraph as WordParagraph

from donghanh.core.documents.words import Bold, Italic, Words, inline_text, inlines

Container: TypeAlias = WordDocument | WordCell


class Style(StrEnum):
    """The styles by the names an officer meets in the word processor."""

    BODY = "Đoạn văn"
    LEGAL_BASIS = "Căn cứ"
    PARENT_BODY = "Cơ quan chủ quản"
    ISSUING_BODY = "Cơ quan ban hành"
    COUNTRY = "Quốc hiệu"
    MOTTO = "Tiêu ngữ"
    NUMBER = "Số, ký hiệu"
    LETTER_SUBJECT = "Trích yếu công văn"
    PLACE_AND_DATE = "Địa danh, ngày tháng"
    KIND = "Title"
    SUBJECT = "Subtitle"
    ADDRESSEE = "Kính gửi"
    ADDRESSEES = "Kính gửi (danh sách)"
    RULE = "Kẻ ngang"
    GAP = "Khoảng cách"
    AUTHORITY = "Quyền hạn ký"
    SIGNER_NAME = "Người ký"
    RECIPIENTS_LABEL = "Nơi nhận"
    RECIPIENT = "Nơi nhận (danh sách)"
    SIGNING_LINE = "Thông tin ký số"
    ANNEX_LABEL = "Phụ lục"
    ANNEX_TITLE = "Tên phụ lục"
    ANNEX_OF = "Kèm theo"
    TABLE_TITLE = "Tên bảng"
    TABLE_TEXT = "Chữ trong bảng"
    TABLE_HEAD = "Đầu bảng"
    TABLE_TOTAL = "Hàng tổng"
    TABLE_NOTE = "Ghi chú bảng"
    RULED = "Bảng kẻ"
    UNRULED = "Bảng không kẻ"


def add_words(paragraph: WordParagraph, words: Words) -> None:
    """Write runs at the end of a paragraph; figures carry no link, for this file is made to be printed."""
    for inline in inlines(words):
        run = paragraph.add_run(inline_text(inline))
        run.bold = True if isinstance(inline, Bold) else None
        run.italic = True if isinstance(inline, Italic) else None


def add_line(container: Container, words: Words, style: Style) -> WordParagraph:
    """Add one paragraph."""
    paragraph = container.add_paragraph(style=style)
    add_words(paragraph, words)
    return paragraph


def add_lines(container: Container, lines: Iterable[str], style: Style) -> None:
    """Add lines of one style."""
    for line in lines:
        add_line(container, line, style)


def add_rule(container: Container, *, length: float, room: float) -> WordParagraph:
    """Add a centred rule of a length, in millimetres, to a place that is ``room`` wide."""
    rule = container.add_paragraph(style=Style.RULE)
    side = max(room - length, 0) / 2
    rule.paragraph_format.left_indent = Mm(side)
    rule.paragraph_format.right_indent = Mm(side)
    return rule
