"""All prints of a document say the same words, and say them as they were given."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

import docx
import pytest
from docx.table import Table as WordTable
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from donghanh.core.documents import (
    Bold,
    BulletList,
    Document,
    FigureRef,
    Paragraph,
    Table,
    plain_text,
    to_docx,
    to_pdf,
)
from donghanh.core.tests.documents_sample import LETTER, MADE_AT, REPORT

HOSTILE = (
    '#let x = 1; #include("/etc/passwd") #sys.inputs #pagebreak()',
    "$ x^2 $ *bold* _emph_ @label <label> `raw` ```block``` ~ -- --- ...",
    "= Heading",
    "// comment /* block */ https://example.test/a?b=c&d=%20",
    "quotes \"double\" and 'single' \\ back \\u{41} \\n \\",
    "{{ name }} {% if x %} <w:p/> &amp; ]]> </w:t>",
)
LETTERS = (
    "aăâbcdđeêghiklmnoôơpqrstuưvxyAĂÂĐÊÔƠƯắằẳẵặếềểễệốồổỗộớờởỡợứừửữựỳỷỹỵ0123456789#$*_@<>\\\"'`=/~[]{}()-+.,:;%&|^!? "
)


def test_the_report_reads_the_same_in_every_print() -> None:
    unspanned = tuple(block for block in REPORT.blocks if not isinstance(block, Table))
    document = replace(REPORT, blocks=unspanned, annexes=REPORT.annexes[1:], footer="")

    assert docx_words(document) == pdf_words(document) == plain_text(document).split()


def test_tables_with_spans_hold_the_same_words_in_every_print() -> None:
    document = replace(REPORT, footer="")

    assert docx_words(document) == plain_text(document).split()
    # A PDF draws cells that span others first, so only the letters are compared.
    assert Counter("".join(docx_words(document))) == Counter("".join(pdf_words(document)))


def test_an_official_letter_reads_the_same_in_every_print() -> None:
    assert docx_words(LETTER) == pdf_words(LETTER) == plain_text(LETTER).split()


@pytest.mark.parametrize("text", HOSTILE)
def test_marks_of_any_markup_are_printed_as_they_are(text: str) -> None:
    document = replace(
        LETTER,
        subject=(text,),
        blocks=(Paragraph((text, Bold(text), FigureRef(text))), BulletList((text,)), Paragraph("Hết")),
        recipients=(text,),
    )

    printed = "".join(pdf_words(document))
    assert "".join(docx_words(document)) == printed
    assert "".join(text.split()) in printed


@settings(max_examples=40, deadline=None)
@given(st.text(LETTERS, max_size=120))
def test_any_typed_text_arrives_on_paper(text: str) -> None:
    document = replace(LETTER, blocks=(Paragraph(text), Paragraph("Hết")))

    expected = "".join(text.split())
    assert expected in "".join(pdf_words(document))
    assert expected in "".join(docx_words(document))


def test_letters_are_composed_and_invisible_characters_dropped() -> None:
    typed = unicodedata.normalize("NFD", "Đường dây nóng hỗ trợ") + "\x00\u202e\ufeff\tngười\nlao động"
    document = replace(LETTER, blocks=(Paragraph(typed),))

    expected = "Đường dây nóng hỗ trợ người lao động./."
    assert expected in " ".join(docx_words(document))
    assert expected in " ".join(pdf_words(document))
    assert unicodedata.is_normalized("NFC", plain_text(document))


def docx_words(document: Document) -> list[str]:
    """Read the words of a .docx in the order of its body, each cell once."""
    word = docx.Document(BytesIO(to_docx(document, made_at=MADE_AT)))
    return " ".join(_docx_lines(word)).split()


def _docx_lines(word: docx.document.Document) -> Iterator[str]:
    for part in word.iter_inner_content():
        if isinstance(part, WordTable):
            cells = {cell._tc: cell for row in part.rows for cell in row.cells}
            yield from (cell.text for cell in cells.values())
        else:
            yield part.text


def pdf_words(document: Document) -> list[str]:
    """Read the words of a PDF without its page numbers."""
    pages = PdfReader(BytesIO(to_pdf(document, made_at=MADE_AT))).pages
    return " ".join(re.sub(r"^\d+\n", "", page.extract_text()) for page in pages).split()
