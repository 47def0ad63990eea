"""The bytes of a file as text, whatever its kind: the only home of formats and of how much is taken at once."""

import io
import json
import re
import zipfile
from collections import defaultdict
from html.parser import HTMLParser

import docx
from docx.table import Table
from pypdf import PdfReader
from pypdf.errors import PyPdfError

from donghanh.legal.structure.debris import PAGE
from donghanh.legal.structure.model import CERTAIN
from donghanh.legal.structure.wrapping import unwrap

MEGABYTE = 1024 * 1024
MAX_BYTES = 20 * MEGABYTE
MAX_UNPACKED_BYTES = 100 * MEGABYTE
MAX_RATIO = 200
MAX_PAGES = 1500
MAX_LETTERS = 8_000_000
"""Ten times the longest code: more is no text of one document."""
KINDS = (".txt", ".md", ".html", ".htm", ".docx", ".pdf", ".jsonl")
_BLOCKS = frozenset(
    ("p", "div", "br", "tr", "li", "h1", "h2", "h3", "h4", "h5", "h6", "table", "section", "article", "blockquote")
)
_LETTER = re.compile(r"[^\W\d_]")
_TITLED = re.compile(r"\s*Điều\s+(?P<number>\d+[a-zđ]?)\s*[.:]?\s*(?P<heading>.*)", re.DOTALL)
_FEWEST_LETTERS = 40
"""A page with fewer letters than this holds a picture."""
_SILENT = frozenset(("script", "style", "head", "nav", "template", "noscript"))


class UnreadableFile(Exception):
    """A file from which no text can be had; ``code`` says why."""

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


def texts_in(data: bytes, name: str) -> list[tuple[str, str]]:
    """Return the texts of a file with the number each is said to have: one, or those of a list of articles by law."""
    if len(data) > MAX_BYTES:
        raise UnreadableFile("too_large", size=str(len(data) // MEGABYTE), limit=str(MAX_BYTES // MEGABYTE))
    kind = _kind(data, name)
    if kind == ".jsonl":
        return _from_lines(_decoded(data, name), name)
    text = {".docx": _from_docx, ".pdf": _from_pdf, ".html": _from_html, ".txt": _decoded}[kind](data, name)
    if not text.strip():
        raise UnreadableFile("empty", name=name)
    if len(text) > MAX_LETTERS:
        raise UnreadableFile("too_long", name=name)
    return [("", text)]


def _kind(data: bytes, name: str) -> str:
    """Tell the kind by the content first: a wrong ending is common."""
    if data.startswith(b"%PDF-"):
        return ".pdf"
    if data.startswith(b"PK\x03\x04"):
        return ".docx"
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise UnreadableFile("old_word", name=name)
    ending = f".{name.rsplit('.', 1)[-1].casefold()}" if "." in name else ""
    if ending == ".jsonl":
        return ".jsonl"
    if ending in {".html", ".htm"} or re.match(rb"\s*<(?:!doctype html|html)", data[:200], re.IGNORECASE):
        return ".html"
    if ending in {".txt", ".md", ""}:
        return ".txt"
    raise UnreadableFile("unknown_kind", name=name, known=", ".join(KINDS))


def _decoded(data: bytes, name: str) -> str:
    if b"\x00" in data[:1000] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UnreadableFile("not_text", name=name)
    encodings = ("utf-16",) if data.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig", "cp1258")
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableFile("not_text", name=name)


def _from_docx(data: bytes, name: str) -> str:
    """Read the paragraphs and tables of a Word document in their order, after looking at how large it unpacks."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = package.infolist()
            if "word/document.xml" not in package.namelist():
                raise UnreadableFile("unknown_kind", name=name, known=", ".join(KINDS))
            unpacked = sum(part.file_size for part in parts)
            if unpacked > MAX_UNPACKED_BYTES or any(
                part.file_size > max(MEGABYTE, part.compress_size * MAX_RATIO) for part in parts
            ):
                raise UnreadableFile(
                    "too_large", size=str(unpacked // MEGABYTE), limit=str(MAX_UNPACKED_BYTES // MEGABYTE)
                )
        document = docx.Document(io.BytesIO(data))
        lines: list[str] = []
        for block in document.iter_inner_content():
            if isinstance(block, Table):
                lines += [" | ".join(dict.fromkeys(cell.text.strip() for cell in row.cells)) for row in block.rows]
            else:
                lines += block.text.split("\n")
    except UnreadableFile:
        raise
    except Exception as error:
        raise UnreadableFile("damaged", name=name) from error
    return "\n".join(lines)


def _from_pdf(data: bytes, name: str) -> str:
    """Read the text of a PDF; one that holds only pictures of pages is refused with that reason."""
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableFile("locked", name=name)
        if len(reader.pages) > MAX_PAGES:
            raise UnreadableFile("too_long", name=name)
        pages = [page.extract_text() or "" for page in reader.pages]
    except UnreadableFile:
        raise
    except (PyPdfError, ValueError, KeyError, TypeError, RecursionError, OSError) as error:
        raise UnreadableFile("damaged", name=name) from error
    if sum(len(_LETTER.findall(page)) for page in pages) < _FEWEST_LETTERS * max(len(pages), 1):
        raise UnreadableFile("pdf_without_text", name=name, pages=str(len(pages)))
    lines = [" ".join(line.split()) for page in pages for line in page.splitlines()]
    return "\n".join(unwrap([line for line in lines if not PAGE.fullmatch(line)]))


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self.silent: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self.silent.append(tag)
        elif tag in _BLOCKS:
            self.pieces.append("\n")
        elif tag in {"td", "th"}:
            self.pieces.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if self.silent and tag == self.silent[-1]:
            self.silent.pop()
        elif tag in _BLOCKS:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.pieces.append(re.sub(r"\s+", " ", data))


def _from_html(data: bytes, name: str) -> str:
    words = _Words()
    words.feed(_decoded(data, name))
    return "".join(words.pieces)


def _from_lines(text: str, name: str) -> list[tuple[str, str]]:
    """Read a list of articles, one JSON object a line, as one text for each law in it."""
    laws: dict[str, list[str]] = defaultdict(list)
    for place, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            law, article, words = str(row["law_id"]), str(row["article_id"]), str(row["text"])
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise UnreadableFile("bad_line", name=name, line=str(place)) from error
        laws[law].append(_as_article(article, str(row.get("title") or ""), words))
    if not laws:
        raise UnreadableFile("empty", name=name)
    return [(law, "\n".join(articles)) for law, articles in laws.items()]


def _as_article(number: str, title: str, text: str) -> str:
    """Write an article so that nobody has to guess where it begins; its title may say its number, or the list."""
    told = _TITLED.match(title)
    heading = " ".join((told["heading"] if told else title).split())
    label = told["number"] if told and not number[:1].isdigit() else number
    bare = re.sub(rf"^\s*Điều\s+{re.escape(label)}\s*[.:]\s*", "", text)
    return f"{CERTAIN}{label}{CERTAIN}{heading}\n{bare.strip().removeprefix(heading).strip()}"
