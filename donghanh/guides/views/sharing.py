"""Spreading a guide: leaflets under a unit's heading, the card for a message, links whose opens are counted."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.utils.translation import get_language
from django.views.decorators.http import require_GET, require_http_methods

from donghanh.core.errors import NotForYou
from donghanh.core.paging import keyset_page
from donghanh.guides import services
from donghanh.guides.access import units_sharing
from donghanh.guides.addresses import is_only_here, link_address
from donghanh.guides.forms.sharing import LinkForm
from donghanh.guides.leaflets import card_text
from donghanh.guides.models import Guide
from donghanh.guides.queries.known import library
from donghanh.guides.queries.links import links_of
from donghanh.org.access import grants_of
from donghanh.org.requests import SignedInRequest

ORDER = ("-made_at", "-pk")


@login_required
@require_http_methods(["GET", "POST"])
def share(request: SignedInRequest, slug: str) -> HttpResponse:
    """Offer leaflets and cards of a guide in the name of the reader's units, and make a link for a place."""
    known, units = library().guides.get(slug), units_sharing(request.user)
    if known is None:
        raise Http404
    own = units.filter(pk__in=[grant.unit_id for grant in grants_of(request.user)])
    first = own.first() or units.first()
    if first is None:
        raise NotForYou
    form = LinkForm(request.POST or None, units=units, initial={"unit": first})
    if request.method == "POST" and form.is_valid():
        guide = Guide.objects.get(slug=slug)
        services.make_link(guide, form.cleaned_data["unit"], form.cleaned_data["place"], actor=request.user, at=now())
        return redirect(f"{reverse('guides:share', args=[slug])}#cards")
    words = known.content.said_in(get_language())
    links = [(link, link_address(request, link)) for link in links_of(units, on=localdate()).filter(guide__slug=slug)]
    context = {
        "slug": slug,
        "words": words,
        "form": form,
        "own": own or [first],
        "cards": [(link, card_text(words, address)) for link, address in links[:20]],
        "is_only_here": is_only_here(request.build_absolute_uri()),
    }
    return render(request, "guides/share.html", context, status=422 if form.errors else 200)


@login_required
@require_GET
def link_list(request: SignedInRequest) -> HttpResponse:
    """List the links of the reader's units with how often they were opened."""
    units = units_sharing(request.user)
    if not units.exists():
        raise NotForYou
    page = keyset_page(links_of(units, on=localdate()), order=ORDER, after=request.GET.get("after", ""))
    guides, language = library().guides, get_language()
    rows = [
        (link, guides[link.guide.slug].content.said_in(language).title if link.guide.slug in guides else link.guide)
        for link in page.rows
    ]
    return render(request, "guides/link_list.html", {"page": page, "rows": rows})
