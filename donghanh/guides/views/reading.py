"""Guides for everybody: the list, one guide, its leaflet, and the short links that lead to it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.utils.timezone import now
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_safe

from donghanh.guides import services
from donghanh.guides.access import units_sharing
from donghanh.guides.addresses import guide_address, in_words
from donghanh.guides.choices import LeafletSize
from donghanh.guides.leaflets import leaflet
from donghanh.guides.models import ShareLink
from donghanh.guides.queries.known import KnownGuide, library
from donghanh.guides.queries.listing import found_lines, groups, lines_of_topic
from donghanh.guides.queries.reading import guide_shown
from donghanh.guides.services.counting import is_machine
from donghanh.kernel.text import clean, is_storable
from donghanh.legal.access import keeps_law
from donghanh.legal.models import Topic

LONGEST_QUESTION = 300


@require_safe
def guide_list(request: HttpRequest) -> HttpResponse:
    """List the guides: those that fit some words, those of a topic, or all under their topics."""
    words = clean(request.GET.get("q", ""))[:LONGEST_QUESTION]
    there, language = library(), get_language() or "vi"
    context: dict[str, object] = {
        "q": words,
        "shares": units_sharing(request.user).exists(),
        "keeps_law": request.user.is_authenticated and keeps_law(request.user),
    }
    if words:
        context["lines"] = found_lines(there, words, language)
    elif code := _code(request, "topic"):
        topic = get_object_or_404(Topic.objects.in_use(), code=code)
        context |= {"topic": topic, "lines": lines_of_topic(there, topic, language)}
    else:
        context["groups"] = groups(there, language)
    return render(request, "guides/guide_list.html", context)


@require_safe
def guide(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a guide."""
    there, language = library(), get_language() or "vi"
    shown = guide_shown(_known(slug), there, language)
    address = guide_address(request, slug)
    context = {
        "guide": shown,
        "address": address,
        "address_in_words": in_words(address),
        "shares": units_sharing(request.user).exists(),
        "keeps_law": request.user.is_authenticated and keeps_law(request.user),
    }
    return render(request, "guides/guide.html", context)


@require_GET
def leaflet_file(request: HttpRequest, slug: str, size: str) -> HttpResponse:
    """Print a guide as a leaflet; an officer may head it with a unit of his."""
    if size not in LeafletSize.values:
        raise Http404
    unit = None
    if code := _code(request, "unit"):
        unit = get_object_or_404(units_sharing(request.user), code=code)
    known, language = _known(slug), get_language() or "vi"
    printed = leaflet(
        known, language, LeafletSize(size), unit=unit, address=guide_address(request, slug), made_at=now()
    )
    disposition = content_disposition_header(as_attachment=False, filename=f"{slug}-{size}.pdf")
    return HttpResponse(
        printed, content_type="application/pdf", headers={"Content-Disposition": disposition or "inline"}
    )


@never_cache
@require_safe
def link(request: HttpRequest, code: str) -> HttpResponse:
    """Lead to the guide behind a short link, and count that it was opened."""
    found = get_object_or_404(ShareLink.objects.select_related("guide"), code=code)
    if request.method == "GET" and not is_machine(request.headers.get("User-Agent", "")):
        services.count_open(found, at=now())
    return redirect("guides:guide", found.guide.slug)


def _code(request: HttpRequest, name: str) -> str:
    """Return a code of the address; what no database keeps is nobody's code."""
    code = request.GET.get(name, "")
    if not is_storable(code):
        raise Http404
    return code


def _known(slug: str) -> KnownGuide:
    known = library().guides.get(slug)
    if known is None:
        raise Http404
    return known
