"""Lists of documents: by filters, and the shelf of a topic."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q

from donghanh.kernel.text import fold
from donghanh.legal.choices import RelationKind
from donghanh.legal.models import Article, LegalDocument, Topic
from donghanh.legal.queries.standing import Force
from donghanh.legal.querysets import LegalDocumentQuerySet


def documents_like(chosen: Mapping[str, Any], *, on: date) -> LegalDocumentQuerySet:
    """Return the documents that a filter leaves: by words, kind, topic, and how they stand on a day."""
    found = _with_words_told()
    if words := fold(chosen.get("q", "")):
        found = found.filter(pk__in=_named_like(words))
    if kind := chosen.get("kind"):
        found = found.filter(kind=kind)
    if code := chosen.get("topic"):
        topic = Topic.objects.filter(code=code).first()
        found = found.filter(pk__in=documents_of(topic).values("pk")) if topic else found.none()
    if force := chosen.get("force"):
        found = found.filter(_standing(Force(force), on))
    return found


def documents_of(topic: Topic) -> LegalDocumentQuerySet:
    """Return a topic's shelf: its laws, what guides them, what they replaced, and what officers put there."""
    on_shelf = (
        Q(number__in=topic.laws)
        | Q(topics=topic)
        | Q(topics__parent=topic)
        | Q(relations__kind=RelationKind.GUIDES, relations__number__in=topic.laws)
        | Q(relations_of_others__kind=RelationKind.REPLACES, relations_of_others__document__number__in=topic.laws)
    )
    return _with_words_told().filter(pk__in=LegalDocument.objects.filter(on_shelf).values("pk"))


def _with_words_told() -> LegalDocumentQuerySet:
    """Let each document say whether readers are given words of it."""
    words = Article.objects.in_use().filter(document=OuterRef("pk"))
    return LegalDocument.objects.annotate(has_words=Exists(words))


def _named_like(words: str) -> list[int]:
    """Return the documents whose number, title or short names hold all words, with or without diacritics."""
    rows = LegalDocument.objects.values_list("pk", "number", "title", "aliases")
    wanted = words.split()
    return [
        pk
        for pk, number, title, aliases in rows
        if all(word in fold(" ".join((number, title, *aliases))) for word in wanted)
    ]


def _standing(force: Force, on: date) -> Q:
    """Match the documents that stand so on a day."""
    has_ended = Q(expired_on__lte=on)
    match force:
        case Force.ENDED:
            return has_ended
        case Force.UNKNOWN:
            return Q(in_force_on=None) & ~has_ended
        case Force.COMING:
            return Q(in_force_on__gt=on)
        case Force.IN_FORCE:
            return Q(in_force_on__lte=on) & ~has_ended
