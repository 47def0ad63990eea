"""A guide as its page shows it: words, articles with their state today, what to know before relying on it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from django.db.models import Q
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from donghanh.calculators.calculator import calculators
from donghanh.core.ui.citation import Citation, Validity
from donghanh.guides.choices import StaleReason
from donghanh.guides.content_format import Cite, Content, Words
from donghanh.guides.queries.known import Flag, KnownGuide, Library
from donghanh.legal.choices import DocumentKind
from donghanh.legal.citations.names import shipped
from donghanh.legal.citations.numbers import kind_of
from donghanh.legal.models import Article, LegalDocument, Topic

SHOWN_AT_ONCE = 3


@dataclass(frozen=True, slots=True)
class CiteShown:
    """An article below a guide: its tile, and how sure the statement is."""

    id: int
    document: str
    article: str
    is_sure: bool
    note: str
    starts_on: date
    tile: Citation

    @property
    def anchor(self) -> str:
        """Return the name of its place on the page."""
        return f"c{self.id}"


@dataclass(frozen=True, slots=True)
class LinkShown:
    """A way on from the guide."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class GuideShown:
    """A guide in the reader's language."""

    slug: str
    words: Words
    cites: Mapping[int, CiteShown]
    """By their ids, as the marks in the words name them."""
    warnings: list[str]
    topics: list[LinkShown]
    calculators: list[LinkShown]
    related: list[LinkShown]
    compared_on: date
    review_by: date
    checked_on: date | None

    @property
    def first_cites(self) -> list[CiteShown]:
        """Return the articles that are shown at once; more than three under one answer are not read."""
        return list(self.cites.values())[:SHOWN_AT_ONCE]

    @property
    def other_cites(self) -> list[CiteShown]:
        """Return the articles behind those."""
        return list(self.cites.values())[SHOWN_AT_ONCE:]


def guide_shown(guide: KnownGuide, there: Library, language: str) -> GuideShown:
    """Return a guide as a reader of a language sees it."""
    content = guide.content
    return GuideShown(
        guide.slug, content.said_in(language), cites_shown(content, guide.compared_on, guide.checked_on),
        [_warning(flag) for flag in guide.flags], _topics(content), _calculators(content, language),
        [_guide_link(there.guides[slug], language) for slug in content.related if slug in there.guides],
        guide.compared_on, guide.review_by, guide.checked_on,
    )  # fmt: skip


def cites_shown(content: Content, compared_on: date, checked_on: date | None) -> dict[int, CiteShown]:
    """Return the articles of a guide with what the library knows of them today; two statements at most."""
    numbers = {cite.document for cite in content.cites}
    documents = {document.number: document for document in LegalDocument.objects.filter(number__in=numbers)}
    headings = _headings(content, documents)
    return {
        cite.id: CiteShown(
            cite.id, cite.document, cite.article, cite.certainty.is_sure, cite.note, cite.starts_on,
            _tile(cite, documents.get(cite.document), headings, compared_on, checked_on),
        )
        for cite in content.cites
    }  # fmt: skip


def _headings(content: Content, documents: Mapping[str, LegalDocument]) -> dict[tuple[str, str], str]:
    wanted = Q(pk__in=[])
    for number in documents:
        articles = [cite.article for cite in content.cites if cite.document == number]
        wanted |= Q(document=documents[number], number__in=articles)
    rows = Article.objects.worded_on(localdate()).filter(wanted)
    return {(number, article): heading for number, article, heading in rows.values_list(
        "document__number", "number", "heading"
    )}  # fmt: skip


def _tile(
    cite: Cite, document: LegalDocument | None, headings: Mapping[tuple[str, str], str], compared_on: date,
    checked_on: date | None,
) -> Citation:  # fmt: skip
    validity, on = _validity(cite, document, compared_on, checked_on)
    heading = headings.get((cite.document, cite.article), "")
    title = document.title if document else law_name(cite.document, get_language())
    name, law = (heading, f"{title} {cite.document}") if heading else (title, cite.document)
    return Citation(
        article=cite.article or "…", name=name or cite.document, law=law, on=on, validity=validity,
        clause=_clause(cite), checked_on=checked_on, url=page_of_law(document, cite.article, cite.clause, cite.point),
    )  # fmt: skip


def _validity(
    cite: Cite, document: LegalDocument | None, compared_on: date, checked_on: date | None
) -> tuple[Validity, date]:
    today = localdate()
    if cite.starts_on > today:
        return Validity.COMING, cite.starts_on
    ended_on = cite.ends_on if cite.ends_on and cite.ends_on < today else None
    if document and document.expired_on and document.expired_on <= today:
        ended_on = document.expired_on
    if ended_on:
        return Validity.ENDED, ended_on
    return (Validity.IN_FORCE if checked_on else Validity.UNCHECKED), compared_on


@cache
def law_name(number: str, language: str | None) -> str:
    """Return what people call a document that the library does not hold: “Bộ luật Lao động”, “Nghị định”."""
    if kind := kind_of(number):
        names = [name.words for name in shipped() if name.number == number and kind == "law"]
        english = [words for words in names if words.isascii() and " " in words]
        found = english if language == "en" and english else names
        return found[0] if found else str(DocumentKind(kind).label)
    return ""


def _clause(cite: Cite) -> str:
    named = ((pgettext("law", "clause"), cite.clause), (pgettext("law", "point"), cite.point))
    return " ".join(f"{word}\N{NO-BREAK SPACE}{value}" for word, value in named if value)


def page_of_law(document: LegalDocument | None, article: str, clause: str = "", point: str = "") -> str:
    """Return where an article, or a whole document, is read; "" when the library does not hold it."""
    if document is None:
        return ""
    if not article:
        return reverse("legal:document", args=[document.slug])
    place = "-".join(filter(None, [f"k{clause}" if clause else "", point]))
    return reverse("legal:article", args=[document.slug, article]) + (f"#{place}" if clause else "")


def _warning(flag: Flag) -> str:
    facts = {"article": flag.article, "document": flag.document, "day": f"{flag.since:%d/%m/%Y}"}
    if flag.reason == StaleReason.CHANGED:
        return _("The words of Article %(article)s, %(document)s changed on %(day)s.") % facts
    if flag.reason == StaleReason.REPEALED:
        return _("Article %(article)s, %(document)s no longer applies since %(day)s.") % facts
    if flag.reason == StaleReason.ENDED:
        return _("%(document)s is no longer in force since %(day)s.") % facts
    return _("It should have been looked at again by %(day)s.") % facts


def _topics(content: Content) -> list[LinkShown]:
    return [
        LinkShown(topic.name, f"{reverse('guides:guide-list')}?topic={topic.code}")
        for topic in Topic.objects.in_use().filter(code__in=content.topics)
    ]


def _calculators(content: Content, language: str) -> list[LinkShown]:
    named = {one.name: one for one in calculators()}
    return [
        LinkShown(named[name].title.text(language), reverse("calculators:calculator", args=[name]))
        for name in content.calculators
        if name in named
    ]


def _guide_link(guide: KnownGuide, language: str) -> LinkShown:
    return LinkShown(guide.content.said_in(language).title, reverse("guides:guide", args=[guide.slug]))
