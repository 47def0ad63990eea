"""What the library holds: its documents with their texts, and how far each is checked."""

from dataclasses import dataclass

from django.db.models import Count, Q

from donghanh.legal.choices import EditionState
from donghanh.legal.finding_words import is_grave
from donghanh.legal.models import Edition, LegalDocument

_GIVEN = Q(articles__is_given=True, articles__edition__state=EditionState.IN_USE)


@dataclass(frozen=True, slots=True)
class Holding:
    """A document with what the library has of it."""

    document: LegalDocument
    articles: int
    texts: list[Edition]

    @property
    def waiting(self) -> int:
        """Count the texts that wait for a person."""
        return sum(text.state == EditionState.WAITING for text in self.texts)

    @property
    def grave(self) -> int:
        """Count what a person must look at, in texts that were not withdrawn."""
        live = (text for text in self.texts if text.state != EditionState.WITHDRAWN)
        return sum(is_grave(found) for text in live for found in text.findings)

    @property
    def finding_count(self) -> int:
        """Count all that was found in texts that were not withdrawn."""
        return sum(len(text.findings) for text in self.texts if text.state != EditionState.WITHDRAWN)


def holdings() -> list[Holding]:
    """Return every document with its texts and the count of articles that readers are given; three statements."""
    counted = LegalDocument.objects.annotate(given_count=Count("articles__number", filter=_GIVEN, distinct=True))
    counts = dict(counted.values_list("pk", "given_count"))
    texts: dict[int, list[Edition]] = {}
    for text in Edition.objects.defer("source", "source_url").order_by("pk"):
        texts.setdefault(text.document_id, []).append(text)
    documents = LegalDocument.objects.order_by("number")
    return [Holding(document, counts[document.pk], texts.get(document.pk, [])) for document in documents]
