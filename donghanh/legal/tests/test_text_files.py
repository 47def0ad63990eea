"""Files of every kind give the same text; those that give none say why."""

import io
import json
import zipfile
from pathlib import Path

import docx
import pytest
import typst
from pypdf import PdfWriter

from donghanh.legal.structure.checking import Claim
from donghanh.legal.structure.files import MAX_BYTES, UnreadableFile, texts_in
from donghanh.legal.structure.reading import read_text
from donghanh.legal.tests.texts import LAW

HTML = "<!doctype html><html><head><title>x</title><script>Điều 9. x</script></head><body>{}</body></html>"


def as_docx(text: str) -> bytes:
    document = docx.Document()
    for line in text.splitlines():
        document.add_paragraph(line)
    document.add_table(1, 2).rows[0].cells[0].text = "Bảng thử"
    packed = io.BytesIO()
    document.save(packed)
    return packed.getvalue()


def as_html(text: str) -> bytes:
    return HTML.format("".join(f"<p>{line}</p>" for line in text.splitlines())).encode()


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (LAW.encode(), "luat.txt"),
        (LAW.encode("utf-16"), "luat.txt"),
        (b"\xef\xbb\xbf" + LAW.replace("\n", "\r\n").encode(), "luat.md"),
        (as_html(LAW), "luat.htm"),
        (as_html(LAW), "luat.txt"),
        (as_docx(LAW), "luat.docx"),
        (as_docx(LAW), "luat.txt"),
    ],
)
def test_every_kind_gives_the_same_articles(data: bytes, name: str) -> None:
    ((law, text),) = texts_in(data, name)
    reading = read_text(text, Claim(file_name=name))
    assert law == ""
    assert [article.number for article in reading.articles] == ["1", "2", "2a", "3"]
    assert reading.facts.number == "7/2024/QH15"


def test_a_list_of_articles_gives_one_text_for_each_law() -> None:
    rows = [
        {"law_id": "7/2024/QH15", "article_id": "1", "title": "Phạm vi", "text": "1. Thử."},
        {"law_id": "9/2025/NĐ-CP", "article_id": "1", "title": "Điều 1. Phạm vi", "text": "Điều 1. Phạm vi\nThử nữa."},
        {"law_id": "7/2024/QH15", "article_id": "2", "title": "", "text": "Thử tiếp."},
    ]
    texts = dict(texts_in("\n".join(json.dumps(row) for row in rows).encode(), "luat.jsonl"))
    law, decree = (read_text(texts[number], Claim(number=number)) for number in ("7/2024/QH15", "9/2025/NĐ-CP"))
    assert [(article.number, article.heading) for article in law.articles] == [("1", "Phạm vi"), ("2", "")]
    assert [(article.heading, article.text) for article in decree.articles] == [("Phạm vi", "Thử nữa.")]


def bomb() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b" " * 30_000_000)
    return packed.getvalue()


def pdf_of_pictures() -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"", "luat.txt", "empty"),
        (b" \n", "luat.txt", "empty"),
        (b"\x00\x01\x02" * 400, "luat.txt", "not_text"),
        (b"x" * (MAX_BYTES + 1), "luat.txt", "too_large"),
        (b"\xd0\xcf\x11\xe0" + b"x" * 100, "luat.doc", "old_word"),
        (LAW.encode(), "luat.rtf", "unknown_kind"),
        (b"PK\x03\x04 no package", "luat.docx", "damaged"),
        (bomb(), "luat.docx", "too_large"),
        (b"%PDF-1.7 no file", "luat.pdf", "damaged"),
        (pdf_of_pictures(), "luat.pdf", "pdf_without_text"),
        (b'{"law_id": 1}', "luat.jsonl", "bad_line"),
        (b"", "luat.jsonl", "empty"),
    ],
)
def test_a_file_without_text_says_why(data: bytes, name: str, code: str) -> None:
    """Answer for SECURITY on packed files: sizes are looked at before anything is unpacked."""
    with pytest.raises(UnreadableFile) as refusal:
        texts_in(data, name)
    assert refusal.value.code == code


def test_an_article_of_a_list_that_bears_no_number_keeps_the_name_it_has() -> None:
    rows = [
        {"law_id": "7/2024/QH15", "article_id": "aid1", "title": "", "text": "Thử.\nĐiều 5. Không phải điều"},
        {"law_id": "7/2024/QH15", "article_id": "aid2", "title": "Điều 12a. Nghỉ", "text": "Nghỉ\nThử nữa."},
    ]
    ((law, text),) = texts_in("\n".join(json.dumps(row) for row in rows).encode(), "luat.jsonl")
    reading = read_text(text, Claim(number=law))
    assert [(article.number, article.heading, article.text) for article in reading.articles] == [
        ("aid1", "", "Thử.\nĐiều 5. Không phải điều"),
        ("12a", "Nghỉ", "Thử nữa."),
    ]


def test_a_printed_text_is_put_together_from_its_pages(tmp_path: Path) -> None:
    layout = tmp_path / "luat.typ"
    layout.write_text(
        '#set page(height: 220pt)\n#set text(lang: "vi")\n#for line in sys.inputs.text.split("\\n") [#par[#line]]',
        encoding="utf-8",
    )
    printed = typst.compile(layout, format="pdf", sys_inputs={"text": LAW})
    ((_law, text),) = texts_in(printed, "luat.pdf")
    reading = read_text(text, Claim())
    assert [article.number for article in reading.articles] == ["1", "2", "2a", "3"]
    assert (reading.facts.number, reading.facts.in_force_place) == ("7/2024/QH15", "3")
