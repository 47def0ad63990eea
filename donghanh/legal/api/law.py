"""The library for programs, open to everybody: search, documents, articles as they stood on a day."""

from datetime import date
from typing import Annotated, Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate
from ninja import Query, Router
from pydantic import Field, StringConstraints

from donghanh.core.api.guests import COUNTED, count_guest
from donghanh.core.api.paging import Page, PageAsked, page_of
from donghanh.core.api.schemas import Asked, Day, Word
from donghanh.core.errors import NotForYou
from donghanh.legal.api.told import (
    AnswerTold,
    ArticleNamed,
    ArticleTold,
    DocumentTold,
    DocumentWithArticlesTold,
    answer_told,
    article_facts,
    document_facts,
)
from donghanh.legal.choices import DocumentKind
from donghanh.legal.forms.asking import MOST_LETTERS
from donghanh.legal.models import Article, LegalDocument
from donghanh.legal.queries.asking import ALL, IN_FORCE, MOST, Question, answer
from donghanh.legal.remarks import remarks

router = Router()
ORDER = ("number", "pk")
Slug = Annotated[str, StringConstraints(min_length=1, max_length=60)]
Number = Annotated[str, StringConstraints(min_length=1, max_length=20)]
On = Annotated[Day | None, Field(description="The day that matters; today when it is left out.")]


class OnAsked(Asked):
    """About which day."""

    on: On = None


class SearchAsked(OnAsked):
    """What is looked for."""

    q: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=MOST_LETTERS)]
    topic: Word = ""
    number: Annotated[Word, Field(description="Number of a document to search in.")] = ""
    kind: DocumentKind | None = None
    also_not_in_force: bool = False
    limit: Annotated[int, Field(ge=1, le=MOST)] = 10


class DocumentsAsked(PageAsked):
    """Which documents."""

    on: On = None
    kind: DocumentKind | None = None
    in_force: Annotated[bool, Field(description="Only those known to be in force on the day.")] = False


@router.get("/search/", response=AnswerTold, openapi_extra=COUNTED)
def search_law_texts(request: HttpRequest, asked: Query[SearchAsked]) -> AnswerTold:
    """Find the articles that answer a question on a day; what is weak says so and holds no answer."""
    count_guest(request)
    question = Question(
        asked.q,
        asked.on or localdate(),
        topic=asked.topic,
        number=asked.number,
        kind=asked.kind or "",
        status=ALL if asked.also_not_in_force else IN_FORCE,
    )
    return answer_told(answer(question, size=asked.limit))


@router.get("/documents/", response=Page[DocumentTold], openapi_extra=COUNTED)
def list_law_documents(request: HttpRequest, asked: Query[DocumentsAsked]) -> dict[str, Any]:
    """List the legal documents of the library by number."""
    count_guest(request)
    on = asked.on or localdate()
    documents = LegalDocument.objects.in_force_on(on) if asked.in_force else LegalDocument.objects.all()
    if asked.kind:
        documents = documents.filter(kind=asked.kind)
    return page_of(
        request, documents, asked, order=ORDER,
        told=lambda rows: [DocumentTold(**document_facts(document, on)) for document in rows],
    )  # fmt: skip


@router.get("/documents/{slug}/", response=DocumentWithArticlesTold, openapi_extra=COUNTED)
def read_law_document(request: HttpRequest, slug: Slug, asked: Query[OnAsked]) -> DocumentWithArticlesTold:
    """Read a document with its contents as they stand on a day."""
    count_guest(request)
    document, on = get_object_or_404(LegalDocument, slug=slug), asked.on or localdate()
    contents = _worded(document, on).defer("text", "clauses", "notes")
    articles = [ArticleNamed(**article_facts(article)) for article in contents]
    return DocumentWithArticlesTold(**document_facts(document, on), on=on, articles=articles)


@router.get("/documents/{slug}/articles/{number}/", response=ArticleTold, openapi_extra=COUNTED)
def read_law_article(request: HttpRequest, slug: Slug, number: Number, asked: Query[OnAsked]) -> ArticleTold:
    """Read the wording of an article that stands on a day, whether or not its document is in force then."""
    count_guest(request)
    document, on = get_object_or_404(LegalDocument, slug=slug), asked.on or localdate()
    article = _worded(document, on).filter(number=number).select_related("edition").first()
    if article is None:
        raise NotForYou
    return ArticleTold(
        **article_facts(article), on=on, document=DocumentTold(**document_facts(document, on)), text=article.text,
        clauses=article.clauses, notes=article.notes, remarks=remarks(article, on=on), sha256=article.sha256,
    )  # fmt: skip


def _worded(document: LegalDocument, on: date) -> QuerySet[Article]:
    return Article.objects.worded_on(on).filter(document=document).order_by("position", "pk")
