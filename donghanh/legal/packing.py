"""A topic's law as one page that leads nowhere but within itself."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.utils.safestring import SafeString, mark_safe

from donghanh.legal.addresses import anchor
from donghanh.legal.citations import CitationFound
from donghanh.legal.linking import Leading, Paragraph, paragraphs
from donghanh.legal.models import Article, LegalDocument
from donghanh.legal.queries.library import shelf
from donghanh.legal.queries.packs import PackedDocument
from donghanh.legal.queries.standing import Force, force_on

_STYLES = Path(__file__).with_name("pack.css")


@dataclass(frozen=True, slots=True)
class PackedArticle:
    """An article in the pack, and the name that links within the pack call it by."""

    article: Article
    name: str
    paragraphs: list[Paragraph]


@dataclass(frozen=True, slots=True)
class PackedPage:
    """A document in the pack."""

    document: LegalDocument
    force: Force
    articles: list[PackedArticle]


def packed_pages(packed: list[PackedDocument], *, on: date) -> list[PackedPage]:
    """Return what the pack shows; a citation leads on only where its article is in the pack too."""
    within = {(one.document.number, article.number) for one in packed for article in one.articles}
    slugs = {one.document.number: one.document.slug for one in packed}
    lead, known = _within(within, slugs), shelf()
    return [
        PackedPage(
            one.document,
            force_on(one.document, on),
            [
                PackedArticle(
                    article,
                    name := _name(one.document.slug, article.number),
                    paragraphs(article, known, on=on, leading=lead, before=f"{name}-"),
                )
                for article in one.articles
            ],
        )
        for one in packed
    ]


def styles() -> SafeString:
    """Return the pack's own styles: it is opened from a disk, where there is nothing beside it."""
    return mark_safe(f"<style>\n{_STYLES.read_text('utf-8')}</style>")  # noqa: S308 - a file of ours


def _within(within: set[tuple[str, str]], slugs: dict[str, str]) -> Leading:
    def lead(found: CitationFound) -> str:
        if not found.article:
            return f"#{slugs[found.number]}" if found.number in slugs else ""
        if (found.number, found.article) not in within:
            return ""
        clause = anchor(found.clause, found.point)
        name = _name(slugs[found.number], found.article)
        return f"#{name}-{clause}" if clause else f"#{name}"

    return lead


def _name(slug: str, article: str) -> str:
    return f"{slug}-{article}"
