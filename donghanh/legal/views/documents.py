"""Documents of the library: the list, the shelf of a topic, a document with its contents, its changes between days."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import localdate
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from donghanh.core.paging import keyset_page
from donghanh.legal.access import keeps_law
from donghanh.legal.forms.reading import CompareForm, DayForm, DocumentFilter
from donghanh.legal.models import LegalDocument, Topic
from donghanh.legal.queries.changes import changes_between, day_of_last_change
from donghanh.legal.queries.reading import document_page
from donghanh.legal.queries.shelves import documents_like, documents_of
from donghanh.legal.queries.standing import Force, force_on
from donghanh.org.models import User

_ORDER = ("title", "pk")
_PAGE_SIZE = 30


@require_safe
def document_list(request: HttpRequest) -> HttpResponse:
    """List the documents of the library."""
    topics = list(Topic.objects.in_use())
    form = DocumentFilter(request.GET, topics=[(topic.code, topic.name) for topic in topics], today=localdate())
    chosen = form.chosen()
    on = chosen.get("on", localdate())
    page = keyset_page(documents_like(chosen, on=on), order=_ORDER, after=request.GET.get("after", ""), size=_PAGE_SIZE)
    is_empty = not page.rows and not LegalDocument.objects.exists()
    context = {
        "form": form,
        "page": page,
        "rows": [(document, force_on(document, on)) for document in page.rows],
        "is_empty": is_empty,
        "may_keep": _may_keep(request),
        "on": on,
        "topics": topics,
    }
    return render(request, "legal/document_list.html", context)


@require_safe
def topic_detail(request: HttpRequest, code: str) -> HttpResponse:
    """Show the shelf of a topic: the law of today first, then what is to come and what has ended."""
    topic = get_object_or_404(Topic.objects.in_use().select_related("parent"), code=code)
    on = localdate()
    documents = list(documents_of(topic).order_by(*_ORDER))
    context = {
        "topic": topic,
        "below": list(Topic.objects.in_use().filter(parent=topic)),
        "current": [(one, Force.IN_FORCE) for one in documents if force_on(one, on) is Force.IN_FORCE],
        "others": [(one, force_on(one, on)) for one in documents if force_on(one, on) is not Force.IN_FORCE],
        "missing": sorted(set(topic.laws) - {one.number for one in documents}),
        "on": on,
    }
    return render(request, "legal/topic_detail.html", context)


@require_safe
@gzip_page
def document_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a document: how it stands on a day, and its contents; packed, for a code has hundreds of articles."""
    document = get_object_or_404(LegalDocument.objects.select_related("checked_by"), slug=slug)
    today = localdate()
    form = DayForm(request.GET, today=today)
    on = form.day()
    context = {
        "page": document_page(document, on=on),
        "may_keep": _may_keep(request),
        "document": document,
        "form": form,
        "on": on,
        "today": today,
    }
    return render(request, "legal/document_detail.html", context)


@require_safe
def document_compare(request: HttpRequest, slug: str) -> HttpResponse:
    """List the articles of a document whose words differ between two days."""
    document = get_object_or_404(LegalDocument, slug=slug)
    today = localdate()
    form = CompareForm(request.GET, earlier=day_of_last_change(document, today=today), later=today)
    earlier, later = form.days()
    context = {
        "document": document,
        "form": form,
        "earlier": earlier,
        "later": later,
        "changes": changes_between(document, earlier, later),
    }
    return render(request, "legal/document_compare.html", context)


def _may_keep(request: HttpRequest) -> bool:
    """Tell whether the reader is offered the desk of the library; who may use it is decided there."""
    return isinstance(request.user, User) and keeps_law(request.user)
