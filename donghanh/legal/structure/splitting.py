"""Lines of a text sorted into its head, its articles under their parts, and what follows the signature."""

import re
from dataclasses import dataclass, field
from itertools import zip_longest

from donghanh.legal.structure.codification import CODED, origin_in
from donghanh.legal.structure.model import CERTAIN, Article, Finding, Part
from donghanh.legal.structure.numbers import NUMBER

ARTICLE = re.compile(
    r"[“\"]?\s*Điều\s+(?P<number>\d{1,4})(?P<letter>[a-zđ]?)(?P<mark>\s*[.:,])?(?P<heading>(?:\s.*)?)$"
)
PART = re.compile(
    r"(?P<kind>Phần|Chương|Mục|Tiểu mục)\s+"
    r"(?P<number>(?:thứ\s+)?(?:nhất|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)(?:\s\w+)?"
    r"|[IVXLH]+[a-zA-Z]?|\d+[a-zđ]?|[A-ZĐ])\s*(?:[.:\-–]\s*)?(?P<title>.*)$",
    re.IGNORECASE,
)
_KINDS = {"phần": "part", "chương": "chapter", "mục": "section", "tiểu mục": "subsection"}
_RANKS = ("part", "chapter", "section", "subsection")
_SIGNATURE = re.compile(
    r"(?:TM\. ?(?:CHÍNH PHỦ|ỦY BAN)|KT\. ?[A-ZĐ]|CHỦ TỊCH(?: QUỐC HỘI| NƯỚC)?\W*$|(?:BỘ TRƯỞNG|THỦ TƯỚNG)\W*$"
    r"|Nơi nhận\b|NƠI NHẬN|PHỤ LỤC\b|Phụ lục\s*[IVXH\d]*\W*$|Mẫu số \d+|VĂN PHÒNG QUỐC HỘI\W*$"
    r"|XÁC THỰC VĂN BẢN HỢP NHẤT|Xác thực văn bản hợp nhất|GHI CHÚ\b)"
)
CLOSING = re.compile(
    r"(?:Luật|Bộ luật|Pháp lệnh|Nghị quyết) này (?:đã )?được (?:Quốc hội|Ủy ban [Tt]hường vụ).* thông qua ngày"
)
_SENTENCE_END = re.compile(r"[.;:]\W*$")
_BROKEN = re.compile(rf"(?![a-zđ]{{1,2}}\))(?:[a-zà-ỹđ].{{0,120}}[^.;:]|{NUMBER})$")
"""The end of a heading on a line of its own: it goes on in small letters or is but a number, and ends no sentence."""
_LONGEST_HEADING = 330
_LIKELY_JUMP = 15
"""How many articles a partial text may lack in one place without another article confirming the count."""


@dataclass(slots=True)
class Split:
    """A text in its three parts."""

    head: list[str] = field(default_factory=list)
    articles: list[Article] = field(default_factory=list)
    tail: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


class Splitter:
    """Goes through the lines once; ``home`` is the document's number, as far as it is known beforehand."""

    def __init__(self, lines: list[str], home: str) -> None:
        self.lines = lines
        self.home = home
        self.split = Split()
        self.path: list[Part] = []
        self.seen: set[str] = set()
        self.last = 0
        self.depth = 0
        self.is_foreign = False
        """The lines belong to an article of another document, or to one that was there already."""
        self.candidates = [self._number(line) for line in lines]
        self.is_listed = any(line.startswith(CERTAIN) for line in lines)

    def run(self) -> Split:
        """Sort every line."""
        index = 0
        while index < len(self.lines):
            line = self.lines[index]
            if (
                self.split.articles
                and self.depth == 0
                and not self.is_listed
                and (_SIGNATURE.match(line) or CLOSING.match(line))
            ):
                self.split.tail = self.lines[index:]
                break
            index = self._take(index, line)
        for article in self.split.articles:
            _mend_heading(article)
        self._move_titles()
        return self.split

    def _take(self, index: int, line: str) -> int:
        coded = CODED.match(line)
        if coded:
            return self._take_coded(index, coded["heading"].strip())
        if self.is_listed:
            return self._take_listed(index, line)
        match = ARTICLE.match(line)
        if match and self._is_own(index, line, match):
            self._begin(f"{match['number']}{match['letter']}", match["heading"].strip())
            self._count_quotes(line)
            return index + 1
        if self.depth == 0 and (part := self._part(index)):
            return part
        self._add(line)
        self._count_quotes(line)
        return index + 1

    def _take_listed(self, index: int, line: str) -> int:
        if not line.startswith(CERTAIN):
            self._add(line)
            return index + 1
        _before, label, heading = line.split(CERTAIN, 2)
        if label in self.seen:
            self._repeat(label)
        else:
            self._begin(label, heading.strip())
        return index + 1

    def _take_coded(self, index: int, heading: str) -> int:
        origin = origin_in(self.lines[index + 1]) if index + 1 < len(self.lines) else None
        self.depth = 0
        if origin is None or origin.number != self.home:
            self.is_foreign = True
            self._find("foreign_article", origin.article if origin else "", number=origin.number if origin else "")
        elif origin.article in self.seen:
            self.is_foreign = True
        else:
            self._begin(origin.article, heading)
            article = self.split.articles[-1]
            article.is_recovered = True
            article.notes = list(origin.notes)
        return index + (2 if origin else 1)

    def _is_own(self, index: int, line: str, match: re.Match[str]) -> bool:
        """Tell whether a line opens an article of this document, not one that is quoted or merely named."""
        number, heading = int(match["number"]), match["heading"].strip()
        is_loose = match["mark"] is None or match["mark"].strip() == ","
        if is_loose and (
            number != self.last + 1 or (heading and (match["mark"] is None or not _names_a_subject(heading)))
        ):
            return False
        if not is_loose and heading and heading[0].islower() and number != self.last + 1:
            return False
        if line[0] in '“"' or (self.depth > 0 and number != self.last + 1):
            return False
        label = f"{number}{match['letter']}"
        if label in self.seen:
            self._repeat(label)
            return False
        if number > self.last:
            return number - self.last <= _LIKELY_JUMP or self._is_followed(index, number)
        if number < self.last:
            self._find("article_out_of_order", label, after=str(self.last))
        return True

    def _repeat(self, label: str) -> None:
        self.is_foreign = True
        self._find("article_repeated", label)

    def _is_followed(self, index: int, number: int) -> bool:
        later = [found for found in self.candidates[index + 1 :] if found]
        return not later or number + 1 in later[:3]

    def _begin(self, number: str, heading: str) -> None:
        paragraphs: list[str] = []
        if _SENTENCE_END.search(heading) or len(heading) > _LONGEST_HEADING:
            heading, paragraphs = "", [heading]
        self.split.articles.append(Article(number, heading.rstrip(" *"), tuple(self.path), paragraphs))
        self.seen.add(number)
        digits = re.match(r"\d+", number)
        self.last = max(self.last, int(digits[0])) if digits else self.last
        self.depth = 0
        self.is_foreign = False

    def _part(self, index: int) -> int | None:
        """Take a heading above articles with its title; return the next line's index, None when it is none."""
        match = PART.match(self.lines[index])
        if match is None or len(self.lines[index]) > 200 or self.lines[index].endswith((".", ";", ",")):
            return None
        title = match["title"].strip()
        if title and not title[0].isupper():
            return None
        index += 1
        while index < len(self.lines) and self._is_title(index, title):
            title = f"{title} {self.lines[index]}".strip()
            index += 1
        kind = _KINDS[match["kind"].casefold()]
        self.path = [part for part in self.path if _RANKS.index(part.kind) < _RANKS.index(kind)]
        self.path.append(Part(kind, match["number"], title.rstrip(" *")))
        self.is_foreign = False
        return index

    def _is_title(self, index: int, title: str) -> bool:
        line = self.lines[index]
        if ARTICLE.match(line) or PART.match(line) or CODED.match(line):
            return False
        return line.isupper() or (not title and len(line) < 150 and not _SENTENCE_END.search(line))

    def _add(self, line: str) -> None:
        if self.is_foreign or not line:
            return
        (self.split.articles[-1].paragraphs if self.split.articles else self.split.head).append(line)

    def _count_quotes(self, line: str) -> None:
        self.depth = max(0, self.depth + line.count("“") - line.count("”"))
        if line.startswith('"') and not re.search(r'"[.;]?$', line):
            self.depth += 1
        elif not line.startswith('"') and re.search(r'^[^"]*"[.;]?$', line):
            self.depth = max(0, self.depth - 1)

    def _move_titles(self) -> None:
        """Give titles in capitals at the end of an article to the articles after it, as rebuilt texts need."""
        for article, following in zip_longest(self.split.articles, self.split.articles[1:]):
            titles: list[str] = []
            while article.paragraphs and article.paragraphs[-1].isupper() and len(article.paragraphs[-1]) > 4:
                titles.insert(0, article.paragraphs.pop())
            if titles and following is not None and following.path == article.path:
                new = (Part("chapter", "", titles[0]), *(Part("section", "", title) for title in titles[1:]))
                self._set_path_from(following, article.path, new)

    def _set_path_from(self, first: Article, old: tuple[Part, ...], new: tuple[Part, ...]) -> None:
        start = self.split.articles.index(first)
        for article in self.split.articles[start:]:
            if article.path != old:
                break
            article.path = new

    def _number(self, line: str) -> int | None:
        match = ARTICLE.match(line)
        return int(match["number"]) if match and match["mark"] and match["mark"].strip() in ".:" else None

    def _find(self, code: str, place: str, **values: str) -> None:
        self.split.findings.append(Finding(code, place, values))


def _mend_heading(article: Article) -> None:
    """Give a heading that was broken over two lines its end."""
    while article.heading and len(article.paragraphs) > 1 and _BROKEN.match(article.paragraphs[0]):
        article.heading = f"{article.heading} {article.paragraphs.pop(0)}"


def _names_a_subject(heading: str) -> bool:
    return heading[0].isupper() and not re.match(r"(?:Điều|Khoản|Luật|Bộ luật|Nghị định)\b", heading)
