"""What somebody who has begun to type may mean: titles, headings, usual phrases; accents may be left out."""

from dataclasses import dataclass
from functools import lru_cache

from django.utils.timezone import localdate

from donghanh.kernel.text import fold
from donghanh.legal.common_questions import COMMON_QUESTIONS
from donghanh.legal.index.lexicon import lay_phrases
from donghanh.legal.indexed import site_index
from donghanh.legal.models import Article, LegalDocument
from donghanh.legal.offers import offers

_LONGEST = 90
_ENOUGH_FOR_OFFERS = 6
"""Letters from which on guides and calculators are asked as well."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A suggestion with the key it is found by; ``rank`` is lower for what is asked more."""

    words: str
    key: str
    rank: int


def suggest(prefix: str, limit: int = 8) -> list[str]:
    """Return what begins with, or holds, the words typed so far; the best first."""
    typed = fold(prefix).split()
    if not typed:
        return []
    whole = " ".join(typed)
    found = [
        (0 if line.key.startswith(f" {whole}") else 1 if f" {whole}" in line.key else 2, line.rank, len(line.key), line)
        for line in _lines(site_index().stamp())
        if all(f" {word}" in line.key for word in typed)
    ]
    found.sort(key=lambda one: one[:3])
    words = [line.words for *_, line in found]
    if len(whole) >= _ENOUGH_FOR_OFFERS:
        fitting = [offer.title for offer in offers(prefix, on=localdate(), limit=2)]
        words = [title for title in fitting if all(word in fold(title) for word in typed)] + words
    return list(dict.fromkeys(words))[:limit]


@lru_cache(maxsize=2)
def _lines(_stamp: tuple[int, int]) -> tuple[_Line, ...]:
    """Gather everything that may be suggested; kept until the library changes."""
    today = localdate()
    asked = [question.asked for question in COMMON_QUESTIONS]
    titles = LegalDocument.objects.in_force_on(today).values_list("title", flat=True)
    headings = Article.objects.in_force_on(today).values_list("heading", flat=True)
    ranked = ((0, asked), (1, lay_phrases()), (2, titles), (3, headings))
    lines = {words: rank for rank, source in reversed(ranked) for words in source if 3 < len(words) <= _LONGEST}
    return tuple(_Line(words, f" {' '.join(fold(words).split())}", rank) for words, rank in lines.items())
