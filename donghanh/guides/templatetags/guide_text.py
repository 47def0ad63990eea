"""How the marks in a guide's words become links to what they stand on."""

import re
from collections.abc import Mapping

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from donghanh.guides.content_format import MARK
from donghanh.guides.queries.reading import CiteShown

register = template.Library()
_SAYS_SO = re.compile(r"cần kiểm chứng|to be verified", re.IGNORECASE)


@register.filter
def marked(text: str, cites: Mapping[int, CiteShown]) -> SafeString:
    """Write a text with links to its articles, and “to be verified” where one is not sure and the text is silent."""
    parts: list[SafeString] = []
    place = 0
    is_said = bool(_SAYS_SO.search(text))
    for found in MARK.finditer(text):
        parts.append(format_html("{}", text[place : found.start()]))
        named = [cites[int(one)] for one in found.group(1).split(",") if int(one) in cites]
        parts.append(_marks(named, says_so=is_said or all(cite.is_sure for cite in named)))
        place = found.end()
    parts.append(format_html("{}", text[place:]))
    return mark_safe("".join(parts))  # noqa: S308 - every part is escaped above


def _marks(cites: list[CiteShown], *, says_so: bool) -> SafeString:
    links = format_html_join(
        "\u2009", '<a class="dh-mark" href="#{}" aria-label="{}">{}</a>',
        ((cite.anchor, _("Article %(article)s, %(document)s") % {"article": cite.article, "document": cite.document},
          cite.id) for cite in cites),
    )  # fmt: skip
    unsure = "" if says_so else format_html(' <span class="dh-unsure">{}</span>', _("to be verified"))
    return format_html("<sup>{}</sup>{}", links, unsure)
