"""What a document's own articles say that it does to others: replace, repeal, amend, guide."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from donghanh.legal.structure.model import Article, Deed, Facts
from donghanh.legal.structure.numbers import KINDS, NAMED, day_in, mend_numbers

_CHANGES = re.compile(r"(?:Sửa đổi|Bổ sung|Bãi bỏ|Bỏ|Thay thế|Thay|Đổi)\b")
_MARKER = re.compile(r"(?:\d+[a-zđ]?[.,]|[a-zđ]{1,2}\)|[-+–•])\s*")
_ARTICLE = re.compile(r"\bĐiều\s+(\d+[a-zđ]?)\b")
_PART_OF = re.compile(
    r"(?:[Đđ]iều|[Kk]hoản|[Đđ]iểm) \d|(?:[Cc]ác|và) (?:điều|khoản|điểm) "
    r"|\b(?:Chương|Mục|Phụ lục|Mẫu số|[Nn]ội dung|[Qq]uy định (?:về|tại))\b"
)
_AMENDED_BY = re.compile(r"(?:đã )?được sửa đổi,? bổ sung.*?(?:theo|bởi|tại) .*?(?=\(|\bvà (?:Nghị|Quyết|Thông)|$)")
_ANOTHER = re.compile(rf"(?:^|\bvà |, )(?=(?:{KINDS})\b)")
_EXPLICIT = re.compile(r"\s*(?:thi hành\s+)?(?:kể\s+)?từ\s+(ngày\s+\d+\s+tháng[^;.]*?\d{4})")
_REPLACES = re.compile(rf"\b(?:{KINDS}) này thay thế\s+(?:cho\s+)?(?:các\s+)?(?=(?:{KINDS})\b)")


def deeds_of(facts: Facts, articles: list[Article], names: Mapping[str, str]) -> list[Deed]:
    """Collect what a document does to others, each deed once; ``names`` are the numbers of laws by their titles."""
    found: dict[tuple[str, str, str], Deed] = {}
    for deed in (*_ends(facts, articles), *_changes(facts, articles, names), *_guides(facts, names)):
        if deed.number != facts.number:
            found.setdefault((deed.kind, deed.number, deed.article), deed)
    return list(found.values())


def names_in(lines: Iterable[str]) -> dict[str, str]:
    """Return the numbers of the laws that lines name with their titles, by :func:`plain_title`."""
    return {
        plain_title(match["name"]): match["number"]
        for line in lines
        for match in NAMED.finditer(line)
        if " " in match["name"]
    }


def plain_title(name: str) -> str:
    """Return a title as names are compared."""
    return " ".join(name.casefold().split())


def _ends(facts: Facts, articles: list[Article]) -> Iterator[Deed]:
    """Read which documents end with this one: sentences of “hết hiệu lực”, and the lists that such a sentence opens."""
    for article in articles[-8:]:
        is_list = False
        for paragraph in article.paragraphs:
            if re.match(r"\d+[a-zđ]?[.,]\s|“", paragraph):
                is_list = False
            words = mend_numbers(_MARKER.sub("", paragraph, count=1))
            if is_list:
                yield from _named_in(words, facts.in_force_on, article.number)
            for sentence in re.split(r"(?<=[.;])\s+", words):
                yield from _ended_in(sentence, facts, article.number)
            is_list = is_list or bool(re.search(r"(?:hết hiệu lực|bãi bỏ)[^:;]*:$", words))


def _ended_in(sentence: str, facts: Facts, place: str) -> Iterator[Deed]:
    before, ends, after = sentence.partition("hết hiệu lực")
    replaced = _REPLACES.search(sentence)
    if ends:
        told = _EXPLICIT.match(after)
        yield from _named_in(before, day_in(told[1]) if told else facts.in_force_on, place)
    elif replaced:
        yield from _named_in(sentence[replaced.end() :], facts.in_force_on, place)


def _named_in(words: str, since: date | None, place: str) -> Iterator[Deed]:
    """Read the documents that a list of names holds; one of which only a part is named ends in that part."""
    words = _AMENDED_BY.sub(" ", words)
    starts = [match.end() for match in _ANOTHER.finditer(words)]
    for start, end in zip([0, *starts], [*starts, len(words)], strict=True):
        named = NAMED.search(words, start, end)
        if named is None:
            continue
        if _PART_OF.search(words, 0, named.start("number")):
            articles = _ARTICLE.findall(words[start : named.start("number")])
            is_whole = bool(articles) and not re.search(r"[Kk]hoản|[Đđ]iểm", words[start : named.start("number")])
            for article in articles or [""]:
                yield Deed("repeals" if is_whole else "amends", named["number"], article, since, place)
        else:
            yield Deed("replaces", named["number"], "", since, place)


def _changes(facts: Facts, articles: list[Article], names: Mapping[str, str]) -> Iterator[Deed]:
    """Read which articles of which documents are amended or repealed, outside of quoted words."""
    for article in articles:
        target = _target(article.heading, names)
        depth = 0
        for paragraph in article.paragraphs:
            if depth == 0 and not paragraph.startswith("“"):
                line = mend_numbers(_MARKER.sub("", paragraph, count=1))
                if _CHANGES.match(line):
                    target = _target(line, names) or target
                    yield from _changed_in(line, target, facts.in_force_on, article.number)
            depth = max(0, depth + paragraph.count("“") - paragraph.count("”"))


def _target(line: str, names: Mapping[str, str]) -> str:
    named = NAMED.search(line)
    match = re.search(r"của ((?:Bộ luật|Luật) [^;:.(]*)", line)
    if named:
        return named["number"]
    return names.get(plain_title(match[1].removesuffix(" như sau")), "") if match else ""


def _changed_in(line: str, target: str, since: date | None, place: str) -> Iterator[Deed]:
    if not target:
        return
    told = line.split("như sau", 1)[0]
    whole = line.startswith("Bãi bỏ") and not re.search(r"[Kk]hoản|[Đđ]iểm|[Cc]ụm từ", told)
    kind = "repeals" if whole else "amends"
    numbers = _ARTICLE.findall(re.split(r"\bcủa\s+(?:Bộ luật|Luật|Nghị định)", told)[0])
    if not numbers:
        yield Deed("amends", target, "", since, place)
    for number in numbers:
        yield Deed(kind, target, number, since, place)


def _guides(facts: Facts, names: Mapping[str, str]) -> Iterator[Deed]:
    """Read which law a decree or circular sets out in detail, from its title."""
    if facts.kind not in {"decree", "circular", "decision", "resolution"}:
        return
    match = re.search(r"\b(?:chi tiết|hướng dẫn|biện pháp)\b.*?\b(?:của|thi hành) ((?:Bộ luật|Luật) .*)", facts.title)
    if match is None:
        return
    title = plain_title(match[1])
    fitting = [name for name in names if name.startswith(("luật ", "bộ luật ")) and title.startswith(name)]
    if fitting:
        yield Deed("guides", names[max(fitting, key=len)], "", facts.in_force_on)
