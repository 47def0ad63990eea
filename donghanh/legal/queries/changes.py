"""What changed in a document between two days."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Max

from donghanh.legal.comparison import Change
from donghanh.legal.models import Article, LegalDocument
from donghanh.legal.queries.library import worded_articles


@dataclass(frozen=True, slots=True)
class ArticleChange:
    """An article that reads otherwise on the later day."""

    article: Article
    change: Change


def changes_between(document: LegalDocument, earlier: date, later: date) -> list[ArticleChange]:
    """Return the articles whose words differ between two days, in their order."""
    before, after = (_by_number(document, day) for day in (earlier, later))
    found = []
    for number in before | after:
        old, new = before.get(number), after.get(number)
        if new is None and old is not None:
            found.append(ArticleChange(old, Change.GONE))
        elif old is None and new is not None:
            found.append(ArticleChange(new, Change.NEW))
        elif old is not None and new is not None and old.sha256 != new.sha256:
            found.append(ArticleChange(new, Change.CHANGED))
    return sorted(found, key=lambda one: one.article.position)


def day_of_last_change(document: LegalDocument, *, today: date) -> date:
    """Return the day before words last changed, from which a comparison with today is worth reading."""
    past = Article.objects.in_use().filter(document=document, applies_from__lte=today)
    last: date | None = past.aggregate(last=Max("applies_from"))["last"]
    return last - timedelta(days=1) if last else document.in_force_on or today


def _by_number(document: LegalDocument, day: date) -> dict[str, Article]:
    """Return the articles that say something on a day; a repealed one says nothing."""
    fields = ("number", "heading", "position", "sha256", "is_repealed", "document")
    articles = worded_articles(document, day).filter(is_repealed=False).only(*fields)
    return {article.number: article for article in articles}
