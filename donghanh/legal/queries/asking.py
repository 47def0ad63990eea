"""What a question finds: guides and calculators that fit, then articles page by page, and how it was read."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from donghanh.legal.models import Article
from donghanh.legal.offers import Offer, offers
from donghanh.legal.queries.searching import Found, Hit, search_law

IN_FORCE, ALL = "in_force", "all"
PAGE_SIZE, MOST_PAGES = 5, 6
MOST = PAGE_SIZE * MOST_PAGES
OFFERS = 3
FITS, FITS_WELL = 0.5, 0.7
"""Scores below which a guide or calculator is no answer: beside articles, and where no article fits."""
NEAR_THE_BEST = 0.7
"""How much of the best score the others must have."""


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody looks for, and the day on which it matters."""

    words: str
    on: date
    topic: str = ""
    number: str = ""
    kind: str = ""
    status: str = IN_FORCE
    as_typed: bool = False

    @property
    def filters(self) -> dict[str, str]:
        """Return what narrows the search beside its words and its day."""
        chosen = {"topic": self.topic, "number": self.number, "kind": self.kind}
        if self.status != IN_FORCE:
            chosen["status"] = self.status
        return {name: value for name, value in chosen.items() if value}


@dataclass(frozen=True)
class Answer:
    """What the library has for a question."""

    question: Question
    found: Found
    offers: list[Offer]
    page: int
    size: int

    @property
    def hits(self) -> list[Hit]:
        """Return the articles of this page; none when nothing found may pass for an answer."""
        return [] if self.found.is_weak else self._page

    @property
    def uncertain(self) -> list[Hit]:
        """Return what is only alike: it may stand under “not sure”, never as the answer."""
        return self._page if self.found.is_weak else []

    @property
    def next_page(self) -> int:
        """Return the number of the next page, 0 when there is none."""
        return self.page + 1 if len(self.found.hits) > self.page * self.size else 0

    @cached_property
    def library_is_empty(self) -> bool:
        """Tell whether no text of a law is there to be searched."""
        return not self.found.hits and not Article.objects.in_use().exists()

    @property
    def _page(self) -> list[Hit]:
        return list(self.found.hits[(self.page - 1) * self.size : self.page * self.size])


def answer(question: Question, *, page: int = 1, size: int = PAGE_SIZE) -> Answer:
    """Return what the library, the guides and the calculators have for a question."""
    found = found_for(question)
    fitting = _fitting(question, FITS_WELL if found.is_weak else FITS) if page == 1 else []
    return Answer(question, found, fitting, page, size)


def found_for(question: Question, *, limit: int = MOST) -> Found:
    """Search the library as a question asks for it."""
    return search_law(
        question.words,
        on=question.on,
        number=question.number,
        topic=question.topic,
        kind=question.kind,
        status=question.status,
        limit=limit,
        exactly=question.as_typed,
    )


def result_keys(found: Found) -> list[str]:
    """Return a key of each result that changes with its words, so that a changed article is a new result."""
    if found.is_weak:
        return []
    return [result_key(hit) for hit in found.hits]


def result_key(hit: Hit) -> str:
    """Return the key of one result."""
    return f"{hit.document.number} {hit.article.number} {hit.article.sha256[:12]}"


def saved_question(words: str, filters: Mapping[str, str], *, on: date) -> Question:
    """Return a question as it was saved, asked about another day."""
    return Question(
        words,
        on,
        topic=filters.get("topic", ""),
        number=filters.get("number", ""),
        kind=filters.get("kind", ""),
        status=filters.get("status", IN_FORCE),
    )


def _fitting(question: Question, least: float) -> list[Offer]:
    """Return the guides and calculators that fit, without those that fit far less than the best."""
    best_first = offers(question.words, on=question.on, limit=OFFERS)
    least = max([least, *(offer.score * NEAR_THE_BEST for offer in best_first)])
    return [offer for offer in best_first if offer.score >= least]
