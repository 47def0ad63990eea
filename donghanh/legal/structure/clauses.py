"""Paragraphs of an article as clauses (khoản), their points (điểm) and the words after the points."""

import re
from typing import TypedDict

CLAUSE = re.compile(r"(?P<number>\d{1,3}[a-zđ]?)\s?[.,](?:\s+|(?=[A-ZĐÂÀ-Ỹ]))(?P<text>\S.*)$", re.DOTALL)
_POINT = re.compile(r"(?P<number>[a-zđ]{1,2}\d?)\s?\)\s*(?P<text>\S.*)$", re.DOTALL)
_ITEM = re.compile(r"[-+–•]\s?\S")
_LIKELY_JUMP = 3


class Point(TypedDict):
    """A point of a clause."""

    number: str
    text: str


class Clause(TypedDict):
    """A clause; number "" is the words before the first one, or all of an article without clauses."""

    number: str
    text: str
    points: list[Point]
    tail: str


def clauses_of(paragraphs: list[str]) -> list[Clause]:
    """Build the tree of an article's words."""
    clauses: list[Clause] = []
    depth = 0
    for paragraph in paragraphs:
        quoted = depth > 0 or paragraph.startswith("“")
        clause = None if quoted else CLAUSE.match(paragraph)
        point = None if quoted else _POINT.match(paragraph)
        if clause and _follows(clauses, clause["number"]):
            clauses.append({"number": clause["number"], "text": clause["text"], "points": [], "tail": ""})
        elif not clauses:
            clauses.append({"number": "", "text": "", "points": [], "tail": ""})
            _add(clauses[-1], paragraph, point)
        else:
            _add(clauses[-1], paragraph, point)
        depth = max(0, depth + paragraph.count("“") - paragraph.count("”"))
    return clauses


def _add(clause: Clause, paragraph: str, point: re.Match[str] | None) -> None:
    if point:
        if clause["tail"] and clause["points"]:
            # Words between two points belong to the first of them.
            clause["points"][-1]["text"] += f"\n{clause['tail']}"
            clause["tail"] = ""
        clause["points"].append({"number": point["number"], "text": point["text"]})
    elif clause["points"] and _ITEM.match(paragraph) and not clause["tail"]:
        clause["points"][-1]["text"] += f"\n{paragraph}"
    elif clause["points"]:
        clause["tail"] = f"{clause['tail']}\n{paragraph}".strip()
    else:
        clause["text"] = f"{clause['text']}\n{paragraph}".strip()


def _follows(clauses: list[Clause], number: str) -> bool:
    numbered = [clause["number"] for clause in clauses if clause["number"]]
    here = int(re.sub(r"\D", "", number))
    if not numbered:
        return here <= _LIKELY_JUMP - 1
    last = int(re.sub(r"\D", "", numbered[-1]))
    if number in numbered:
        return False
    return last <= here <= last + _LIKELY_JUMP if number[-1].isalpha() else last < here <= last + _LIKELY_JUMP
