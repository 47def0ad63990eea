"""Texts read on trial: what they are, what was understood, what is wrong; nothing is written here."""

import re
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

from donghanh.legal.choices import EditionKind
from donghanh.legal.declared import declared, issued_then
from donghanh.legal.errors import UnreadableText
from donghanh.legal.finding_words import is_grave, reason_unreadable, stored
from donghanh.legal.models import Edition, LegalDocument
from donghanh.legal.structure.checking import INCOMPLETE, Claim
from donghanh.legal.structure.files import UnreadableFile, texts_in
from donghanh.legal.structure.model import Finding, Reading
from donghanh.legal.structure.numbers import NUMBER, number_in_file_name
from donghanh.legal.structure.reading import read_text

_CONSOLIDATED = "-VBHN"
"""What lists of sources put behind a number to say that the text is a consolidation."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a text comes from, and what people say that it is."""

    source: str
    source_url: str = ""
    number: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Trial:
    """A text as it was understood, before anything is written."""

    file_name: str
    sha256: str
    number: str
    reading: Reading
    known: Edition | None
    """The same file, brought in before."""

    @property
    def kind(self) -> EditionKind:
        """Tell what the text holds."""
        if self.reading.facts.is_codified:
            return EditionKind.CODIFIED
        return EditionKind.CONSOLIDATED if self.reading.facts.consolidation else EditionKind.ORIGINAL

    @property
    def findings(self) -> list[dict[str, Any]]:
        """Return the findings as a text keeps them."""
        return stored(self.reading.findings)

    @property
    def is_grave(self) -> bool:
        """Tell whether a person must look before readers are given the text."""
        return any(is_grave(finding) for finding in self.findings)

    @property
    def is_whole(self) -> bool:
        """Tell whether all articles of the document seem to be there."""
        return not self.reading.codes & INCOMPLETE

    @property
    def recovered_count(self) -> int:
        """Count the articles that were told from others they were glued to."""
        return sum(article.is_recovered for article in self.reading.articles)


def try_out(data: bytes, name: str, origin: Origin) -> list[Trial]:
    """Read a file: one text, or one for each law in a list of articles."""
    try:
        texts = texts_in(data, name)
    except UnreadableFile as error:
        raise UnreadableText(reason_unreadable(error.code, error.values)) from error
    return [_try(text, name, law, origin) for law, text in texts]


def _try(text: str, name: str, law: str, origin: Origin) -> Trial:
    claim = _claim(name, law, origin)
    reading = read_text(text, claim)
    number = _settle_number(reading, claim)
    _settle_days(reading, number)
    digest = sha256(text.encode()).hexdigest()
    known = Edition.objects.select_related("document").filter(document__number=number, sha256=digest).first()
    return Trial(name, digest, number, reading, known)


def _claim(name: str, law: str, origin: Origin) -> Claim:
    number = law if re.fullmatch(NUMBER, law) else ""
    number = number or origin.number.removesuffix(_CONSOLIDATED) or number_in_file_name(name)
    return Claim(name, number, origin.title or ("" if number == law else law))


def _settle_number(reading: Reading, claim: Claim) -> str:
    """Say which document the words are, whatever the file goes under."""
    facts = reading.facts
    if facts.number or "wrong_document" not in reading.codes or facts.issued_on is None:
        return facts.number or claim.number
    known = issued_then(facts.issued_on, facts.title)
    return known.number if known else claim.number


def _settle_days(reading: Reading, number: str) -> None:
    """Compare the day that the text tells with what is on record; a record that agrees settles a contradiction."""
    own, known = reading.facts.in_force_on, declared(number)
    on_record = LegalDocument.objects.filter(number=number).values_list("in_force_on", flat=True).first()
    other = on_record or (known.in_force_on if known else None)
    if own and other and own != other:
        reading.find("dates_differ", reading.facts.in_force_place, own=f"{own:%d/%m/%Y}", other=f"{other:%d/%m/%Y}")
    elif own and other:
        reading.findings = [_settled(found) for found in reading.findings]


def _settled(finding: Finding) -> Finding:
    if finding.code != "dates_contradict":
        return finding
    return replace(finding, values={**finding.values, "settled": "1"})
