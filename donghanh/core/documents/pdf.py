"""Print a document as PDF with typst; its words travel as JSON and are never read as markup."""

import json
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import typst

from donghanh.core.documents.model import Document
from donghanh.core.documents.outline import outline
from donghanh.kernel.errors import DomainError

FAMILY = "Tinos"  # Has the measures of Times New Roman, which may not be shipped.
_LAYOUT = Path(__file__).with_name("official.typ")
_STYLES = frozenset((style, weight) for style in ("normal", "italic") for weight in (400, 700))


class FontsMissing(DomainError):
    """The fonts of printed documents are not where they should be."""

    code = "fonts_missing"

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"Chưa in được PDF: thư mục {folder} thiếu phông chữ {FAMILY} "
            "(thường, đậm, nghiêng, đậm nghiêng). Hãy chạy: make setup"
        )


def fonts_folder() -> Path:
    """Return the folder to which set-up copies the fonts."""
    return Path(__file__).parents[2] / "web" / "static" / "vendor" / "tinos"


def to_pdf(document: Document, *, made_at: datetime, fonts: Path | None = None) -> bytes:
    """Return the document as PDF; the same document and moment always give the same bytes."""
    return typeset(_LAYOUT, outline(document), made_at=made_at, fonts=fonts)


def typeset(layout: Path, words: Any, *, made_at: datetime, fonts: Path | None = None) -> bytes:
    """Print what a layout of ours makes of the words it is given as JSON, under the name ``document``."""
    printed: bytes = typst.compile(
        layout,
        format="pdf",
        font_paths=_fonts(fonts or fonts_folder()),
        sys_inputs={"document": json.dumps(words)},
        timestamp=made_at.astimezone(UTC).replace(microsecond=0),
    )
    return printed


@lru_cache
def _fonts(folder: Path) -> typst.Fonts:
    found = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
    if not {(font.style, font.weight) for font in found.fonts() if font.family == FAMILY} >= _STYLES:
        raise FontsMissing(folder)
    return found
