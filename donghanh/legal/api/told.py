"""What programs are told of the law: documents, articles and answers."""

from datetime import date
from typing import Annotated, Any

from pydantic import Field

from donghanh.core.api.schemas import Told
from donghanh.legal.choices import DocumentKind, Verification
from donghanh.legal.models import Article, LegalDocument
from donghanh.legal.queries.asking import Answer
from donghanh.legal.queries.results import understood
from donghanh.legal.queries.searching import Hit
from donghanh.legal.queries.standing import Force, force_on
from donghanh.legal.remarks import remarks

Standing = Annotated[Force, Field(description="How the document stands on the day asked for.")]
Checked = Annotated[
    Verification, Field(description="“verified” when an officer stands behind it, else to be verified.")
]
Remarks = Annotated[list[str], Field(description="Flaws of the stored words, such as an amendment they lack.")]


class DocumentTold(Told):
    """A legal document."""

    number: str
    slug: str
    kind: DocumentKind
    title: str
    issuer: str
    issued_on: date | None
    in_force_on: date | None
    expired_on: date | None
    standing: Standing
    verification: Checked
    checked_on: date | None


class ArticleNamed(Told):
    """An article of a document's contents."""

    number: str
    heading: str
    applies_from: date | None
    applies_to: date | None
    is_repealed: bool


class DocumentWithArticlesTold(DocumentTold):
    """A legal document with its contents as they stand on a day."""

    on: date
    articles: list[ArticleNamed]


class ArticleTold(ArticleNamed):
    """One wording of an article, the one that stands on a day."""

    on: date
    document: DocumentTold
    text: str
    clauses: Annotated[list[dict[str, Any]], Field(description="The same words as a tree of clauses and points.")]
    notes: list[dict[str, Any]]
    remarks: Remarks
    sha256: str


class HitTold(Told):
    """An article that was found, with the sentence that matters."""

    document: str
    slug: str
    title: str
    article: str
    heading: str
    sentence: str
    marks: Annotated[list[tuple[int, int]], Field(description="Where words that were asked for begin and end in it.")]
    anchor: Annotated[str, Field(description="The clause and point it stands in, such as k1-a.")]
    standing: Standing
    remarks: Remarks
    verification: Checked


class OfferTold(Told):
    """A guide or calculator that fits a question."""

    kind: str
    title: str
    summary: str
    url: str
    note: str


class AnswerTold(Told):
    """What the library has for a question."""

    on: date
    is_weak: Annotated[bool, Field(description="True: nothing found may pass for an answer; ask a person.")]
    has_texts: Annotated[bool, Field(description="False: no texts of laws are loaded on this site.")]
    understood: Annotated[list[str], Field(description="How words were read: expanded, corrected.")]
    hits: list[HitTold]
    uncertain: Annotated[list[HitTold], Field(description="Only alike; never to be shown as the answer.")]
    offers: list[OfferTold]


def document_facts(document: LegalDocument, on: date) -> dict[str, Any]:
    """Return what is told of a document on a day."""
    plain = ("number", "slug", "kind", "title", "issuer", "issued_on", "in_force_on", "expired_on", "checked_on")
    facts = {name: getattr(document, name) for name in plain}
    return facts | {"verification": document.verification, "standing": force_on(document, on)}


def article_facts(article: Article) -> dict[str, Any]:
    """Return what a document's contents tell of an article."""
    return {name: getattr(article, name) for name in ArticleNamed.model_fields}


def answer_told(answer: Answer) -> AnswerTold:
    """Write an answer."""
    on = answer.question.on
    return AnswerTold(
        on=on,
        is_weak=answer.found.is_weak,
        has_texts=not answer.library_is_empty,
        understood=understood(answer.found),
        hits=[_hit(hit, on) for hit in answer.hits],
        uncertain=[_hit(hit, on) for hit in answer.uncertain],
        offers=[
            OfferTold(kind=offer.kind, title=offer.title, summary=offer.summary, url=offer.url, note=offer.note)
            for offer in answer.offers
        ],
    )


def _hit(hit: Hit, on: date) -> HitTold:
    return HitTold(
        document=hit.document.number, slug=hit.document.slug, title=hit.document.title, article=hit.article.number,
        heading=hit.article.heading, sentence=hit.sentence.text, marks=list(hit.sentence.marks),
        anchor=hit.sentence.anchor, standing=force_on(hit.document, on), remarks=remarks(hit.article, on=on),
        verification=Verification(hit.document.verification),
    )  # fmt: skip
