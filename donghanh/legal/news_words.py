"""How an event of the law is told in one line, on a page and in feeds."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from donghanh.legal.choices import DocumentKind
from donghanh.legal.models import LegalDocument
from donghanh.legal.queries.news import Event, News

_BY_TITLE = {DocumentKind.CONSTITUTION, DocumentKind.CODE, DocumentKind.LAW, DocumentKind.ORDINANCE}
SHOWN = 8
"""How many articles are named before the others are only counted."""


def headline(news: News) -> str:
    """Say what happened."""
    words = {"document": short_name(news.document), "day": date_format(news.on, "d/m/Y")}
    match news.event:
        case Event.BEGINS:
            return _("%(document)s applies from %(day)s") % words
        case Event.ENDS:
            return _("%(document)s no longer applies from %(day)s") % words
        case Event.BROUGHT_IN:
            return _("The text of %(document)s was brought in on %(day)s") % words
        case Event.CHANGES:
            return _("%(document)s: articles change from %(day)s") % words


def short_name(document: LegalDocument) -> str:
    """Name a law by its title, other documents by their kind, which their long titles follow."""
    named = document.title if document.kind in _BY_TITLE else document.get_kind_display()
    return f"{named} {document.number}"


def detail(news: News) -> str:
    """Name the articles that change, or where a text comes from."""
    if not news.articles:
        return "" if news.document.kind in _BY_TITLE else news.document.title
    named = ", ".join(news.articles[:SHOWN])
    rest = len(news.articles) - SHOWN
    if rest <= 0:
        return ngettext("Article %(articles)s", "Articles %(articles)s", len(news.articles)) % {"articles": named}
    return _("Articles %(articles)s and %(count)d others") % {"articles": named, "count": rest}
