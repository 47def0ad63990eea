"""Calculators among the answers to a question, and among what stands on an article."""

from datetime import date

from django.urls import reverse
from django.utils.translation import get_language, gettext

from donghanh.calculators.calculator import Calculator, calculators
from donghanh.kernel.text import fold
from donghanh.legal.citing import Citing
from donghanh.legal.offers import Offer

_LEAST = 0.3
_COMMON = frozenset({
    "toi", "ban", "co", "khong", "duoc", "bao", "nhieu", "la", "va", "cho", "khi", "cua", "thi", "phai", "lam", "cong",
    "ty", "viec", "nhu", "the", "nao", "gi", "bi", "vi", "a", "of", "is", "my", "i", "how", "much", "many", "what",
    "do", "to", "in", "when",
})  # fmt: skip
"""Words that say nothing about what is asked."""


def offers(question: str, on: date) -> list[Offer]:
    """Return the calculators whose lay words, title or summary a question uses."""
    asked = fold(question)
    language = get_language() or "vi"
    scored = [(score, one) for one in calculators() if (score := _score(one, asked)) >= _LEAST]
    return [
        Offer(
            kind="calculator",
            title=one.title.text(language),
            summary=one.summary.text(language),
            url=f"{reverse('calculators:calculator', args=[one.name])}?on={on.isoformat()}",
            score=score,
            note=gettext("for reference"),
        )
        for score, one in scored
    ]


def citing(number: str, article: str) -> list[Citing]:
    """Return the calculators that were built from an article."""
    language = get_language() or "vi"
    return [
        Citing("calculator", one.title.text(language), reverse("calculators:calculator", args=[one.name]))
        for one in calculators()
        if any((basis.document, basis.article) == (number, article) for basis in one.cites)
    ]


def _score(one: Calculator, asked: str) -> float:
    """Say how well a question fits: a whole lay phrase counts most, shared words of title and summary less."""
    padded = f" {asked} "
    phrases = [fold(words) for words in (one.title.vi, one.title.en, *one.lay_words)]
    whole = max((len(phrase.split()) for phrase in phrases if f" {phrase} " in padded), default=0)
    if whole:
        return min(0.6 + 0.1 * whole, 0.95)
    known = set(fold(f"{one.title.vi} {one.title.en} {one.summary.vi} {' '.join(one.lay_words)}").split()) - _COMMON
    words = set(asked.split()) - _COMMON
    return 0.55 * len(words & known) / len(words) if words else 0.0
