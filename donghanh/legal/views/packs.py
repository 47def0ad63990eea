"""A topic to take along: one page that needs no network, or the same on paper."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from donghanh.legal.addresses import whole_address
from donghanh.legal.models import Topic
from donghanh.legal.packing import packed_pages, styles
from donghanh.legal.papers import topic_paper
from donghanh.legal.queries.packs import packed
from donghanh.legal.views.printing import as_page_to_keep, as_pdf, count_print


@require_safe
@gzip_page
def pack(request: HttpRequest, code: str) -> HttpResponse:
    """Hand out the law of a topic as one page to keep on the phone."""
    topic, on = _topic(code), localdate()
    count_print(request)
    context = {
        "topic": topic,
        "on": on,
        "documents": packed_pages(packed(topic, on=on), on=on),
        "styles": styles(),
        "place": whole_address(request, reverse("legal:topic", args=[code])),
    }
    return as_page_to_keep(render_to_string("legal/pack.html", context, request), f"{topic.name} {on:%Y-%m-%d}")


@require_safe
def pack_print(request: HttpRequest, code: str) -> HttpResponse:
    """Hand out the law of a topic as PDF."""
    topic, on = _topic(code), localdate()
    count_print(request)
    place = whole_address(request, reverse("legal:topic", args=[code]))
    printed = topic_paper(topic, packed(topic, on=on), on=on, place=place, made_at=now())
    return as_pdf(printed, f"{topic.name} {on:%Y-%m-%d}")


def _topic(code: str) -> Topic:
    return get_object_or_404(Topic.objects.in_use(), code=code)
