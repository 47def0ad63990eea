"""What pages, printers and web sites leave between the words of a text: found, counted, left out."""

import re
import unicodedata

from donghanh.legal.structure.wrapping import is_wrapped

_SIGNED = re.compile(
    r"(?:Người ký|Ký bởi)\s*:.{0,200}?(?:Thời gian ký|Ngày ký)\s*:\s*[\d.\-/]+ [\d:]+ ?[+-]\d\d:\d\d\s*", re.IGNORECASE
)
_LINES = (
    re.compile(r"[\W_]*"),  # Rules, specks of a scan.
    re.compile(r"(?:\d+\s*)?CÔNG BÁO\s*/\s*Số .*", re.IGNORECASE),
    re.compile(r"CÔNG BÁO\s*\|?\s*(?:Số|\d).*"),
    re.compile(r"VĂN BẢN QUY PHẠM PHÁP LUẬT"),
    re.compile(r"[^|]{1,80}\.(?:docx?|pdf|xlsx?)", re.IGNORECASE),  # What a web page had for download.
    re.compile(r"(?:Trang|Page)\s+\d+(?:\s*(?:/|of|trên)\s*\d+)?", re.IGNORECASE),
)
PAGE = re.compile(r"[\W_]*\d{1,3}[\W_]*")
"""A page's number; in a text that is not broken by pages it may be the cell of a table."""
_CONTINUED = re.compile(r"\(Xem tiếp (?:theo )?Công báo số [^)]*\)", re.IGNORECASE)
_STARS = re.compile(r"(?<=\S)\*+(?=\s|$|[.,;:)])|(?:(?<=\s)|(?<=^)|(?<=\())\*+(?=[^\s)])")
_BULLET = re.compile(r"^[\s_\-•–·:'`.]+(?=(?:Chương|Mục|Điều|Phần)\s+\w+|\d{1,2}[a-zđ]?[.,]\s|[a-zđ]\)\s)")


def clean_lines(text: str) -> tuple[list[str], int, bool]:
    """Return the lines that carry words, how many were left out, and whether the text goes on elsewhere."""
    goes_on = bool(_CONTINUED.search(text))
    text = unicodedata.normalize("NFC", text).replace("\ufeff", "").replace("\u00ad", "").replace("\u200b", "")
    lines = re.split(r"\r\n|[\n\r\f\v\u2028\u2029]", text)
    debris = (*_LINES, PAGE) if is_wrapped(lines) else _LINES
    kept: list[str] = []
    removed = 0
    for line in lines:
        words = " ".join(line.replace("\t", " ").split())
        bare = _SIGNED.sub("", _CONTINUED.sub("", words))
        removed += bare != words
        bare = _BULLET.sub("", _STARS.sub("", bare)).strip()
        if not bare:
            kept.append("")
        elif any(pattern.fullmatch(bare) for pattern in debris):
            removed += 1
        else:
            kept.append(bare)
    return kept, removed, goes_on
