"""What a reader must know of a stored wording before he relies on it: flaws that were found when its text was read."""

from collections.abc import Iterator
from datetime import date, datetime

from donghanh.legal.finding_words import sentence
from donghanh.legal.models import Article

AMENDED = "amended_elsewhere"
_FLAWS = frozenset({AMENDED, "cut_off", "article_noisy", "stray_quotation", "differs_without_note"})


def remarks(article: Article, *, on: date) -> list[str]:
    """Say every flaw of a wording that matters on a day; its edition should be at hand."""
    return list(_said(article, _FLAWS, on))


def missing_amendments(article: Article, *, on: date) -> list[str]:
    """Say which documents had changed an article by a day although its stored words do not show it."""
    return list(_said(article, frozenset({AMENDED}), on))


def _said(article: Article, codes: frozenset[str], on: date) -> Iterator[str]:
    for finding in article.edition.findings:
        if finding["code"] in codes and finding["place"] == article.number and not _is_to_come(finding["says"], on):
            yield sentence(finding)


def _is_to_come(says: dict[str, str], on: date) -> bool:
    return "day" in says and datetime.strptime(says["day"], "%d/%m/%Y").date() > on  # noqa: DTZ007 - a day alone
