"""The links below a list that is read page by page."""

from typing import Any

from django import template
from django.template import Context

from donghanh.core.paging import KeysetPage

register = template.Library()
PARAMETER = "after"


@register.inclusion_tag("ui/pager.html", takes_context=True)
def pager(context: Context, page: KeysetPage[Any]) -> dict[str, str]:
    """Draw the links to the pages around this one; the filters in the address stay."""

    def address(token: str) -> str:
        query = context["request"].GET.copy()
        query[PARAMETER] = token
        return f"?{query.urlencode()}" if token else ""

    return {"previous_url": address(page.previous_token), "next_url": address(page.next_token)}
