"""What documents do to each other, read from the texts that readers are given; and when a document ends by it."""

import re
from collections.abc import Iterable
from datetime import date

from donghanh.legal.choices import EditionState, RelationKind, Verification
from donghanh.legal.citations import slug_of
from donghanh.legal.declared import declared, declared_documents
from donghanh.legal.models import LegalDocument, Relation, Topic
from donghanh.legal.structure.deeds import deeds_of, plain_title
from donghanh.legal.structure.model import Amendment, Article, Deed, Facts
from donghanh.legal.structure.numbers import issuer_of, kind_of

_READ = re.compile(r"Điều \d+[a-zđ]*|tên văn bản")
"""How the note of a relation begins that was read in a text; those that people enter say something else."""


def document_called(number: str, *, title: str = "", issued_on: date | None = None) -> LegalDocument:
    """Return the document of a number, made from what is known of it if the library does not have it."""
    found = LegalDocument.objects.filter(number=number).first()
    if found is not None:
        return found
    known = declared(number)
    title = (known.title if known else title) or number
    document = LegalDocument.objects.create(
        number=number,
        slug=slug_of(number),
        kind=known.kind if known else kind_of(number, title),
        title=title,
        issuer=issuer_of(number),
        issued_on=known.issued_on if known else issued_on,
        in_force_on=known.in_force_on if known else None,
        expired_on=known.expired_on if known else None,
        aliases=list(known.aliases) if known else [],
    )
    codes = known.topics if known else ()
    document.topics.set(topic for topic in Topic.objects.in_use() if topic.code in codes or number in topic.laws)
    Relation.objects.filter(number=number, other=None).update(other=document)
    return document


def read_relations(document: LegalDocument) -> set[str]:
    """Read anew what a document does to others, in its texts in use; return the numbers of the documents touched.

    Relations that people entered stay.
    """
    before = set(_read(document.relations.all()))
    touched = {relation.number for relation in before}
    document.relations.filter(pk__in=[relation.pk for relation in before]).delete()
    for deed in deeds_of(_facts(document), _articles(document), _laws_by_title(document.in_force_on)):
        touched.add(deed.number)
        _write(document, deed)
    for number in sorted(touched):
        _arrange_end(number, before)
    return touched


def relate_amendments(document: LegalDocument, amendments: Iterable[Amendment], name: str) -> None:
    """Keep what a consolidation's head and footnotes say of the documents that amended this one, article by article."""
    for amendment in amendments:
        other = document_called(amendment.number, title=amendment.title, issued_on=amendment.issued_on)
        if other.in_force_on is None:
            other.in_force_on = amendment.starts_on
            other.save(update_fields=["in_force_on"])
        _write(other, Deed("amends", document.number, "", amendment.starts_on, name))
    rows = document.articles.filter(edition__name=name, edition__state=EditionState.IN_USE)
    for article, notes in rows.values_list("number", "notes"):
        for note in notes:
            if note["number"] and note["starts_on"]:
                deed = Deed("amends", document.number, article, date.fromisoformat(note["starts_on"]), name)
                _write(document_called(note["number"]), deed)


def forget_amendments(document: LegalDocument, name: str) -> None:
    """Take back what a consolidation said of the documents that amended this one."""
    Relation.objects.filter(number=document.number, kind=RelationKind.AMENDS, note=name).delete()


def _read(relations: Iterable[Relation]) -> list[Relation]:
    return [relation for relation in relations if _READ.fullmatch(relation.note)]


def _write(document: LegalDocument, deed: Deed) -> None:
    other = LegalDocument.objects.filter(number=deed.number).first()
    if other is None and deed.kind == "replaces" and declared(deed.number):
        other = document_called(deed.number)
    place = deed.place if "/" in deed.place else f"Điều {deed.place}" if deed.place else "tên văn bản"
    Relation.objects.get_or_create(
        document=document,
        kind=deed.kind,
        number=deed.number,
        article=deed.article,
        defaults={"other": other, "starts_on": deed.starts_on, "note": place},
    )


def _arrange_end(number: str, before: set[Relation]) -> None:
    """Let a document end on the day another takes its place; a document that somebody verified keeps its days."""
    ended = LegalDocument.objects.filter(number=number).exclude(verification=Verification.VERIFIED).first()
    if ended is None:
        return
    replacing = Relation.objects.filter(number=number, kind=RelationKind.REPLACES, article="").exclude(starts_on=None)
    first = replacing.order_by("starts_on").values_list("starts_on", flat=True).first()
    was_read = any(relation.number == number and relation.starts_on == ended.expired_on for relation in before)
    known = declared(number)
    day = first or (known.expired_on if known else None) or (None if was_read else ended.expired_on)
    if day != ended.expired_on and (day is None or ended.in_force_on is None or ended.in_force_on <= day):
        ended.expired_on = day
        ended.save(update_fields=["expired_on"])


def _facts(document: LegalDocument) -> Facts:
    return Facts(
        number=document.number, kind=document.kind, title=document.title, in_force_on=document.in_force_on,
        issued_on=document.issued_on,
    )  # fmt: skip


def _articles(document: LegalDocument) -> list[Article]:
    """Return the articles of the texts in use, each once, in the latest words that readers are given."""
    rows = document.articles.in_use().order_by("position", "applies_from")  # type: ignore[attr-defined]
    latest = {row.number: row for row in rows}
    return [Article(row.number, row.heading, (), row.text.split("\n")) for row in latest.values()]


def _laws_by_title(day: date | None) -> dict[str, str]:
    """Return the numbers of codes and laws by their titles, those of a day before others of the same title."""
    found: dict[str, str] = {}
    for known in sorted(declared_documents().values(), key=lambda one: one.in_force_on or date.min):
        if known.kind in {"law", "code"} and (day is None or known.in_force_on is None or known.in_force_on <= day):
            found[plain_title(known.title)] = known.number
    for number, title in LegalDocument.objects.filter(kind__in=("law", "code")).values_list("number", "title"):
        found.setdefault(plain_title(title), number)
    return found
