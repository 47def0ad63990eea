"""Footnotes of consolidated texts: told from the words they stand between, and their marks within the words."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from donghanh.legal.structure.model import Note
from donghanh.legal.structure.numbers import DAY_IN_WORDS, NAMED, day_in

_SAYS = (
    r"(?=.{0,900}?(?:(?:sửa đổi|bổ sung|bãi bỏ|được bỏ|thay thế).{0,300}? theo quy định tại |có căn cứ ban hành như sau"
    r"|quy định như sau))[A-ZĐ]"
)
_PRINTED = re.compile(rf"(?:^|(?<=\s))(\d{{1,3}}) (?={_SAYS})")
"""A note at the foot of a printed page: “8 Cụm từ …”; its number is the one after the last note's."""
_LISTED = re.compile(r"^\[(\d{1,3})\]\s*(.*)")
"""A note at the end of a web page: “[2] Khoản này …”."""
_ORDERED = re.compile(r", có hiệu lực .{0,60}?quy định như sau:?\W*$")
_AGAIN = re.compile(
    r"^(?:Điều|Khoản|Điểm|Cụm từ|Chương|Mục|Tên).{1,160} (?:lần thứ \w+ )?theo quy định tại .*có hiệu lực"
)
_BASIS = re.compile(r"“?(?:Căn cứ|Theo đề nghị|Quốc hội ban hành|Chính phủ ban hành)")
_BASIS_ENDS = re.compile(r"\s(?:Quốc hội|Chính phủ) ban hành [^”]*”\.?$")
_ARTICLE = re.compile(r"Điều (\d+)[a-zđ]?\. ")
_POINT = re.compile(r"[a-zđ]{1,2}\)")
MARK = re.compile("\ue000(\\d+)\ue001")
"""A footnote's mark while a text is sorted: its number between two private letters."""
_QUOTE_ENDS = re.compile(r"”[.;]?$")
_TAKES_EFFECT = re.compile(rf"có hiệu lực\s+(?:thi hành\s+)?(?:kể\s+)?từ\s+{DAY_IN_WORDS.pattern}", re.IGNORECASE)


@dataclass(slots=True)
class _Open:
    mark: str
    lines: list[str] = field(default_factory=list)


class _Reader:
    """Goes through the lines of a text once, and sorts them into words and notes."""

    def __init__(self) -> None:
        self.kept: list[str] = []
        self.opened: list[_Open] = []
        self.in_note = False
        self.quote = ""
        """What an open quotation of a note holds: “basis”, “order”, or nothing."""
        self.is_basis_cut = False
        """A page ended within the quotation of a law's basis."""
        self.last_article = 0

    def take(self, line: str) -> None:
        """Sort one line."""
        listed = _LISTED.match(line)
        printed = _next_printed(line, len(self.opened) + 1)
        if listed and _is_note(listed[2]) and int(listed[1]) > self._last_mark:
            self._open(listed[1], listed[2])
        elif printed:
            self._keep_end(line[: printed.start()].strip())
            self._open(printed[1], line[printed.end() :])
        elif self.opened and self._goes_on(line):
            self._add(line)
        else:
            self._keep(line)

    @property
    def _last_mark(self) -> int:
        return int(self.opened[-1].mark) if self.opened else 0

    def _open(self, mark: str, text: str) -> None:
        self.opened.append(_Open(mark))
        self._add(text)

    def _goes_on(self, line: str) -> bool:
        if self.quote == "order":
            own = _ARTICLE.match(line)
            return own is None or int(own[1]) != self.last_article + 1
        if self.quote == "basis" and _BASIS.match(line):
            return True
        return _kind_of_quote(line) != "" or (self.in_note and bool(_AGAIN.match(line)))

    def _add(self, line: str) -> None:
        self.opened[-1].lines.append(line)
        self.in_note = True
        self.quote = _kind_of_quote(line) or ("" if _QUOTE_ENDS.search(line) else self.quote)

    def _keep(self, line: str) -> None:
        self.is_basis_cut = self.is_basis_cut or self.quote == "basis"
        self.quote = ""
        if own := _ARTICLE.match(line):
            self.last_article = int(own[1])
        if self.is_basis_cut and (end := _BASIS_ENDS.search(line)):
            self._keep_end(line[: end.start()].strip())
            self._add(end[0].strip())
            self.is_basis_cut = False
            return
        self._keep_end(line)
        self.in_note = False

    def _keep_end(self, line: str) -> None:
        """Keep words of the text; those that a note at the foot of a page had cut off go back to their paragraph."""
        if not line:
            return
        if self.in_note and self.kept and line[0].islower() and not _POINT.match(line):
            self.kept[-1] = f"{self.kept[-1]} {line}"
        else:
            self.kept.append(line)


def take_notes(lines: list[str]) -> tuple[list[str], dict[str, list[Note]]]:
    """Return the lines without footnotes, and the notes by their marks."""
    reader = _Reader()
    for line in lines:
        reader.take(line)
    return reader.kept, {opened.mark: _notes(opened) for opened in reader.opened}


def set_marks(lines: list[str], notes: Iterable[str]) -> list[str]:
    """Return the lines with the marks of footnotes written as :data:`MARK` finds them, in the order they stand."""
    marked = list(lines)
    start = 0
    for mark in notes:
        raised = re.compile(rf"\[{mark}\]|(?<=[^\W\d_]|[.,;:)”]){mark}(?=[\s.,;:)”]|$)")
        for index in range(start, len(marked)):
            found = raised.search(marked[index])
            if found:
                marked[index] = f"{marked[index][: found.start()]}\ue000{mark}\ue001{marked[index][found.end() :]}"
                start = index
                break
    return marked


def without_marks(text: str) -> str:
    """Take the marks out of a text."""
    return MARK.sub(lambda match: " " if text[match.end() : match.end() + 1].isalnum() else "", text).strip()


def _next_printed(line: str, number: int) -> re.Match[str] | None:
    return next((match for match in _PRINTED.finditer(line) if int(match[1]) == number), None)


def _is_note(text: str) -> bool:
    return bool(re.match(_SAYS, text))


def _kind_of_quote(line: str) -> str:
    if line.endswith("ban hành như sau:"):
        return "basis"
    return "order" if _ORDERED.search(line) else ""


def _notes(opened: _Open) -> list[Note]:
    """Read a footnote: one note for each change it tells of, with the amending document and its day."""
    if _kind_of_quote(opened.lines[0]):
        return [_note(opened.mark, "\n".join(opened.lines).strip())]
    return [_note(opened.mark, line.strip()) for line in opened.lines if line.strip()]


def _note(mark: str, text: str) -> Note:
    named, effect = NAMED.search(text), _TAKES_EFFECT.search(text)
    return Note(mark, text, named["number"] if named else "", day_in(effect[0]) if effect else None)
