"""Texts whose citations are links to what the library holds; everything else in them stays as it is."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.timezone import localdate

from donghanh.legal.addresses import address, anchor
from donghanh.legal.citations import CitationFound, find_citations
from donghanh.legal.comparison import lines_of
from donghanh.legal.models import Article
from donghanh.legal.queries.library import Shelf, day_of_words, home_number

Leading = Callable[[CitationFound], str]
"""Tells where a citation leads, "" where nothing is to be read."""
_BREAK = SafeString("<br>")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A clause, a point or other words of an article, ready for a page."""

    label: str
    anchor: str
    is_point: bool
    words: SafeString


def linked(
    text: str, shelf: Shelf, *, on: date, home: str = "", article: str = "", leading: Leading | None = None
) -> SafeString:
    """Return a text as markup with its citations as links; lines stay lines.

    ``home`` is the document that the text belongs to and ``article`` its article: a text does not link to itself.
    """
    lead = leading or _to_the_library(shelf, on)
    pieces: list[tuple[str, str]] = []
    done = 0
    for found in find_citations(text, home=home, on=on, article=article, names=shelf.names):
        is_itself = found.number == home and (not found.article or (found.article == article and not found.clause))
        place = "" if is_itself else lead(found)
        if place:
            pieces += [(text[done : found.start], ""), (text[found.start : found.end], place)]
            done = found.end
    pieces.append((text[done:], ""))
    return format_html_join("", "{}", ((_piece(words, place),) for words, place in pieces if words))


def paragraphs(
    article: Article, shelf: Shelf, *, on: date, leading: Leading | None = None, before: str = ""
) -> list[Paragraph]:
    """Return the words of an article below its heading; ``before`` goes before the names of its clauses."""
    home, day = home_number(article.document), day_of_words(article.document, on)
    found: list[Paragraph] = []
    for line in lines_of(article)[1 if article.heading else 0 :]:
        words = linked(line.text, shelf, on=day, home=home, article=article.number, leading=leading)
        name = "" if line.goes_on else anchor(line.clause, line.point)
        found.append(Paragraph(line.mark, f"{before}{name}" if name else "", bool(line.point), words))
    return found


def _to_the_library(shelf: Shelf, on: date) -> Leading:
    """Lead to the pages of the library, as of a day."""
    day = None if on == localdate() else on

    def lead(found: CitationFound) -> str:
        slug = shelf.slugs.get(found.number)
        return address(found.reference, day, slug=slug) if slug else ""

    return lead


def _piece(words: str, place: str) -> SafeString:
    lines = format_html_join(_BREAK, "{}", ((line,) for line in words.split("\n")))
    return format_html('<a class="dh-cited" href="{}">{}</a>', place, lines) if place else lines
