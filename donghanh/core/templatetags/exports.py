"""The links that take a list away as a file."""

from django import template
from django.template import Context

from donghanh.core.exports import PARAMETER as EXPORT
from donghanh.core.templatetags.paging import PARAMETER as AFTER

register = template.Library()


@register.inclusion_tag("ui/export_links.html", takes_context=True)
def export_links(context: Context) -> dict[str, str]:
    """Draw the links to the list of this page as .xlsx and .csv, with the filters in the address."""

    def address(extension: str) -> str:
        query = context["request"].GET.copy()
        query.pop(AFTER, None)
        query[EXPORT] = extension
        return f"?{query.urlencode()}"

    return {"xlsx_url": address("xlsx"), "csv_url": address("csv")}
