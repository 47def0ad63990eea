"""The reading of one text, from its lines to articles, facts, deeds and findings: the door of this package."""

import re
from dataclasses import replace

from donghanh.legal.structure.checking import Claim, check
from donghanh.legal.structure.codification import declared_in, is_codified, open_up
from donghanh.legal.structure.debris import clean_lines
from donghanh.legal.structure.deeds import deeds_of, names_in
from donghanh.legal.structure.facts import facts_of
from donghanh.legal.structure.model import Article, Note, Reading
from donghanh.legal.structure.notes import MARK, set_marks, take_notes, without_marks
from donghanh.legal.structure.numbers import issuer_of, kind_of, number_in_file_name
from donghanh.legal.structure.splitting import Splitter
from donghanh.legal.structure.wrapping import is_wrapped, unwrap

_ANNEX = re.compile(r"(?:PHỤ LỤC|Phụ lục|Mẫu số)\b")


def read_text(text: str, claim: Claim) -> Reading:
    """Understand a text; what people claim of it is compared, and believed only where it says nothing itself."""
    lines, removed, goes_on = clean_lines(text)
    codified = is_codified(text)
    if codified:
        lines, references = open_up(lines)
        removed += references
    elif is_wrapped(lines):
        lines = unwrap(lines)
    lines = [line for line in lines if line]
    claimed = claim.number or number_in_file_name(claim.file_name)
    declared = declared_in(lines) if codified else ""
    lines, notes = take_notes(lines)
    split = Splitter(set_marks(lines, notes), declared or claimed).run()
    for article in split.articles:
        _tie_notes(article, notes)
    split.head = [without_marks(line) for line in split.head]
    facts = facts_of(split.head, split.articles, split.tail)
    facts.is_codified = codified
    if codified:
        facts.number = declared or facts.number
        facts.title = facts.title or _declared_title(split.head, declared)
        facts.kind, facts.issuer = kind_of(facts.number, facts.title), issuer_of(facts.number)
    reading = Reading(
        facts, split.articles, deeds_of(facts, split.articles, names_in(split.head)), split.findings, removed=removed
    )
    reading.annexes = [line[:120] for line in split.tail if _ANNEX.match(line)]
    _say_what_was_left_out(reading, notes, goes_on=goes_on)
    check(reading, replace(claim, number=claimed), split.tail)
    return reading


def _tie_notes(article: Article, notes: dict[str, list[Note]]) -> None:
    """Give an article the footnotes whose marks stand in it, and take the marks out."""
    for words in (article.heading, *article.paragraphs):
        article.notes += [note for mark in MARK.findall(words) for note in notes[mark]]
    article.heading = without_marks(article.heading)
    article.paragraphs = [without_marks(paragraph) for paragraph in article.paragraphs]
    article.path = tuple(replace(part, title=without_marks(part.title)) for part in article.path)


def _declared_title(head: list[str], number: str) -> str:
    first = next(iter(head), "")
    return first.removeprefix(number).split("(", 1)[0].strip() if number else ""


def _say_what_was_left_out(reading: Reading, notes: dict[str, list[Note]], *, goes_on: bool) -> None:
    tied = {note.mark for article in reading.articles for note in article.notes}
    loose = [mark for mark, said in notes.items() if any(note.amends_words for note in said) and mark not in tied]
    if loose:
        reading.find("note_without_mark", ", ".join(loose))
    if goes_on:
        reading.find("goes_on_elsewhere")
    if reading.removed:
        reading.find("debris_removed", count=reading.removed)
    if reading.annexes:
        reading.find("annexes_left_out", count=len(reading.annexes), first=reading.annexes[0])
