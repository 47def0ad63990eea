"""Help: the guides, for everybody."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from donghanh.org.access import grants_of
from donghanh.web.help import DEFAULT_LANGUAGE, SLUGS, guides_for, read_guide


@require_safe
def help_index(request: HttpRequest) -> HttpResponse:
    """List the guides, those that fit the reader's roles first."""
    roles = {grant.role for grant in grants_of(request.user)} if request.user.is_authenticated else set()
    return render(request, "web/help.html", {"guides": guides_for(roles, _language())})


@require_safe
def help_guide(request: HttpRequest, guide: str) -> HttpResponse:
    """Show one guide in the reader's language."""
    if guide not in SLUGS:
        raise Http404
    return render(request, "web/help_guide.html", {"guide": read_guide(guide, _language())})


def _language() -> str:
    return get_language() or DEFAULT_LANGUAGE
