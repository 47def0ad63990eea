"""Which words of cited articles the library holds on a day, looked up for many citations at once."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Self

from donghanh.legal.models import Article, LegalDocument


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of an article for a time, by their hash."""

    sha256: str
    applies_from: date | None
    applies_to: date | None
    is_repealed: bool

    def stood_on(self, day: date) -> bool:
        """Tell whether these were the words on a day."""
        return (self.applies_from is None or self.applies_from <= day) and (
            self.applies_to is None or day <= self.applies_to
        )


@dataclass(frozen=True, slots=True)
class Wordings:
    """The documents and wordings behind some citations; what the library lacks is not there."""

    expired_on: dict[str, date | None]
    """By number, of each document that is stored."""
    articles: dict[tuple[str, str], list[Wording]]

    @classmethod
    def of(cls, cited: Iterable[tuple[str, str]]) -> Self:
        """Look up these articles, each a number of a document and one of an article."""
        wanted = set(cited)
        documents = LegalDocument.objects.filter(number__in={number for number, _ in wanted})
        expired_on = dict(documents.values_list("number", "expired_on"))
        rows = (
            Article.objects.in_use()
            .filter(document__number__in=list(expired_on), number__in={article for _, article in wanted})
            .values_list("document__number", "number", "sha256", "applies_from", "applies_to", "is_repealed")
        )
        articles: dict[tuple[str, str], list[Wording]] = defaultdict(list)
        for number, article, sha256, applies_from, applies_to, is_repealed in rows:
            articles[number, article].append(Wording(sha256, applies_from, applies_to, is_repealed))
        return cls(expired_on, articles)

    def on(self, document: str, article: str, day: date) -> Wording | None:
        """Return the wording of an article that stood on a day."""
        there = self.articles.get((document, article), [])
        return next((wording for wording in there if wording.stood_on(day)), None)
