"""What the reading of a text gives: parts, articles, clauses, notes, facts, findings."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

CERTAIN = "\ue002"
"""Stands around the number of an article where a list of articles says that one begins; then nothing else is one."""
_ORDERS = re.compile(r"có căn cứ ban hành như sau:|^(?:Các )?(?:[Đđ]iều|[Kk]hoản)[^\n]{0,300} quy định như sau:")


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a person should know of a text before relying on it; its sentence is in legal.finding_words."""

    code: str
    place: str = ""
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Part:
    """A heading above articles: part, chapter, section or subsection."""

    kind: str
    number: str
    title: str


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote, with the amending document that it names and the day from which that applies."""

    mark: str
    text: str
    number: str = ""
    starts_on: date | None = None

    @property
    def amends_words(self) -> bool:
        """Tell whether the note says that words were changed, not what else an amending law orders."""
        return bool(self.number) and not _ORDERS.search(self.text)


@dataclass(slots=True)
class Article:
    """An article as it stands in one text."""

    number: str
    heading: str
    path: tuple[Part, ...]
    paragraphs: list[str]
    notes: list[Note] = field(default_factory=list)
    is_recovered: bool = False
    """It stood inside another article and was told from it by its own mark."""

    @property
    def text(self) -> str:
        """Return all words below the heading, one paragraph a line."""
        return "\n".join(self.paragraphs)


@dataclass(frozen=True, slots=True)
class Deed:
    """What a text says that its document does to another, and where it says so."""

    kind: str
    number: str
    article: str = ""
    starts_on: date | None = None
    place: str = ""


@dataclass(frozen=True, slots=True)
class Amendment:
    """A document that amended the one of a consolidation, as its head tells."""

    number: str
    title: str
    issued_on: date | None
    starts_on: date


@dataclass(slots=True)
class Facts:
    """What a text says of its own document."""

    number: str = ""
    kind: str = ""
    title: str = ""
    issuer: str = ""
    issued_on: date | None = None
    in_force_on: date | None = None
    in_force_place: str = ""
    """The article that tells the day, or the head of the text."""
    table_in_force_on: date | None = None
    """The day that a table of facts above the text tells."""
    consolidation: str = ""
    consolidated_on: date | None = None
    amendments: list[Amendment] = field(default_factory=list)
    """The amending documents that the head of a consolidation lists."""
    is_codified: bool = False


@dataclass(slots=True)
class Reading:
    """All that was understood of one text."""

    facts: Facts
    articles: list[Article] = field(default_factory=list)
    deeds: list[Deed] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    annexes: list[str] = field(default_factory=list)
    """The first words of what follows the signature."""
    removed: int = 0
    """How many lines of page debris were left out."""

    def find(self, code: str, place: str = "", **values: Any) -> None:
        """Add a finding."""
        self.findings.append(Finding(code, place, {name: str(value) for name, value in values.items()}))

    @property
    def codes(self) -> set[str]:
        """Return which kinds of findings there are."""
        return {finding.code for finding in self.findings}
