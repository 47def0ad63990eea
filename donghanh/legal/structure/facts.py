"""What a text says of its own document: number, title, issuer, days, amendments."""

import re
from datetime import date

from donghanh.legal.structure.model import Amendment, Article, Facts
from donghanh.legal.structure.numbers import DAY_IN_WORDS, KINDS, NUMBER, day_in, issuer_of, kind_of

_LABELLED = re.compile(rf"\b(?:(?:{KINDS})\s+)?[Ss]ố\s*:?\s*(?P<number>{NUMBER})")
_CONSOLIDATION = re.compile(r"\bSố\s*:?\s*(?P<number>\d+/VBHN-[A-ZĐ]+)")
_BASE = re.compile(
    rf"(?P<title>(?:{KINDS})\b[^“”;]{{3,200}}?)\s+số\s+(?P<number>{NUMBER})\s+(?P<issued>ngày[^,;]*?\d{{4}})"
    rf"[^,;]*,\s+có hiệu lực\s+(?:thi hành\s+)?(?:kể\s+)?từ\s+(?P<from>ngày[^,;.]*?\d{{4}})"
)
_AMENDED = re.compile(r"được (?:sửa đổi, )?bổ sung (?:một số điều )?(?:bởi|theo)\s*:?\s*$")
_AMENDMENT = re.compile(
    rf"(?P<kind>{KINDS})(?P<name>\s[^;]*?)?\s+số\s+(?P<number>{NUMBER})\s+(?P<issued>ngày.*?\d{{4}})"
    r"(?:\s+của\s+(?:Quốc hội|Chính phủ|Ủy ban [Tt]hường vụ Quốc hội))?(?P<about>\s[^;]*?)?"
    r",\s+có hiệu lực\b(?P<from>.*)"
)
_ENACTED = re.compile(
    rf"^.*\b(?:Quốc hội|Chính phủ|Thủ tướng|Bộ trưởng\b.*) ban hành (?P<title>(?:{KINDS})\b[^“”]*?)[\d\W]*$"
)
_PASSED = re.compile(r"thông qua ngày")
_DATED = re.compile(rf",\s*{DAY_IN_WORDS.pattern}")
_IN_FORCE = re.compile(
    rf"(?:(?:{KINDS}) này|Văn bản này)\s+(?:bắt đầu\s+)?có hiệu lực(?:\s+(?:thi hành|pháp luật))?,?\s+(?:kể\s+)?từ\s+"
    rf"(?P<day>ngày\s+\d+\s+tháng\s+\d+\s+năm\s+\d{{4}}|ngày\s+\d+[/.-]\d+[/.-]\d{{4}}|ngày ký)",
    re.IGNORECASE,
)
_ROW = re.compile(r"\|?\s*(?P<name>[^|]{3,40}?)\s*\|\s*(?P<value>[^|]+?)\s*\|?$")
_ROWS = {
    "số hiệu": "number", "số ký hiệu": "number", "ngày ban hành": "issued", "ngày có hiệu lực": "in_force",
    "ngày hiệu lực": "in_force", "hiệu lực": "in_force", "cơ quan ban hành": "issuer", "trích yếu": "title",
}  # fmt: skip
_LONGEST_TITLE = 480


def facts_of(head: list[str], articles: list[Article], tail: list[str]) -> Facts:
    """Read what a text tells of its document; what it does not tell stays blank."""
    facts = Facts()
    _read_table(facts, head)
    text = "\n".join(head)
    consolidation = _CONSOLIDATION.search("\n".join([*head, *tail]))
    if consolidation:
        facts.consolidation = consolidation["number"]
        facts.consolidated_on = _day_after(consolidation["number"], [*head, *tail])
    base = _BASE.search(text)
    if base and (consolidation or _AMENDED.search(text[base.start() :].split("\n", 1)[0])):
        facts.number, facts.title = base["number"], _told(base["title"])
        facts.issued_on, facts.in_force_on = day_in(base["issued"]), day_in(base["from"])
        facts.in_force_place = "head"
        facts.amendments = _amendments(text[base.end() :])
    facts.number = facts.number or _number(text)
    facts.title = _enacted(head) or facts.title or _named(head)
    facts.issued_on = _passed(tail, articles) or facts.issued_on or _dated(text)
    _read_entry(facts, articles)
    if facts.number:
        facts.kind = kind_of(facts.number, facts.title)
        facts.issuer = facts.issuer or issuer_of(facts.number)
    return facts


def _read_table(facts: Facts, head: list[str]) -> None:
    """Read a table of facts that somebody set above the text; the text itself outranks it."""
    for line in head:
        row = _ROW.match(line)
        name = _ROWS.get(row["name"].casefold()) if row else None
        if row is None or name is None:
            continue
        if name == "number" and (found := re.search(NUMBER, row["value"])):
            facts.number = found[0]
        elif name == "issued":
            facts.issued_on = day_in(row["value"])
        elif name == "in_force":
            facts.table_in_force_on = day_in(row["value"])
        elif name == "issuer":
            facts.issuer = row["value"]
        elif name == "title":
            facts.title = row["value"][:_LONGEST_TITLE]


def _number(text: str) -> str:
    for match in _LABELLED.finditer(text):
        line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        if "VBHN" not in match["number"] and "Căn cứ" not in line:
            return match["number"]
    return ""


def _enacted(head: list[str]) -> str:
    """Return the title as the sentence of enactment gives it: “Quốc hội ban hành Luật Công đoàn.”"""
    for line in reversed(head):
        match = _ENACTED.match(line)
        if match:
            return _told(match["title"])
    return ""


def _named(head: list[str]) -> str:
    named = re.match(rf"((?:{KINDS})) {NUMBER}\s+(\S.*)", head[0]) if head else None
    return _told(f"{named[1]} {named[2]}") if named else ""


def _told(title: str) -> str:
    title = " ".join(title.split()).rstrip(" .*")
    return title if len(title) <= _LONGEST_TITLE else f"{title[:_LONGEST_TITLE].rsplit(' ', 1)[0]} …"


def _passed(tail: list[str], articles: list[Article]) -> date | None:
    closing = [*(articles[-1].paragraphs[-1:] if articles else []), *tail[:3]]
    return next((day_in(line[match.end() - 5 :]) for line in closing if (match := _PASSED.search(line))), None)


def _dated(text: str) -> date | None:
    match = _DATED.search(text)
    return day_in(match[0]) if match else None


def _day_after(number: str, lines: list[str]) -> date | None:
    text = "\n".join(lines)
    return _dated(text[text.index(number) :])


def _amendments(text: str) -> list[Amendment]:
    """Read the list of amending documents at the head of a consolidation."""
    found: list[Amendment] = []
    for line in text.split("\n"):
        if line.startswith(("Căn cứ", "Theo đề nghị")):
            break
        match = _AMENDMENT.search(line)
        day = day_in(match["from"]) if match else None
        if match and day:
            title = f"{match['kind']}{match['name'] or ''}{match['about'] or ''}"
            found.append(Amendment(match["number"], _told(title), day_in(match["issued"]), day))
    return found


def _read_entry(facts: Facts, articles: list[Article]) -> None:
    """Read the day of entry into force from the article that tells it; the last such sentence near the end counts."""
    for article in reversed(articles):
        for paragraph in article.paragraphs:
            match = _IN_FORCE.search(paragraph)
            if match is None or "“" in paragraph[: match.start()]:
                continue
            day = facts.issued_on if match["day"].casefold() == "ngày ký" else day_in(match["day"])
            if day:
                facts.in_force_on, facts.in_force_place = day, article.number
                return
