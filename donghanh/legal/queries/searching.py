"""Search of the library: from words, numbers or a question to the articles that apply on a day."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache, partial

from django.db.models import QuerySet

from donghanh.legal.citations import CitationFound, find_citations, parse_citation
from donghanh.legal.index.asking import ADDED_WEIGHT
from donghanh.legal.indexed import key_of, pk_of, site_index
from donghanh.legal.models import Article, LegalDocument, Topic
from donghanh.legal.queries.library import shelf
from donghanh.legal.queries.sentences import Sentence, Words, best_sentence, opening_of
from donghanh.legal.queries.suggesting import suggest

__all__ = ["Found", "Hit", "Reading", "Sentence", "search_law", "suggest"]

_LONGEST = 500
"""Letters of a question that are read."""


@dataclass(frozen=True)
class Hit:
    """An article that was found, in its wording of the day."""

    article: Article
    document: LegalDocument
    telling: Sentence | Callable[[], Sentence]

    @cached_property
    def sentence(self) -> Sentence:
        """Return the sentence that matters; looked for when a page shows the article, for most stay unseen."""
        return self.telling if isinstance(self.telling, Sentence) else self.telling()


@dataclass(frozen=True, slots=True)
class Reading:
    """How a question was read: what was typed, and what was looked for."""

    corrected: tuple[tuple[str, str], ...] = ()
    """Typing slips."""
    expanded: tuple[tuple[str, str], ...] = ()
    """Abbreviations, and lay words with the law's words for them."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found, best first."""

    hits: list[Hit]
    is_weak: bool
    """Whether nothing found may pass for an answer."""
    reading: Reading = field(default_factory=Reading)


@dataclass(frozen=True, slots=True)
class _Scope:
    """Among which wordings is searched."""

    on: date
    number: str
    topic: str
    kind: str
    status: str


def search_law(
    words: str,
    *,
    on: date,
    number: str = "",
    topic: str = "",
    kind: str = "",
    status: str = "in_force",
    limit: int = 10,
    exactly: bool = False,
) -> Found:
    """Find the articles that fit best among those worded on a day; ``status`` “all” takes in what is no longer law.

    ``exactly`` looks for the very words: nothing is expanded or corrected.
    """
    text = words[:_LONGEST]
    scope = _Scope(on, number, topic, kind, status)
    if cited := _cited(text, scope, limit):
        return Found(
            [Hit(article, article.document, opening_of(article, clause)) for article, clause in cited], is_weak=False
        )
    index = site_index()
    allowed = _allowed(index.stamp(), scope) if not topic else _keys(scope)
    answer = index.search(text, limit, allowed=allowed, exactly=exactly)
    phrases = {pair for pair, (weight, _) in answer.query.pairs.items() if weight >= ADDED_WEIGHT}
    meant = Words(answer.weights, answer.query.exact_forms, phrases)
    hits = _rows([pk_of(hit.key) for hit in answer.hits])
    named = _named(text, scope)
    first = [article for article, _ in named]
    hits = first + [article for article in hits if article.pk not in {one.pk for one in first}]
    return Found(
        [Hit(article, article.document, partial(best_sentence, article, meant)) for article in hits[:limit]],
        is_weak=answer.is_weak and not first,
        reading=Reading(answer.query.corrected, answer.query.expanded),
    )


def _cited(text: str, scope: _Scope, limit: int) -> list[tuple[Article, str]]:
    """Return what a text that is only a citation points at: an article, or a document from its beginning."""
    reference = parse_citation(text, scope.on, shelf().names)
    if reference is None:
        return []
    rows = _in(scope).filter(document__number=reference.number).select_related("document", "edition")
    if reference.article:
        rows = rows.filter(number=reference.article)
    return [(article, reference.clause) for article in rows.order_by("position", "pk")[:limit]]


def _named(text: str, scope: _Scope) -> list[tuple[Article, str]]:
    """Return the articles that a question names among its words."""
    found: list[CitationFound] = [one for one in find_citations(text, on=scope.on, names=shelf().names) if one.article]
    rows = {
        (article.document.number, article.number): article
        for one in found
        for article in _in(scope)
        .filter(document__number=one.number, number=one.article)
        .select_related("document", "edition")
        .order_by("pk")
    }
    return [
        (rows[one.number, one.article], one.clause)
        for place, one in enumerate(found)
        if (one.number, one.article) in rows
        and (one.number, one.article) not in {(other.number, other.article) for other in found[:place]}
    ]


def _rows(pks: list[int]) -> list[Article]:
    rows = Article.objects.in_use().select_related("document", "edition").in_bulk(pks)
    return [rows[pk] for pk in pks if pk in rows]


def _in(scope: _Scope) -> QuerySet[Article]:
    """Return the wordings that a search may find."""
    rows = Article.objects.worded_on(scope.on) if scope.status == "all" else Article.objects.in_force_on(scope.on)
    if scope.number:
        rows = rows.filter(document__number=scope.number)
    if scope.kind:
        rows = rows.filter(document__kind=scope.kind)
    if scope.topic:
        rows = rows.filter(document__topics__in=Topic.objects.branch_ids([scope.topic])).distinct()
    return rows


def _keys(scope: _Scope) -> frozenset[str]:
    return frozenset(key_of(*row) for row in _in(scope).values_list("pk", "sha256"))


@lru_cache(maxsize=16)
def _allowed(_stamp: tuple[int, int], scope: _Scope) -> frozenset[str]:
    """Return the keys of a scope; kept until the index changes, which it does whenever texts or their days do."""
    return _keys(scope)
