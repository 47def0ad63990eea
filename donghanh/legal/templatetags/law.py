"""Law within other words: citations in a text become links to the articles."""

from datetime import date

from django import template
from django.utils.safestring import SafeString
from django.utils.timezone import localdate

from donghanh.legal.linking import linked
from donghanh.legal.queries.library import shelf

register = template.Library()


@register.filter
def cited(text: object, on: date | None = None) -> SafeString:
    """Turn the citations in a text into links: ``{{ answer.words|cited:answer.given_on }}``; without a day, today's."""
    return linked(str(text), shelf(), on=on or localdate())
