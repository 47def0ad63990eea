"""Texts rebuilt from the codification: its own references taken out, articles glued to others told from them."""

import re
from dataclasses import dataclass

from donghanh.legal.structure.model import Note
from donghanh.legal.structure.numbers import ANY_NUMBER, NUMBER, day_in

_REFERS = re.compile(r"\((?:Điều|Khoản|Điểm|Chương|Mục|Tiểu mục|Phần) này có nội dung liên quan")
_CODE = r"Điều \d+\.\d+\.[A-ZĐ]{2}[A-ZĐ]?(?:\.\d+[a-zđ]*)+\."
_CODED = re.compile(rf"(?={_CODE})")
CODED = re.compile(rf"{_CODE}\s*(?P<heading>.*)")
"""“Điều 4.5.LQ.3. Heading”: how the codification numbers an article of any document."""
ORIGIN = re.compile(rf"\(Điều (?P<article>\d+[a-zđ]*) .*?số (?P<number>{NUMBER})(?P<rest>.*)\)?$")
"""“(Điều 3 Luật số 11/2017/QH14, có hiệu lực …)”: which article that is."""
_AMENDED = re.compile(rf"bởi .{{0,40}}?số (?P<number>{NUMBER}).*?có hiệu lực[^\d]*(?P<day>\d+/\d+/\d{{4}})")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the codification says that an article comes from."""

    number: str
    article: str
    notes: tuple[Note, ...]


def is_codified(text: str) -> bool:
    """Tell whether a text was rebuilt from the codification."""
    return "pháp điển" in text[:600].casefold() or len(re.findall(_CODE, text)) > 3


def open_up(lines: list[str]) -> tuple[list[str], int]:
    """Return the lines without the codification's references, each coded article on a line of its own."""
    opened: list[str] = []
    removed = depth = 0
    for line in lines:
        bare, depth = _without_references(line, depth if line else 0)
        removed += bare != line
        opened += [piece.strip() for piece in _CODED.split(bare) if piece.strip()] or [""]
    return opened, removed


def origin_in(line: str) -> Origin | None:
    """Read the line below a coded article's heading."""
    match = ORIGIN.match(line)
    if match is None:
        return None
    notes = tuple(
        Note("", line.strip("()"), found["number"], day_in(found["day"])) for found in _AMENDED.finditer(match["rest"])
    )
    return Origin(match["number"], match["article"], notes)


def declared_in(lines: list[str]) -> str:
    """Return the number with which the first line of a rebuilt text begins."""
    match = ANY_NUMBER.match(next((line for line in lines if line), ""))
    return match[0] if match else ""


def _without_references(line: str, depth: int) -> tuple[str, int]:
    """Cut the references out of a line; ``depth`` brackets are open before it, return how many are behind it.

    References may run over several lines; a blank one, as stands between articles, ends them in any case.
    """
    kept: list[str] = []
    place = 0
    while place < len(line):
        if depth == 0:
            match = _REFERS.search(line, place)
            kept.append(line[place : match.start() if match else len(line)])
            if match is None:
                break
            place, depth = match.start() + 1, 1
        else:
            depth += {"(": 1, ")": -1}.get(line[place], 0)
            place += 1
    return "".join(kept), depth
