"""What people decide of texts and documents: verified, withdrawn, given to readers, corrected."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from donghanh.core import audit
from donghanh.kernel.text import clean
from donghanh.legal.access import authorize_keeper
from donghanh.legal.choices import EditionState, Verification
from donghanh.legal.errors import DaysOutOfOrder, NothingStandsBehind, ReasonMissing
from donghanh.legal.models import Edition, LegalDocument, Relation, Topic
from donghanh.legal.services.bringing_in import put_to_use
from donghanh.legal.services.relations import forget_amendments, read_relations
from donghanh.legal.services.wordings import arrange_wordings
from donghanh.legal.telling import tell_of
from donghanh.org.models import User


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What a person says of a document."""

    title: str
    issuer: str
    issued_on: date | None
    in_force_on: date | None
    expired_on: date | None
    aliases: tuple[str, ...]


@transaction.atomic
def verify_edition(edition: Edition, *, actor: User, at: datetime) -> Edition:
    """Let a person stand behind a text: he compared it with its source."""
    unit_id = authorize_keeper(actor)
    if edition.state != EditionState.IN_USE:
        raise NothingStandsBehind(edition)
    edition.verification = Verification.VERIFIED
    edition.checked_on, edition.checked_by = localdate(at), actor
    edition.save(update_fields=["verification", "checked_on", "checked_by"])
    audit.record(actor, "verify_text", edition, unit_id=unit_id, number=edition.document.number)
    tell_of([edition.document.number])
    return edition


@transaction.atomic
def verify_document(document: LegalDocument, *, actor: User, at: datetime) -> LegalDocument:
    """Let a person stand behind a document's title and days; no text changes them from then on."""
    unit_id = authorize_keeper(actor)
    document.verification = Verification.VERIFIED
    document.checked_on, document.checked_by = localdate(at), actor
    document.save(update_fields=["verification", "checked_on", "checked_by"])
    audit.record(actor, "verify_document", document, unit_id=unit_id, number=document.number)
    tell_of([document.number])
    return document


@transaction.atomic
def withdraw_edition(edition: Edition, *, actor: User, reason: str) -> Edition:
    """Take a text from readers; it is kept, and what stood before it stands again."""
    unit_id = authorize_keeper(actor)
    said = _reason(reason)
    edition.state = EditionState.WITHDRAWN
    edition.verification, edition.checked_on, edition.checked_by = Verification.DRAFT, None, None
    edition.save(update_fields=["state", "verification", "checked_on", "checked_by"])
    document = edition.document
    if edition.name:
        forget_amendments(document, edition.name)
    arrange_wordings(document)
    touched = read_relations(document) | {document.number}
    for other in LegalDocument.objects.filter(number__in=touched - {document.number}):
        arrange_wordings(other)
    audit.record(actor, "withdraw_text", edition, unit_id=unit_id, number=document.number, reason=said)
    tell_of(touched)
    return edition


@transaction.atomic
def give_edition(edition: Edition, *, actor: User, reason: str) -> Edition:
    """Give readers a text that waited or was withdrawn, whatever was found in it."""
    unit_id = authorize_keeper(actor)
    said = _reason(reason)
    edition.state = EditionState.IN_USE
    edition.save(update_fields=["state"])
    touched = put_to_use(edition)
    audit.record(actor, "give_text", edition, unit_id=unit_id, number=edition.document.number, reason=said)
    tell_of(touched)
    return edition


@transaction.atomic
def edit_document(
    document: LegalDocument, facts: DocumentFacts, topics: Iterable[Topic], *, actor: User, reason: str
) -> LegalDocument:
    """Correct what is on record of a document; it is no longer verified until somebody says so again."""
    unit_id = authorize_keeper(actor)
    said = _reason(reason)
    if facts.in_force_on and facts.expired_on and facts.expired_on < facts.in_force_on:
        raise DaysOutOfOrder(facts.in_force_on, facts.expired_on)
    document.title, document.issuer = clean(facts.title), clean(facts.issuer)
    document.issued_on, document.in_force_on, document.expired_on = facts.issued_on, facts.in_force_on, facts.expired_on
    document.aliases = [clean(alias) for alias in facts.aliases if clean(alias)]
    document.verification, document.checked_on, document.checked_by = Verification.DRAFT, None, None
    document.save()
    document.topics.set(topics)
    arrange_wordings(document)
    audit.record(actor, "edit_document", document, unit_id=unit_id, number=document.number, reason=said)
    tell_of([document.number])
    return document


@transaction.atomic
def add_relation(relation: Relation, *, actor: User) -> Relation:
    """Record what a document does to another; the reason is in its note."""
    unit_id = authorize_keeper(actor)
    relation.note = _reason(relation.note)
    relation.other = LegalDocument.objects.filter(number=relation.number).first()
    relation.save()
    _follow(relation)
    audit.record(
        actor, "add_relation", relation.document, unit_id=unit_id, kind=relation.kind, number=relation.number,
        article=relation.article, reason=relation.note,
    )  # fmt: skip
    return relation


@transaction.atomic
def remove_relation(relation: Relation, *, actor: User) -> None:
    """Take back what was recorded of two documents; what a text says itself is read again with the text."""
    unit_id = authorize_keeper(actor)
    document = relation.document
    Relation.objects.filter(pk=relation.pk).delete()
    _follow(relation)
    audit.record(
        actor, "remove_relation", document, unit_id=unit_id, kind=relation.kind, number=relation.number,
        article=relation.article,
    )  # fmt: skip


def _follow(relation: Relation) -> None:
    """Work out anew what a relation changes in the other document."""
    other = LegalDocument.objects.filter(number=relation.number).first()
    if other is not None:
        arrange_wordings(other)
    tell_of([relation.document.number, relation.number])


def _reason(text: str) -> str:
    said = clean(text)[:300]
    if not said:
        raise ReasonMissing
    return said
