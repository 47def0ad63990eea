"""All documents of a topic with their words, to be taken along where there is no network."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from donghanh.legal.models import Article, LegalDocument, Topic
from donghanh.legal.queries.shelves import documents_of


@dataclass(frozen=True, slots=True)
class PackedDocument:
    """A document with its articles as they stand on a day."""

    document: LegalDocument
    articles: list[Article]


def packed(topic: Topic, *, on: date) -> list[PackedDocument]:
    """Return the documents of a topic that are law on a day and whose words are kept."""
    documents = list(documents_of(topic).in_force_on(on).order_by("title", "pk"))
    articles: dict[int, list[Article]] = defaultdict(list)
    words = Article.objects.filter(document__in=documents, is_repealed=False).worded_on(on)
    for article in words.order_by("document", "position", "pk"):
        articles[article.document_id].append(article)
    found = []
    for document in documents:
        for article in articles[document.pk]:
            article.document = document
        if articles[document.pk]:
            found.append(PackedDocument(document, articles[document.pk]))
    return found
