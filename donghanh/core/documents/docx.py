"""Print a document as .docx: its words are poured into the styles of the blank, which hold the layout."""

from datetime import UTC, datetime
from io import BytesIO

import docx
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section as WordSection
from docx.shared import Mm, Pt

from donghanh.core.documents import wording
from donghanh.core.documents.docx_lines import Style, add_line, add_lines, add_rule
from donghanh.core.documents.docx_package import blank, packed_again
from donghanh.core.documents.docx_tables import add_ruled_table, add_side_by_side, close_cells
from donghanh.core.documents.grid import Table
from donghanh.core.documents.model import Annex, Block, BulletList, Document, Paragraph, Section
from donghanh.core.documents.words import inlines, printable

# All in millimetres. The right half of the heading just holds the name of the country on one line.
_HEADING = (75.0, 90.0)
_SIGNING = (82.5, 82.5)
_A4 = (Mm(210), Mm(297))
_A4_ACROSS = (Mm(297), Mm(210))
_ROOM = 165.0
_ROOM_ACROSS = 252.0
_MOTTO = 56.0
# The mean width of a letter, for rules a third to a half as long as their line.
_BOLD_CAPITAL_OF_12 = 2.6
_BOLD_LETTER_OF_14 = 2.15
_RULE_SHARE = 0.42


def to_docx(document: Document, *, made_at: datetime) -> bytes:
    """Return the document as .docx; the same document and moment always give the same bytes."""
    word = docx.Document(BytesIO(blank()))
    _add_properties(word, document, made_at)
    _add_page_numbers(word.sections[0], document)
    _add_heading(word, document)
    _add_title(word, document)
    addressees = wording.addressee_lines(document)
    add_lines(word, addressees[:1], Style.ADDRESSEE)
    add_lines(word, addressees[1:], Style.ADDRESSEES)
    add_lines(word, wording.legal_base_lines(document), Style.LEGAL_BASIS)
    _add_blocks(word, wording.body(document), room=_ROOM)
    _add_signing(word, document)
    for position, annex in enumerate(document.annexes):
        _add_annex(word, document, position, annex)
    written = BytesIO()
    word.save(written)
    return packed_again(written.getvalue())


def _add_properties(word: WordDocument, document: Document, made_at: datetime) -> None:
    properties = word.core_properties
    moment = made_at.astimezone(UTC)
    properties.title = wording.title(document)
    properties.author = properties.last_modified_by = printable(" ".join(document.heading.issuing_body))
    properties.created = properties.modified = moment
    properties.language = "vi-VN"


def _add_page_numbers(section: WordSection, document: Document) -> None:
    """Number the pages in the upper margin, but for the first, and put the foot line in the lower one."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    section.header.paragraphs[0]._p.append(field)
    for footer in (section.footer, section.first_page_footer):
        footer.paragraphs[0].add_run(printable(document.footer))


def _add_heading(word: WordDocument, document: Document) -> None:
    heading = document.heading
    left, right = _HEADING
    table = add_side_by_side(word, rows=2, widths=_HEADING)
    (bodies, country), (number, place) = (row.cells for row in table.rows)
    add_lines(bodies, wording.body_lines(heading.parent_body), Style.PARENT_BODY)
    issuing_body = wording.body_lines(heading.issuing_body)
    add_lines(bodies, issuing_body, Style.ISSUING_BODY)
    longest = max(map(len, issuing_body), default=0)
    add_rule(bodies, length=min(longest * _BOLD_CAPITAL_OF_12, left) * _RULE_SHARE, room=left)
    add_line(country, wording.COUNTRY, Style.COUNTRY)
    add_line(country, wording.MOTTO, Style.MOTTO)
    add_rule(country, length=_MOTTO, room=right)
    add_lines(number, filter(None, [wording.number_line(heading)]), Style.NUMBER)
    if not document.kind:
        add_lines(number, wording.subject_lines(document), Style.LETTER_SUBJECT)
    add_lines(place, filter(None, [wording.place_line(heading)]), Style.PLACE_AND_DATE)
    close_cells(table)


def _add_title(word: WordDocument, document: Document) -> None:
    if not document.kind:
        add_line(word, "", Style.GAP)
        return
    add_line(word, wording.capitals(document.kind), Style.KIND)
    lines = wording.subject_lines(document)
    add_lines(word, lines, Style.SUBJECT)
    longest = max(map(len, lines), default=0)
    rule = add_rule(word, length=min(longest * _BOLD_LETTER_OF_14, _ROOM) * _RULE_SHARE, room=_ROOM)
    rule.paragraph_format.space_after = Pt(12)


def _add_blocks(word: WordDocument, blocks: tuple[Block, ...], *, room: float) -> None:
    for block in blocks:
        match block:
            case Section():
                word.add_heading(block.title, block.level)
            case Paragraph():
                add_line(word, block.words, Style.BODY)
            case BulletList():
                for item in block.items:
                    add_line(word, ("- ", *inlines(item)), Style.BODY)
            case Table():
                add_ruled_table(word, block, room=room)


def _add_signing(word: WordDocument, document: Document) -> None:
    if not (document.recipients or document.signature):
        return
    # The signature never stands on a page of its own.
    word.paragraphs[-1].paragraph_format.keep_with_next = True
    add_line(word, "", Style.GAP).paragraph_format.keep_with_next = True
    table = add_side_by_side(word, rows=1, widths=_SIGNING)
    copies, signature = table.rows[0].cells
    if document.recipients:
        add_line(copies, wording.RECIPIENTS, Style.RECIPIENTS_LABEL)
        add_lines(copies, wording.recipient_lines(document), Style.RECIPIENT)
    if document.signature:
        add_lines(signature, map(wording.capitals, document.signature.authority), Style.AUTHORITY)
        add_line(signature, document.signature.name, Style.SIGNER_NAME)
    close_cells(table)
    add_line(word, "", Style.GAP)


def _add_annex(word: WordDocument, document: Document, position: int, annex: Annex) -> None:
    section = word.add_section()  # A copy of the one before, which may lie across.
    section.orientation = WD_ORIENT.LANDSCAPE if annex.landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = _A4_ACROSS if annex.landscape else _A4
    if signed := wording.signing_line(document):
        add_line(word, signed, Style.SIGNING_LINE)
    add_line(word, wording.annex_label(document, position), Style.ANNEX_LABEL)
    add_line(word, wording.capitals(annex.title), Style.ANNEX_TITLE)
    add_line(word, wording.attachment_line(document), Style.ANNEX_OF)
    _add_blocks(word, wording.numbered(annex.blocks), room=_ROOM_ACROSS if annex.landscape else _ROOM)
