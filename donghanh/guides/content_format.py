"""What a guide consists of and the rules that each keeps: the only home of the format of content/*.toml.

A mark “[1]” or “[1,3]” in any text names the citations that the statement before it stands on.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from donghanh.legal.choices import Certainty

MARK = re.compile(r"\s*\[(\d+(?:\s*,\s*\d+)*)\]")
SENTENCES_OF_AN_ANSWER = 3
LANGUAGES = ("vi", "en")
SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_ENDING = re.compile(r"[.!?…]+[”\"»)]*(?=\s|$)")
_SHORTENED = ("TP.", "Tp.")
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Slug = Annotated[str, StringConstraints(pattern=SLUG, max_length=60)]


class Part(BaseModel):
    """A part of a guide: nothing is left out, nothing unknown is in it."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Cite(Part):
    """An article that statements of the guide stand on, and how it was found."""

    id: int
    document: Text
    article: str = ""
    clause: str = ""
    point: str = ""
    starts_on: date
    ends_on: date | None = None
    certainty: Certainty
    note: str = ""

    @model_validator(mode="after")
    def _names_what_was_read(self) -> Self:
        if self.certainty.is_sure and not self.article:
            raise ValueError("certainty A needs the article that was read")
        if self.ends_on and self.ends_on < self.starts_on:
            raise ValueError(f"ends_on {self.ends_on} lies before starts_on {self.starts_on}")
        return self


class Deadline(Part):
    """What has to be done by when."""

    what: Text
    when: Text


class Contact(Part):
    """An office that helps, and how one asks it."""

    who: Text
    how: Text


class Words(Part):
    """A guide in one language."""

    title: Annotated[Text, Field(max_length=120)]
    question: Annotated[Text, Field(max_length=200)]
    answer: Text
    steps: Annotated[list[Text], Field(min_length=1)]
    deadlines: list[Deadline] = []
    papers: list[Text] = []
    call: Annotated[list[Contact], Field(min_length=1)]
    traps: list[Text] = []

    def statements(self) -> Iterator[tuple[str, str]]:
        """Give every text that may carry marks, with the name of its field."""
        yield "question", self.question
        yield "answer", self.answer
        for field in ("steps", "papers", "traps"):
            yield from ((field, text) for text in getattr(self, field))
        for deadline in self.deadlines:
            yield from (("deadlines", deadline.what), ("deadlines", deadline.when))
        for contact in self.call:
            yield from (("call", contact.who), ("call", contact.how))


class Content(Part):
    """A whole guide: what it is about, what it stands on, and its words in both languages."""

    slug: Slug
    topics: Annotated[list[str], Field(min_length=1)]
    calculators: list[str] = []
    related: list[str] = []
    compared_on: date
    review_by: date
    words: Annotated[list[Text], Field(min_length=1)]
    cites: Annotated[list[Cite], Field(min_length=1)]
    vi: Words
    en: Words

    def said_in(self, language: str | None) -> Words:
        """Return the words in a language; Vietnamese for every other one."""
        return self.en if language == "en" else self.vi

    @model_validator(mode="after")
    def _keeps_the_rules(self) -> Self:
        if self.review_by <= self.compared_on:
            raise ValueError(f"review_by {self.review_by} must lie after compared_on {self.compared_on}")
        known = [cite.id for cite in self.cites]
        if len(known) != len(set(known)):
            raise ValueError(f"cites: an id is given twice in {known}")
        for language in LANGUAGES:
            self._check_words(language, set(known))
        return self

    def _check_words(self, language: str, known: set[int]) -> None:
        words = self.said_in(language)
        if (count := len(sentences(words.answer))) != SENTENCES_OF_AN_ANSWER:
            raise ValueError(f"{language}.answer has {count} sentences; write exactly {SENTENCES_OF_AN_ANSWER}")
        used: set[int] = set()
        for field, text in words.statements():
            ids = set(marks_in(text))
            if unknown := ids - known:
                raise ValueError(f"{language}.{field} names cites {sorted(unknown)}, which are not there: “{text}”")
            used |= ids
        if unused := known - used:
            raise ValueError(f"{language} never names cites {sorted(unused)}; name them or take them out")


def marks_in(text: str) -> list[int]:
    """Return the ids of the citations that a text names, in its order."""
    return [int(one) for found in MARK.finditer(text) for one in found.group(1).split(",")]


def without_marks(text: str) -> str:
    """Return a text as it is read aloud."""
    return MARK.sub("", text).strip()


def sentences(text: str) -> list[str]:
    """Return the sentences of a text without marks; a stop before a small letter ends none."""
    plain, found, start = without_marks(text), [], 0
    for ending in _ENDING.finditer(plain):
        rest = plain[ending.end() :].lstrip()
        if plain[: ending.end()].endswith(_SHORTENED) or rest[:1].islower():
            continue
        found.append(plain[start : ending.end()].strip())
        start = ending.end()
    return [*found, rest] if (rest := plain[start:].strip()) else found
