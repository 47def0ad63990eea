"""New and changed law: as a page, and as feeds for programs."""

from datetime import datetime, time

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.timezone import localdate, make_aware
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from donghanh.legal.addresses import whole_address
from donghanh.legal.news_words import detail, headline
from donghanh.legal.queries.news import Event, News, news

JSON_FEED = "https://jsonfeed.org/version/1.1"


@require_safe
def new(request: HttpRequest) -> HttpResponse:
    """Show what is to come first, then what has happened."""
    today = localdate()
    found = [(one, headline(one), detail(one), place(one)) for one in news(today=today)]
    context = {
        "coming": [row for row in reversed(found) if row[0].on > today],
        "past": [row for row in found if row[0].on <= today and row[0].event is not Event.BROUGHT_IN],
        "brought_in": [row for row in found if row[0].event is Event.BROUGHT_IN],
        "today": today,
    }
    return render(request, "legal/new.html", context)


@require_safe
def new_atom(request: HttpRequest) -> HttpResponse:
    """Tell the news as Atom."""
    feed = Atom1Feed(
        title=_("New and changed law"),
        link=whole_address(request, reverse("legal:new")),
        description="",
        language=get_language(),
        feed_url=whole_address(request, request.path),
    )
    for one in news(today=localdate()):
        address = whole_address(request, place(one))
        feed.add_item(
            title=headline(one),
            link=address,
            description=detail(one),
            unique_id=f"{address}#{one.key}",
            updateddate=make_aware(datetime.combine(one.on, time())),
        )
    return HttpResponse(feed.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")


@require_safe
def new_json(request: HttpRequest) -> JsonResponse:
    """Tell the news as JSON Feed."""
    items = []
    for one in news(today=localdate()):
        address = whole_address(request, place(one))
        items.append({
            "id": f"{address}#{one.key}",
            "url": address,
            "title": headline(one),
            "content_text": detail(one) or headline(one),
            "date_published": make_aware(datetime.combine(one.on, time())).isoformat(),
        })  # fmt: skip
    told = {
        "version": JSON_FEED,
        "title": _("New and changed law"),
        "home_page_url": whole_address(request, reverse("legal:new")),
        "feed_url": whole_address(request, request.path),
        "language": get_language(),
        "items": items,
    }
    return JsonResponse(told, content_type="application/feed+json; charset=utf-8")


def place(one: News) -> str:
    """Return the page about an event: what changed, or the document on the day that matters."""
    slug = one.document.slug
    if one.event is Event.CHANGES:
        before = one.on.fromordinal(one.on.toordinal() - 1)
        return f"{reverse('legal:document-compare', args=[slug])}?from={before.isoformat()}&to={one.on.isoformat()}"
    day = f"?on={one.on.isoformat()}" if one.event is Event.BEGINS and one.on > localdate() else ""
    return f"{reverse('legal:document', args=[slug])}{day}"
