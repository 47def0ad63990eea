"""Texts taken into the library: document, edition, articles, citations and relations, one transaction a document."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from donghanh.core import audit
from donghanh.legal.access import authorize_keeper
from donghanh.legal.choices import EditionKind, EditionState
from donghanh.legal.citations import find_citations
from donghanh.legal.declared import declared
from donghanh.legal.errors import NoDocumentNumber
from donghanh.legal.models import Article, Citation, Edition, LegalDocument
from donghanh.legal.services.relations import document_called, read_relations, relate_amendments
from donghanh.legal.services.trying_out import Origin, Trial, try_out
from donghanh.legal.services.wordings import arrange_wordings
from donghanh.legal.structure.clauses import clauses_of
from donghanh.legal.structure.model import Article as ArticleRead
from donghanh.legal.structure.model import Facts, Note
from donghanh.legal.telling import tell_of
from donghanh.org.models import User

_NUMBERED = re.compile(r"(\d+)([a-zđ]?)")
_NOT_WORDS = re.compile(r"[\W_]+")
_AMENDING = re.compile(r"sửa đổi, bổ sung một số điều", re.IGNORECASE)
_LETTERS = "?abcdđeghiklmnopqrstuvxy"


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """What became of a text."""

    edition: Edition
    trial: Trial
    is_new: bool
    """False when the same file was there before: nothing was changed."""


def bring_in(data: bytes, name: str, origin: Origin, *, actor: User, at: datetime) -> list[BroughtIn]:
    """Take the texts of a file into the library; the same file again changes nothing."""
    authorize_keeper(actor)
    return [keep(trial, origin, actor=actor, at=at) for trial in try_out(data, name, origin)]


@transaction.atomic
def keep(trial: Trial, origin: Origin, *, actor: User, at: datetime) -> BroughtIn:
    """Take one text that was tried out into the library.

    Readers are given it at once, not verified, unless it was found to be another document than it goes under, or
    to contradict itself: then it waits for a person.
    """
    unit_id = authorize_keeper(actor)
    if trial.known is not None:
        return BroughtIn(trial.known, trial, is_new=False)
    if not trial.number:
        raise NoDocumentNumber(trial.file_name)
    facts = trial.reading.facts
    document = document_called(trial.number, title=facts.title, issued_on=facts.issued_on)
    edition = _edition(document, trial, origin, actor=actor, at=at)
    _add_articles(edition, trial)
    if edition.state == EditionState.IN_USE:
        _learn(document, facts)
        touched = put_to_use(edition, facts)
    else:
        touched = {document.number}
    audit.record(actor, "bring_in_text", edition, unit_id=unit_id, number=document.number, state=edition.state)
    tell_of(touched)
    return BroughtIn(edition, trial, is_new=True)


def put_to_use(edition: Edition, facts: Facts | None = None) -> set[str]:
    """Work out days and relations anew after a text began to be given to readers; return the documents touched."""
    document = edition.document
    arrange_wordings(document)
    if edition.name:
        relate_amendments(document, facts.amendments if facts else (), edition.name)
    touched = read_relations(document) | {document.number}
    for other in LegalDocument.objects.filter(number__in=touched):
        arrange_wordings(other)
    return touched


def words_hash(heading: str, text: str) -> str:
    """Return a key that two prints of the same words share: spaces and punctuation do not count."""
    letters = _NOT_WORDS.sub("", unicodedata.normalize("NFC", f"{heading} {text}").casefold())
    return sha256(letters.encode()).hexdigest()


def _edition(document: LegalDocument, trial: Trial, origin: Origin, *, actor: User, at: datetime) -> Edition:
    facts = trial.reading.facts
    return Edition.objects.create(
        document=document,
        kind=trial.kind,
        name=facts.consolidation,
        applies_from=max([one.starts_on for one in facts.amendments], default=facts.in_force_on),
        state=EditionState.WAITING if trial.is_grave else EditionState.IN_USE,
        source=origin.source[:300],
        source_url=origin.source_url[:500],
        file_name=trial.file_name[:200],
        sha256=trial.sha256,
        read_on=localdate(at),
        read_by=actor,
        findings=trial.findings,
        is_whole=trial.is_whole,
    )


def _learn(document: LegalDocument, facts: Facts) -> None:
    """Fill what the record of a document leaves blank with what its text says."""
    known = declared(document.number)
    told = {
        "issuer": facts.issuer,
        "issued_on": facts.issued_on,
        "in_force_on": facts.in_force_on,
        "title": facts.title if document.title == document.number else "",
        "aliases": list(known.aliases) if known else [],
    }
    blank = [name for name, value in told.items() if value and (not getattr(document, name) or name == "title")]
    for name in blank:
        setattr(document, name, told[name])
    if document.expired_on and document.in_force_on and document.expired_on < document.in_force_on:
        document.expired_on = None
        blank.append("expired_on")
    if blank:
        document.save(update_fields=blank)


def _add_articles(edition: Edition, trial: Trial) -> None:
    """Write the articles of a text and what they cite."""
    starts = {one.number: one.starts_on for one in trial.reading.facts.amendments}
    rows = [_row(edition, article, place, starts) for place, article in enumerate(trial.reading.articles, start=1)]
    Article.objects.bulk_create(rows, batch_size=200)
    day = edition.applies_from or edition.document.in_force_on or edition.read_on
    is_amending = edition.kind == EditionKind.ORIGINAL and bool(_AMENDING.search(edition.document.title))
    home = "" if is_amending else edition.document.number
    Citation.objects.bulk_create(
        [citation for row in rows for citation in _citations(row, home, day)], batch_size=500
    )  # fmt: skip


def _row(edition: Edition, article: ArticleRead, place: int, starts: dict[str, date]) -> Article:
    return Article(
        document=edition.document,
        edition=edition,
        number=article.number[:20],
        position=_position(article.number) or place,
        heading=article.heading[:500],
        path=[{"kind": part.kind, "number": part.number, "title": part.title} for part in article.path],
        text=article.text,
        clauses=clauses_of(article.paragraphs),
        notes=[_told(note, starts) for note in article.notes],
        is_repealed=_is_repealed(article),
        is_given=False,
        sha256=words_hash(article.heading, article.text),
    )


def _position(number: str) -> int:
    """Order articles as all texts of a document agree on it: 48, 48a, 48b, 49; 0 for what bears no number."""
    match = _NUMBERED.match(number)
    return int(match[1]) * 100 + _LETTERS.find(match[2]) + 1 if match else 0


def _told(note: Note, starts: dict[str, date]) -> dict[str, Any]:
    """Return a footnote as articles keep it; only one that changed words names a document and a day."""
    day = note.starts_on or starts.get(note.number)
    amends = bool(note.number) and day is not None and note.amends_words
    return {
        "mark": note.mark,
        "text": note.text,
        "number": note.number if amends else "",
        "starts_on": day.isoformat() if amends and day else "",
    }


def _is_repealed(article: ArticleRead) -> bool:
    bare = article.text.strip(" ().[]").casefold()
    return bare in {"được bãi bỏ", "bãi bỏ", "đã bãi bỏ"} or any(
        note.text.startswith("Điều này được bãi bỏ") for note in article.notes
    )


def _citations(article: Article, home: str, day: date) -> list[Citation]:
    """Return what an article cites, each place once, itself left out."""
    found = {
        (cited.number, cited.article, cited.clause, cited.point)
        for cited in find_citations(article.text, home=home, on=day, article=article.number)
        if (cited.number, cited.article) != (home, article.number) and (cited.article or cited.number != home)
    }
    return [
        Citation(article=article, number=number, to_article=place, clause=clause, point=point)
        for number, place, clause, point in sorted(found)
    ]
