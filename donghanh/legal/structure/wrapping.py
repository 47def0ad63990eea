"""Texts whose lines were broken at the edge of a page: put back into paragraphs."""

import re

from donghanh.legal.structure.model import CERTAIN

STARTS = re.compile(
    r"(?:Điều\s+\d+[a-zđ]?\s*[.,:]\s|(?:Chương|Phần|Mục|Tiểu mục)\s+(?:[IVXLH]+|\d+|thứ)\b|\d{1,3}[a-zđ]?[.,]\s"
    r"|[a-zđ]{1,2}\)\s|[-+–•]\s|Căn cứ |Theo đề nghị|Số:|TM\. |KT\. |Nơi nhận|NƠI NHẬN|PHỤ LỤC|Phụ lục [IVXH]+\W*$"
    r"|[“\"]\S|\|)"
)
_ENDS = re.compile(r"[.;:!?”\"]\W*$")
_HEADING = re.compile(r"(?:Điều\s+\d+[a-zđ]?[.:]|Chương|Mục|Phần)\s")
_FULL = 45
"""A line shorter than this was not broken at the edge."""


def is_wrapped(lines: list[str]) -> bool:
    """Tell whether lines were broken at the edge of a page: many, none long, most of one width."""
    lengths = sorted(len(line) for line in lines if line)
    return len(lengths) > 100 and lengths[int(len(lengths) * 0.97)] < 130 and lengths[len(lengths) // 2] > _FULL


def unwrap(lines: list[str]) -> list[str]:
    """Join the lines of each paragraph and of each heading."""
    joined: list[str] = []
    last = ""  # The last printed line of the paragraph that stands at the end of ``joined``.
    for line in (line for line in lines if line):
        if joined and _continues(joined[-1], last, line):
            joined[-1] = f"{joined[-1]} {line}"
        else:
            joined.append(line)
        last = line
    return joined


def _continues(paragraph: str, last: str, line: str) -> bool:
    if STARTS.match(line) or CERTAIN in line or CERTAIN in last:
        return False
    if line[0].islower():
        return True
    if line.isupper() or last.isupper():
        return False
    if _HEADING.match(paragraph):
        # A heading goes on while its lines are full; a body that starts with a capital follows a short one.
        return len(last) >= _FULL + 15 and not _ENDS.search(last) and len(line) < _FULL
    return len(last) >= _FULL and not _ENDS.search(last)
