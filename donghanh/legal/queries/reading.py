"""What the reading pages show: a document with its contents, an article with its history and who cites it."""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q

from donghanh.legal.citing import Citing, things_citing
from donghanh.legal.models import Article, Citation, Edition, LegalDocument, Relation
from donghanh.legal.queries.library import neighbours, worded_articles, wording_on, wordings
from donghanh.legal.queries.standing import Currency, Standing, currency, standing

MOST_CITING = 40


@dataclass
class Chapter:
    """A part of a document with its articles; the way to it is said once, above the first of them."""

    headings: list[dict[str, str]]
    articles: list[Article] = field(default_factory=list)


@dataclass(frozen=True)
class DocumentPage:
    """A document as it stood on a day."""

    document: LegalDocument
    on: date
    standing: Standing
    chapters: list[Chapter]
    editions: list[Edition]
    relations: list[Relation]
    relations_of_others: list[Relation]

    @property
    def articles(self) -> list[Article]:
        """Return all articles in their order."""
        return [article for chapter in self.chapters for article in chapter.articles]

    @property
    def read_on(self) -> date | None:
        """Return the day on which the youngest text was brought in."""
        return max((edition.read_on for edition in self.editions), default=None)


@dataclass(frozen=True)
class ArticlePage:
    """One wording of an article, with what stands around it."""

    article: Article
    on: date
    standing: Standing
    wordings: list[Article]
    currency: Currency
    previous: Article | None
    following: Article | None
    cited_by: list[Citation]
    things: list[Citing]
    changes: list[Relation]
    """What other documents do to this article."""

    @property
    def document(self) -> LegalDocument:
        """Return the document."""
        return self.article.document


def document_page(document: LegalDocument, *, on: date) -> DocumentPage:
    """Return a document with its contents on a day."""
    others = relations_of_others(document)
    articles = worded_articles(document, on).only("number", "heading", "path", "position", "is_repealed", "document")
    return DocumentPage(
        document=document,
        on=on,
        standing=standing(document, on, others),
        chapters=chapters(list(articles)),
        editions=list(document.editions.filter(state="in_use").order_by("-read_on", "-pk")),
        relations=list(document.relations.select_related("other").order_by("kind", "number", "pk")),
        relations_of_others=others,
    )


def article_page(document: LegalDocument, number: str, *, on: date, today: date) -> ArticlePage | None:
    """Return an article as it stood on a day; None when no wording of that day is kept."""
    found = wordings(document, number)
    article = wording_on(found, on)
    if article is None:
        return None
    article.document = document
    others = relations_of_others(document)
    previous, following = neighbours(article, on)
    return ArticlePage(
        article=article,
        on=on,
        standing=standing(document, on, others),
        wordings=found,
        currency=currency(article, found, today=today),
        previous=previous,
        following=following,
        cited_by=cited_by(document, number, on=on),
        things=things_citing(document.number, number),
        changes=[one for one in others if one.article == number],
    )


def cited_by(document: LegalDocument, number: str, *, on: date) -> list[Citation]:
    """Return the articles that name an article, each once, as they stand on a day; its own document's last."""
    standing_then = Article.objects.in_use().filter(
        Q(applies_from=None) | Q(applies_from__lte=on), Q(applies_to=None) | Q(applies_to__gte=on)
    )
    rows = (
        Citation.objects.filter(number=document.number, to_article=number, article__in=standing_then)
        .exclude(article__document=document, article__number=number)
        .select_related("article__document")
        .order_by("article__document__number", "article__position", "pk")[: MOST_CITING * 4]
    )
    once = {(row.article.document_id, row.article.number): row for row in reversed(list(rows))}
    found = sorted(once.values(), key=lambda row: (row.article.document.number, row.article.position))
    return sorted(found, key=lambda row: row.article.document_id == document.pk)[:MOST_CITING]


def relations_of_others(document: LegalDocument) -> list[Relation]:
    """Return what other documents do to this one."""
    named = Q(other=document) | Q(other=None, number=document.number)
    return list(Relation.objects.filter(named).select_related("document").order_by("starts_on", "pk"))


def chapters(articles: list[Article]) -> list[Chapter]:
    """Group articles under the parts they stand in; a part is named where it begins."""
    found: list[Chapter] = []
    path: list[dict[str, str]] | None = None
    for article in articles:
        if article.path != path:
            shared = _shared(path or [], article.path)
            found.append(Chapter(article.path[shared:]))
            path = article.path
        found[-1].articles.append(article)
    return found


def _shared(before: list[dict[str, str]], path: list[dict[str, str]]) -> int:
    """Return how many parts from the top two paths have in common; the lowest is always named anew."""
    count = 0
    for above, part in zip(before, path[:-1], strict=False):
        if above != part:
            break
        count += 1
    return count
