"""What stands above every list: its views and its columns."""

from typing import Any

from django import template
from django.template import Context

from donghanh.core.registers import register_at
from donghanh.org.queries.saved_views import tools_of

register = template.Library()


@register.inclusion_tag("org/list_tools.html", takes_context=True)
def list_tools(context: Context) -> dict[str, Any]:
    """Draw the views and columns of the list on this page; nothing on any other page."""
    request: Any = context.get("request")
    match = getattr(request, "resolver_match", None)
    found = register_at(match.view_name) if match else None
    if found is None or not request.user.is_authenticated:
        return {}
    return {"tools": tools_of(request, found), "csrf_token": context.get("csrf_token")}
